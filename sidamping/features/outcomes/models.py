"""Records of outcomes."""
