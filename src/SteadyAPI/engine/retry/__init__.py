"""What is tried again and when, and what protects the servers from it."""
