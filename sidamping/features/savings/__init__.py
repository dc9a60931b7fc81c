"""Savings of members (S4 II.L): products, bills of mandatory savings, interest and its tax, time deposits.

Stands above books: a member's savings are the sum of its postings, nothing is counted twice.
"""
