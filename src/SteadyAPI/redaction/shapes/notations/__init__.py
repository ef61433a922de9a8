"""Ways in which a value stands near its name, or without one, that no common format has."""
