"""Indexes that find all of many words in a text at once."""
