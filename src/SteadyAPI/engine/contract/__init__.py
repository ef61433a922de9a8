"""Schemas: found by name, checked strictly, mismatches with their paths."""
