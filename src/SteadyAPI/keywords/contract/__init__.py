"""Keywords that check responses against contracts."""
