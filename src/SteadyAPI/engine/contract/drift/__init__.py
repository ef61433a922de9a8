"""Drift: shapes learnt from many responses, and what changed since."""
