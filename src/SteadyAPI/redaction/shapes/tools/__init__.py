"""What tools are told and print, and what tests type: by the tool, its options and its messages."""
