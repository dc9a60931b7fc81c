"""Mentoring engagements and who is assigned to them."""
