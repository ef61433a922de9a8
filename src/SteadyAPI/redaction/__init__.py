"""Finds secrets and masks them in texts, output and files."""
