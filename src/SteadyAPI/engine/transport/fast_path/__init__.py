"""An optimisation: plain requests over kept connections, without the parts of urllib3 that they do not need."""
