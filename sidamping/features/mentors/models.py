"""Records of mentors."""
