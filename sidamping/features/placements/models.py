"""Records of placements."""
