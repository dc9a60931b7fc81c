"""Files behind items: a photo or PDF by its content, kept once, sealed with the filling, read by its readers."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from PIL import Image

from sidamping.domain.problems import Refused
from sidamping.features.assessments import queries, services
from sidamping.features.assessments.models import Evidence
from sidamping.features.assessments.queries import EvidenceLine
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from tests.features.assessments import rounds
from tests.people import Cast, look

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
ITEM = "inputs.total_aset"


def refused(call: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.codes


def attached(cast: Cast, round_: UUID, content: bytes = PDF, item: str = ITEM, name: str = "neraca.pdf") -> UUID:
    return services.attach_evidence(
        by=rounds.agnes(cast), assessment=round_, item=item, name=name, content=content, note="Neraca 2025"
    )


def behind(viewer: Viewer, round_: UUID) -> list[EvidenceLine]:
    """The files at ITEM in whichever filling of the round the viewer may read."""
    card = queries.assessment_card(viewer, round_)
    found = queries.evidence_behind(card) if card else {}
    return [line for items in found.values() for line in items.get(ITEM, ())]


@pytest.fixture
def round_(cast: Cast) -> UUID:
    return rounds.opened(rounds.agnes(cast), cast.merah_putih.pk)


def photo() -> bytes:
    drawn = BytesIO()
    Image.new("RGB", (8, 8), "teal").save(drawn, "PNG")
    return drawn.getvalue()


def test_a_pdf_and_a_photo_stand_behind_an_item_once_each(cast: Cast, round_: UUID) -> None:
    first = attached(cast, round_)
    assert attached(cast, round_) == first
    attached(cast, round_, photo(), name="papan.png")
    lines = behind(rounds.agnes(cast), round_)
    assert [(one.filename, one.media_type, one.note) for one in lines] == [
        ("neraca.pdf", "application/pdf", "Neraca 2025"), ("papan.png", "image/jpeg", "Neraca 2025"),
    ]
    file = queries.evidence_file(rounds.agnes(cast), round_, first)
    assert file is not None and store.bytes_of(file) == PDF


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "FILES_004"),
        (b"MZ not what it says", "FILES_005"),
        (b"%PDF-1.4\ncut off", "FILES_005"),
        (PDF.replace(b"/Catalog", b"/Catalog/OpenAction<</S/JavaScript>>"), "FILES_006"),
    ],
)
def test_a_file_is_judged_by_its_content_and_not_by_its_name(
    cast: Cast, round_: UUID, content: bytes, code: str
) -> None:
    assert refused(lambda: attached(cast, round_, content)) == [code]
    assert not Evidence.objects.exists()


def test_an_unknown_item_takes_no_file_and_a_stranger_adds_none(cast: Cast, round_: UUID) -> None:
    assert refused(lambda: attached(cast, round_, item="inputs.emas")) == ["ASSESSMENTS_012"]
    strange = {"by": look(cast.maria), "assessment": round_, "item": ITEM, "name": "x.pdf", "content": PDF}
    assert refused(lambda: services.attach_evidence(**strange)) == ["ASSESSMENTS_001"]


def test_files_are_taken_away_until_the_filling_is_handed_in_and_not_after(cast: Cast, round_: UUID) -> None:
    agnes = rounds.agnes(cast)
    first, second = attached(cast, round_), attached(cast, round_, photo(), name="papan.png")
    services.remove_evidence(by=agnes, assessment=round_, evidence=first)
    assert refused(lambda: services.remove_evidence(by=agnes, assessment=round_, evidence=first)) == [
        "ASSESSMENTS_022"
    ]
    rounds.saved(agnes, round_)
    services.submit_filling(by=agnes, assessment=round_, now=rounds.NOW)
    assert refused(lambda: services.remove_evidence(by=agnes, assessment=round_, evidence=second)) == [
        "ASSESSMENTS_010"
    ]
    for statement in ("UPDATE assessments_evidence SET note = ''", "DELETE FROM assessments_evidence"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_evidence_is_read_by_whoever_may_read_the_filling(cast: Cast, round_: UUID) -> None:
    evidence = attached(cast, round_)
    for who in ("yosef", "maria", "ratna", "ujang", "anton"):
        viewer = look(getattr(cast, who))
        assert behind(viewer, round_) == []
        assert queries.evidence_file(viewer, round_, evidence) is None
    rounds.saved(rounds.agnes(cast), round_)
    services.submit_filling(by=rounds.agnes(cast), assessment=round_, now=rounds.NOW)
    assert queries.evidence_file(look(cast.yosef), round_, evidence) is not None
    assert queries.evidence_file(look(cast.maria), round_, evidence) is None


def test_a_returned_filling_keeps_its_files(cast: Cast, round_: UUID) -> None:
    attached(cast, round_)
    rounds.saved(rounds.agnes(cast), round_)
    services.submit_filling(by=rounds.agnes(cast), assessment=round_, now=rounds.NOW)
    services.send_back(by=look(cast.yosef), assessment=round_, remark="Perbaiki", seen_ordinal=1, now=rounds.NOW)
    assert [one.filename for one in behind(rounds.agnes(cast), round_)] == ["neraca.pdf"]


def test_the_evidence_of_a_returned_filling_stays_readable(cast: Cast, round_: UUID) -> None:
    agnes, yosef, old = rounds.agnes(cast), look(cast.yosef), attached(cast, round_)
    rounds.saved(agnes, round_)
    services.submit_filling(by=agnes, assessment=round_, now=rounds.NOW)
    services.send_back(by=yosef, assessment=round_, remark="Perbaiki", seen_ordinal=1, now=rounds.NOW)
    services.remove_evidence(by=agnes, assessment=round_, evidence=Evidence.objects.exclude(pk=old).get().pk)
    services.submit_filling(by=agnes, assessment=round_, now=rounds.NOW)
    for viewer in (agnes, yosef):
        file = queries.evidence_file(viewer, round_, old)
        assert file is not None and store.bytes_of(file) == PDF
    assert queries.evidence_file(look(cast.maria), round_, old) is None
    client = Client()
    client.force_login(cast.yosef)
    sent = client.get(f"/api/v1/assessments/{round_}").json()
    assert [[file["id"] for file in one["evidence"]] for one in sent["earlier"]] == [[str(old)]]
    assert [one["evidence"] for one in sent["fillings"]] == [[]]
