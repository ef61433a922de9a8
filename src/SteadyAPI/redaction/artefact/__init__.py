"""Masks inside a finished file: its texts, never its structure. Streams, so that size costs time and no memory."""
