"""What the pages of field work share: who may look, the answer to a form, faults as flash messages."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpRequest

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.fieldwork import services
from sidamping.platform.access import roles
from sidamping.platform.attachments.pictures import LARGEST_FILE
from sidamping.platform.http.answers import room_page

READERS = (roles.MENTOR, roles.CHAIR, *roles.OVERSEERS)
"""Roles that read field work; which of it, the queries decide."""
WRITERS = (roles.MENTOR, roles.CHAIR)

page = partial(room_page, "fieldwork")
"""The answer to a form or an address."""


def keep_photos(request: HttpRequest, visit: UUID) -> tuple[int, list[Problem]]:
    """Add the photos that were sent to a visit: how many stand, and what is wrong with the others.

    More than a visit may hold are not even read.
    """
    files = request.FILES.getlist("photos")
    spare = files[services.MOST_PHOTOS :]
    faults = [problem("FIELDWORK_033", "photos", limit=services.MOST_PHOTOS, seen=len(files)) for _file in spare]
    for file in files[: services.MOST_PHOTOS]:
        try:
            content = file.read(LARGEST_FILE + 1)
            services.add_photo(by=request.viewer, visit_id=visit, name=file.name or "", content=content, size=file.size)
        except Refused as refused:
            faults += refused.problems
    return len(files) - len(faults), faults
