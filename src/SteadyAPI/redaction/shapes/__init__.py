"""Secrets that are recognised by their shape or by the name they stand under."""
