"""What a mentor's phone holds of the server, as documents by key: composed from queries, windowed, never stored (F1).

A document is plain JSON. Its key and its content are all the phone knows; `docs/sync.md` lists them for other clients.
"""

from __future__ import annotations

from typing import Any

from sidamping.edges.sync.documents import books, field, field_forms, forms, papers, rounds, sheets, words
from sidamping.features.programmes.queries import mentor_engagements
from sidamping.platform.access.viewer import Viewer

Documents = dict[str, Any]


def documents_of(viewer: Viewer) -> Documents:
    """Everything the person's phone should hold today, key → content; a person without mentees holds little."""
    cards = mentor_engagements(viewer.user_id, viewer.on)
    return {
        **words.documents(viewer),
        **field.documents(viewer, cards),
        **books.documents(viewer, cards),
        **rounds.documents(viewer),
        **sheets.documents(viewer, cards),
        "form:progress.month": forms.month_form(),
        f"form:{field_forms.OBSERVATION}": field_forms.observation_form(),
        f"form:{field_forms.EVALUATION}": field_forms.evaluation_form(),
        **papers.documents(viewer),
    }
