"""The log entry of a request, and the views it is made of."""
