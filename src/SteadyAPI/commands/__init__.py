"""The commands of ``python -m SteadyAPI``, one a file."""
