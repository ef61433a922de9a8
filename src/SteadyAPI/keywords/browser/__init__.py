"""One login for API and browser: the session of either goes to the other."""
