"""Records of needs."""
