"""Settings and the root of the addresses."""
