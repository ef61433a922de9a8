"""Indexes that find many words in one pass over a text."""
