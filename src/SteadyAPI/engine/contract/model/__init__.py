"""Checks against Pydantic models and Python types."""
