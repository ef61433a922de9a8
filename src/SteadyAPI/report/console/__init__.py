"""What is shown on the console, while the run goes on and at its end."""
