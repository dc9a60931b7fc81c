"""Mentors: profile, certificates, interests."""
