"""The embedded demo: a small shop API with faults, and the suites that tour it."""
