"""The messages of failures."""
