"""Prints slips of a ballot and invitations; other papers of a meeting are sheets like those of the books."""
