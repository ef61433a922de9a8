"""Lists that a service gives out page by page."""
