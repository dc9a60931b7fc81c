"""Pages of the registers, of areas and of long work."""
