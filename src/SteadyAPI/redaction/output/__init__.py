"""Masks what is written to streams and file descriptors."""
