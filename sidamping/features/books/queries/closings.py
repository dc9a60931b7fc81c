"""Vouchers that close a year, and those that turn such a one back: few, and found by their nature among all others."""

CLOSINGS = """
    SELECT id, day FROM books_voucher WHERE book_id = %(book)s AND nature = 'closing' AND posted
    UNION ALL
    SELECT v.id, v.day FROM books_voucher v JOIN books_voucher o ON o.id = v.reverses_id
        WHERE v.book_id = %(book)s AND v.nature = 'reversing' AND v.posted AND o.nature = 'closing'
"""
"""Asked with the key of the book."""
