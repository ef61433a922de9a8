"""Keywords that send many requests at once."""
