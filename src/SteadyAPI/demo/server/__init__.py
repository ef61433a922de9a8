"""The HTTP server of the demo shop: requests, responses, routing, faults on request."""
