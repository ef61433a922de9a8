"""Checks against JSON Schemas."""
