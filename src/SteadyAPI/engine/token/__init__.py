"""Tokens: asked for, kept, renewed, and put on requests."""
