"""SiDamping: the working tool of people who mentor cooperatives and small businesses."""

__version__ = "0.1.0"
