"""Token requests to an OAuth provider and their responses; the grants that take several requests."""
