"""Records of recruitment."""
