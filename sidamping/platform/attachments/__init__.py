"""Files that belong to records, checked by content."""
