"""The RAT book on pages: its parts with who wrote them, the words of a part, and the versions that were frozen (E4)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sidamping.domain.meetings import passages
from sidamping.domain.meetings.documents import RAT_BOOK
from sidamping.domain.periods import Year
from sidamping.features.books import queries as books
from sidamping.features.meetings import queries, services
from sidamping.features.meetings.forms import PassageForm, SurplusForm
from sidamping.features.meetings.queries import AgreedShares, MeetingCard, PassageLine
from sidamping.features.meetings.views.answers import READERS, answered, done, found_meeting, own_meeting, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels

PASSAGES = "rat-passages"
GROUPS = (
    ("rules", (passages.RULES,)), ("board", (*passages.BOARD, passages.SURPLUS)),
    ("supervisors", passages.SUPERVISORS), ("plan", (passages.PLAN,)),
)  # fmt: skip


@allow(*READERS)
@require_safe
def rat_book(request: HttpRequest, annual: UUID) -> HttpResponse:
    """The parts of the book and who wrote them, its frozen versions, what the invitation still lacks."""
    card = _annual(found_meeting(request, annual))
    assert card.head.year is not None  # of an annual meeting
    said, words = queries.passages_of(card.id), labels(PASSAGES, reader_language())
    versions = [one for one in queries.documents(card) if one.kind == RAT_BOOK]
    seen, proposed, agreed = _named_parts(card), said.get(passages.SURPLUS), queries.agreed_shares(card)
    decided = agreed.percents if agreed is not None else {}
    context = {
        "card": card, "book": card.book, "versions": versions, "approved": any(one.approved for one in versions),
        "groups": [(key, [(one, words[one], said.get(one)) for one in parts if one in seen]) for key, parts in GROUPS],
        "drafted": passages.DRAFTED, "proposed": proposed is not None,
        "shares": _shares(card, decided or (proposed.percents if proposed is not None else {})),
        "shared": bool(decided), "agreed": agreed, "rewritten": _rewritten(agreed, proposed),
        "ended": request.today > Year(card.head.year).end,
        "lacking": [words[part] for part in passages.ENCLOSED if part not in said],
    }  # fmt: skip
    return page(request, "rat_book.html", context)


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def rat_passage(request: HttpRequest, annual: UUID, passage: str) -> HttpResponse:
    """Write a part in one's own words, or the proposed shares; it begins with what the records say."""
    card = _annual(own_meeting(request, annual))
    words = labels(PASSAGES, reader_language())
    if passage not in passages.PARTS:
        raise Http404
    kept = queries.passages_of(card.id).get(passage)
    form: PassageForm | SurplusForm
    if passage == passages.SURPLUS:
        form = SurplusForm(request.POST or None, kept=kept.percents if kept else {})
    else:
        first = kept.text if kept else queries.drafted_words(card, passage)
        form = PassageForm(request.POST or None, initial={"text": first})
    agreed = queries.agreed_shares(card) if passage == passages.SURPLUS else None
    context = {"card": card, "book": card.book, "form": form, "name": words[passage], "kept": kept, "part": passage,
               "agreed": agreed}  # fmt: skip
    return answered(
        request, "rat_passage.html", context,
        lambda: services.write_passage(by=request.viewer, meeting=annual, part=passage, now=request.now, **form.said()),
        _("Bagian buku RAT disimpan."), reverse("rat_book", args=[annual]),
    )  # fmt: skip


@allow(*roles.BOARD)
@require_POST
def rat_book_freeze(request: HttpRequest, annual: UUID) -> HttpResponse:
    """Freeze the book as it goes to the members."""
    own_meeting(request, annual)
    act = partial(services.freeze_book, by=request.viewer, meeting=annual, now=request.now)
    return done(request, act, "rat_book", annual)


def _annual(card: MeetingCard) -> MeetingCard:
    """The meeting when it has a book."""
    if card.head.year is None:
        raise Http404
    return card


def _rewritten(agreed: AgreedShares | None, said: PassageLine | None) -> bool:
    """Whether the shares as they are written now are not those that were decided on."""
    return agreed is not None and said is not None and dict(said.percents) != dict(agreed.percents)


def _shares(card: MeetingCard, shares: Mapping[str, str]) -> str:
    """The shares as the page of the surplus takes them, a fund without one as none; none kept, it shows an example."""
    assert card.head.year is not None  # of an annual meeting
    percents = {f"pct_{key}": shares.get(key, "0") for key, *_rest in books.FUNDS} if shares else {}
    return urlencode({"per": Year(card.head.year).end.isoformat(), **percents})


def _named_parts(card: MeetingCard) -> tuple[str, ...]:
    """The parts a reader may see: events may name members."""
    return tuple(one for one in passages.PARTS if card.book.sees_names or one != passages.EVENTS)
