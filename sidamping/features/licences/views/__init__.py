"""Pages of licences."""
