"""Sessions: defaults, authentication, connections, and the pool of those that are open."""
