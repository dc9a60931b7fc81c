"""Cohorts as pure functions: dose of contact, groups, length and follow-up, success from raw records, graduation.

Every share is computed from counts and shows both; nothing here stores a percentage (C2, C4-C6, C11, A7, B11).
"""
