"""OpenAPI 3.0 and 3.1: which operation a request calls, and whether its answer is what the document promises."""
