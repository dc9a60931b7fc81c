"""The registers of a cooperative (E1): the sixteen mandatory books, those written here, terms of office, own articles.

Stands above books, savings and parties, whose registers it shows; meetings ask it for what the articles say.
"""
