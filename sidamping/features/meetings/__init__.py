"""Members' meetings (E2): called, invited, attended, decided, reported; the annual meeting and extraordinary ones.

Stands above registers, books and parties: a meeting reads the members, approves a year of the books, elects the board.
"""
