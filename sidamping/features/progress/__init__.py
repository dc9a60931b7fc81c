"""Progress of businesses: series, contact budget, success."""
