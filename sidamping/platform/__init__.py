"""Django services without business words."""
