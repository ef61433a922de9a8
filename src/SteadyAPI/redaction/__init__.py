"""What is secret, and how it leaves every text."""
