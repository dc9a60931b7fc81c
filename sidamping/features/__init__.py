"""One folder per subject of the field."""
