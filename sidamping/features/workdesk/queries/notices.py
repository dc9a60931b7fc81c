"""What people must not overlook besides their daily work: certificates, papers, estafet, conflicts, short contact."""

from __future__ import annotations

from dataclasses import dataclass

from sidamping.features.handovers.queries import HandoverLine, handovers_to_do
from sidamping.features.licences.queries import EndingPaper, ending_papers
from sidamping.features.mentors.queries import CertificateLine, RequestLine, expiring_certificates, open_requests
from sidamping.features.progress.queries import ParticipantFilter, contact_warnings
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import programmes

SHOWN = 5


@dataclass(frozen=True)
class Notices:
    """The few lines of each kind, and how many certificates there are in all."""

    certificates: tuple[CertificateLine, ...]
    certificates_left: int
    handovers: tuple[HandoverLine, ...]
    requests: tuple[RequestLine, ...]
    short_of_contact: int
    papers: tuple[EndingPaper, ...] = ()
    """Papers of cooperatives that have run out or soon will."""

    def __bool__(self) -> bool:
        return bool(self.certificates or self.handovers or self.requests or self.short_of_contact or self.papers)


def notices(viewer: Viewer) -> Notices:
    """Everything of this kind that waits for the viewer."""
    held = expiring_certificates(viewer, viewer.on)
    asked = tuple(one for one in open_requests(viewer) if not one.mine)
    left = max(len(held) - SHOWN, 0)
    papers = ending_papers(viewer, viewer.on)[:SHOWN]
    return Notices(held[:SHOWN], left, handovers_to_do(viewer)[:SHOWN], asked[:SHOWN], _short(viewer), papers)


def _short(viewer: Viewer) -> int:
    """Participants met too seldom, for those who meet them and who coordinate, where the programme has a dose (C2)."""
    held = {one.programme for one in viewer.grants if one.role in (roles.MENTOR, roles.COORDINATOR)}
    dosed = [one.code for one in programmes(viewer.on) if one.code in held and one.dose]
    return sum(len(contact_warnings(viewer, ParticipantFilter(programme=code))) for code in dosed)
