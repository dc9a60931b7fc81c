"""Mid-term, final, graduation and follow-up."""
