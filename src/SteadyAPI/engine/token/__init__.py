"""Tokens: asked for, kept, and put on requests."""
