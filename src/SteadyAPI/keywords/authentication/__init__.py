"""Keywords that get tokens and give credentials to sessions."""
