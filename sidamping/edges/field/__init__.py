"""Hands out the offline field app of `pwa/` under /lapangan/; it holds no personal data and asks nobody to sign in."""
