"""Open calls and applications of mentees."""
