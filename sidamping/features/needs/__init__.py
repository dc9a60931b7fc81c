"""Needs of a mentee and referrals."""
