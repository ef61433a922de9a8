"""What secrets are called in other languages than English, in sentences and messages."""
