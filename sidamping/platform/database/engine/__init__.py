"""Django's PostgreSQL engine over the embedded server."""
