"""What other rooms and pages get to see of meetings: frozen values, no model instances."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sidamping.domain.meetings.deadlines import delivered_in_time, last_delivery
from sidamping.domain.meetings.quorum import Share
from sidamping.domain.meetings.votes import CARRIED, Tally
from sidamping.features.books.queries import KeptBook

SURPLUS = "surplus"
"""The subject of the decision how the surplus is shared."""
CALLED, INVITED, OPEN, CLOSED, REPORTED = "called", "invited", "open", "closed", "reported"


@dataclass(frozen=True)
class MeetingHead:
    """A meeting in a list."""

    id: UUID
    kind: str
    year: int | None
    day: date
    state: str


@dataclass(frozen=True)
class PostponementLine:
    """How a meeting was put off, and who was told."""

    was_on: date
    now_on: date
    why: str
    told_members_on: date
    told_office_on: date
    office: str


@dataclass(frozen=True)
class MeetingCard:
    """A meeting with how far it has come; numbers are None until the members are invited.

    `asked` counts the members present whose papers came late: they are asked whether to deal with the matters.
    """

    head: MeetingHead
    book: KeptBook
    begins: time
    place: str
    purpose: str
    invited_on: date | None
    registered: int | None
    quorum: int | None
    present: int
    delivered: int
    late: int
    asked: int
    agreed: int
    rules: Mapping[str, Any]
    opened_at: datetime | None
    closed_at: datetime | None
    reported_on: date | None
    reported_to: str
    chair: str
    secretary: str
    postponements: tuple[PostponementLine, ...]

    @property
    def id(self) -> UUID:
        return self.head.id

    @property
    def running(self) -> bool:
        return self.head.state == OPEN

    @property
    def may_prepare(self) -> bool:
        """Whether its board may still change what comes before the opening."""
        return self.book.may_write and self.opened_at is None

    @property
    def may_change(self) -> bool:
        """Whether day and place may still be mended without telling anybody."""
        return self.may_prepare and self.invited_on is None and not self.postponements

    @property
    def may_decide(self) -> bool:
        return self.book.may_write and self.running

    @property
    def lacks_consent(self) -> bool:
        """Whether members present whose papers came late still have to agree before anything is decided."""
        return self.asked > 0 and not self.agreed

    @property
    def quorate(self) -> bool:
        return self.quorum is not None and self.present >= self.quorum

    @property
    def own_quorum(self) -> str:
        """Where the cooperative's articles say how many make a quorum; '' where theirs is not the stricter share."""
        share = Share.of(self.rules["quorum"]) if self.rules else None
        if share is None or not share.from_articles(self.registered or 0):
            return ""
        return f"{self.rules.get('article') or 'Anggaran dasar'}, {share.articles} %"

    @property
    def letter_number(self) -> str:
        """The number of its invitation; '' before it, and where it was invited to before invitations had one."""
        return str(self.rules.get("number", ""))

    @property
    def missing(self) -> int:
        """How many more members the quorum needs."""
        return max((self.quorum or 0) - self.present, 0)

    @property
    def deliver_by(self) -> date | None:
        """The last day on which the papers may reach a member; None before the invitation."""
        return last_delivery(self.head.day, self.rules["days"]) if self.rules else None


@dataclass(frozen=True)
class ElectorLine:
    """A member with a voice at the meeting: the invitation, and whether the member came."""

    id: UUID
    party_id: UUID
    number: int
    name: str
    delivered_on: date | None
    delivered_by: str
    proof: str
    way: str
    group: str
    agreed: bool

    @property
    def present(self) -> bool:
        return bool(self.way)

    def late(self, meeting: date, days: int, on: date) -> bool:
        """Whether the papers came too late, or did not come until a day after the last one."""
        return not delivered_in_time(self.delivered_on or on, meeting, days)


@dataclass(frozen=True)
class ItemLine:
    """An item of the agenda; `done_at` is None until its turn is over, `held` says whether it was dealt with."""

    code: str
    label: str
    done_at: datetime | None
    note: str
    held: bool


@dataclass(frozen=True)
class DecisionLine:
    """A decision with its votes."""

    id: UUID
    number: int
    subject: str
    text: str
    way: str
    registered: int
    quorum: int
    present: int
    tally: Tally
    needed: int
    outcome: str
    notes: str

    @property
    def carried(self) -> bool:
        return self.outcome in CARRIED

    @property
    def shares_surplus(self) -> bool:
        """Whether it decides how the surplus is shared."""
        return self.subject == SURPLUS and self.carried


@dataclass(frozen=True)
class Choice:
    """A name or answer on a slip; `person` is the candidate."""

    key: str
    label: str
    person: UUID | None = None


@dataclass(frozen=True)
class PollCard:
    """A secret ballot: what is asked, how far it has come, and the votes once they are counted."""

    id: UUID
    meeting_id: UUID
    kind: str
    question: str
    organ: str
    position: str
    seats: int
    choices: tuple[Choice, ...]
    way: str
    handed_out: int | None
    urn_open: bool
    counted: bool
    counts: Mapping[str, int]

    @property
    def shown(self) -> tuple[tuple[Choice, int], ...]:
        """The choices with their votes, as they stand on the slip; slips without a vote last."""
        named = (*self.choices, Choice(BLANK, ""))
        return tuple((one, self.counts.get(one.key, 0)) for one in named)


BLANK = "blank"
"""Slips that came back empty, spoilt, or not at all."""
