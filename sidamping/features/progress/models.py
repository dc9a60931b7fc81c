"""Records of progress."""
