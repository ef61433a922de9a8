"""The keywords of robotframework-requests, 0.9 and 1.0, on this library's engine."""
