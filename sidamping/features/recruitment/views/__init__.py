"""Pages of recruitment."""
