"""Sheets a mentor makes with the mentee (B7, A8, A9, E20): cells, what may stand in them, their sums."""
