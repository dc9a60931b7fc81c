"""The command sidamping."""
