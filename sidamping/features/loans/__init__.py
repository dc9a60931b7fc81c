"""Loans to members (S4 II.L): applications, schedules, payments, ageing, provisions and groups.

Stands above savings, which limit a loan; its postings go through books.
"""
