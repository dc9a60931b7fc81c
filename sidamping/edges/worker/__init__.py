"""Background work and reactions to activities."""
