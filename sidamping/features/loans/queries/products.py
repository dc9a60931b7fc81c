"""Products of loans and the terms in force on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sidamping.features.books import queries as books
from sidamping.features.loans.models import Terms
from sidamping.features.loans.queries.cards import terms_line
from sidamping.features.loans.queries.lines import TermsLine
from sidamping.platform.access.viewer import Viewer


def every_terms(viewer: Viewer, book_id: UUID) -> tuple[TermsLine, ...]:
    """All terms of all products by name, the newest first within a product; nothing for a stranger."""
    rows = Terms.objects.filter(product__book_id=book_id, product__book__in=books.readable(viewer))
    return tuple(terms_line(row) for row in rows.select_related("product").order_by("product__name", "-starts"))


def terms_on(terms: Sequence[TermsLine], on: date) -> tuple[TermsLine, ...]:
    """The terms in force on a day, one for each product that has some."""
    found: dict[UUID, TermsLine] = {}
    for one in terms:
        held = found.get(one.product_id)
        if one.starts <= on and (held is None or held.starts < one.starts):
            found[one.product_id] = one
    return tuple(found.values())
