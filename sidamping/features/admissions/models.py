"""Records of admissions."""
