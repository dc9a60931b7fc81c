"""Pages of foundings."""
