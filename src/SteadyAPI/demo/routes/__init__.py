"""The endpoints of the demo shop, one module for each resource."""
