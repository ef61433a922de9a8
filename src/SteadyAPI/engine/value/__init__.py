"""Values out of responses: found by path, compared in a word."""
