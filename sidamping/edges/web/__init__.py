"""Base page, sign-in pages and pages that belong to no feature."""
