"""A material on paper."""
