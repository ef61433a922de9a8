"""The paths of the demo shop, one module per family."""
