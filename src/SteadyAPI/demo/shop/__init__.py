"""The state of the demo shop, and the rules it keeps."""
