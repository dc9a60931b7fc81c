"""The documented API root."""
