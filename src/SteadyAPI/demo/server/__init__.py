"""The HTTP server of the demo shop."""
