"""OpenAPI 3.0 and 3.1: which operation a request calls, and whether its response is what the document promises."""
