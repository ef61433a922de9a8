"""Asking again until a condition holds."""
