"""Commands of Django that the house does in its own way."""
