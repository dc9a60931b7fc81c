"""Records of handovers."""
