"""Many requests at once, each over a thread of its own; what is shared changes in the main thread only."""
