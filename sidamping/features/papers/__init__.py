"""Official papers: composed, frozen, signed, rendered."""
