"""Who did what, when and why: one row per write."""
