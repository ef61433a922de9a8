"""What the processes of a run share over several machines, through a Redis server: tokens, rate limits, breakers."""
