"""What one request is made of: URL, parameters, body, options, and what is expected of its response."""
