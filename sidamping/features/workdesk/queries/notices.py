"""What people must not overlook besides their daily work: certificates that run out, estafet, conflicts to decide."""

from __future__ import annotations

from dataclasses import dataclass

from sidamping.features.handovers.queries import HandoverLine, handovers_to_do
from sidamping.features.mentors.queries import CertificateLine, RequestLine, expiring_certificates, open_requests
from sidamping.platform.access.viewer import Viewer

SHOWN = 5


@dataclass(frozen=True)
class Notices:
    """The few lines of each kind, and how many certificates there are in all."""

    certificates: tuple[CertificateLine, ...]
    certificates_left: int
    handovers: tuple[HandoverLine, ...]
    requests: tuple[RequestLine, ...]

    def __bool__(self) -> bool:
        return bool(self.certificates or self.handovers or self.requests)


def notices(viewer: Viewer) -> Notices:
    """Everything of this kind that waits for the viewer."""
    papers = expiring_certificates(viewer, viewer.on)
    asked = tuple(one for one in open_requests(viewer) if not one.mine)
    left = max(len(papers) - SHOWN, 0)
    return Notices(papers[:SHOWN], left, handovers_to_do(viewer)[:SHOWN], asked[:SHOWN])
