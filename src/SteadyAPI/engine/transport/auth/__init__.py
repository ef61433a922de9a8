"""Authentication that signs a request as it is sent."""
