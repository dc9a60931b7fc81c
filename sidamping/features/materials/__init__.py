"""The material library (A3): a starter set from the rulebook, and what offices add, correct and retire."""
