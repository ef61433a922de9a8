"""What keyword classes share: options, conversions, and the sending of a call."""
