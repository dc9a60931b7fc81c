"""How a cooperative comes into being, as values: steps, names, terms, opening balance, what is missing, papers."""
