"""Records of oversight."""
