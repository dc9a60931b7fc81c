"""The subset of XLSForm that an instrument can score; nothing here knows Django or the database."""
