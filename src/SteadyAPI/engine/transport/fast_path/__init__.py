"""The shortcut of plain requests over kept connections: everything works without it."""
