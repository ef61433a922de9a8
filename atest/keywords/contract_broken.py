"""A module that fails to import."""

raise RuntimeError("no database here")
