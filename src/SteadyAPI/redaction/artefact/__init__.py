"""Masks the texts of finished files without changing their structure. Files are read in blocks, not as a whole."""
