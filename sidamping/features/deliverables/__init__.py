"""Deliverables: sheets made with the mentee, handed in, reviewed, printed on one page (B7, B8, A8, A9, E20)."""
