"""Records of letters."""
