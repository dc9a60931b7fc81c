"""Pages of mentors: profile, certificates, interests, conflicts."""
