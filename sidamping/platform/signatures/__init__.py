"""What was signed on a phone: the exact content, its hash and the drawing, kept for good."""
