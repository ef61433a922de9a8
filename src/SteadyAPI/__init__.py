"""API testing for Robot Framework that doesn't lie: a red test is a real bug, and the log can be published."""

__version__ = "0.1.0"
