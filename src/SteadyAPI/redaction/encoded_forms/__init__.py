"""The forms in which a known secret may be written: encodings, escapes, and what Robot Framework makes of a text."""
