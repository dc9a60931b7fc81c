"""Calls for mentors, selection and induction."""
