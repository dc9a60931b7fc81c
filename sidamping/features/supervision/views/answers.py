"""What the pages of supervision share: the examination or 404, a page, a form that is written."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpRequest

from sidamping.features.supervision import queries
from sidamping.features.supervision.queries import ExaminationCard
from sidamping.platform.http.answers import form_page, room_page, there

page = partial(room_page, "supervision")
answered = partial(form_page, "supervision")


def found_examination(request: HttpRequest, examination: UUID) -> ExaminationCard:
    """The examination; a stranger is told that there is none."""
    return there(queries.examination(request.viewer, examination))


def own_examination(request: HttpRequest, examination: UUID) -> ExaminationCard:
    """The examination when the viewer's office carries it out."""
    return there(queries.kept_examination(request.viewer, examination))
