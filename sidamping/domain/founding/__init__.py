"""How a cooperative comes into being, as values: steps and deadlines, names, terms, opening balance, what is missing."""
