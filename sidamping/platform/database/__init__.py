"""The database server, its guards and its identifiers."""
