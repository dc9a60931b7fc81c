"""Groups of mentees in one district who share an open problem, proposed to the mentor who carries them (A7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sidamping.domain.cohorts.groups import Group, OpenProblem, proposed_groups
from sidamping.features.fieldwork.queries import unsolved_problems
from sidamping.features.programmes.queries import EngagementCard, EngagementFilter, every_engagement
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels

DISTRICT = 8
MOST = 10
"""More than these are proposed as several groups: everybody should get a word in."""


@dataclass(frozen=True)
class GroupLine:
    """A group with who is in it, what they share and where."""

    category: str
    label: str
    district: str
    cards: tuple[EngagementCard, ...]
    titles: tuple[str, ...]
    most_urgent: int


def group_proposals(viewer: Viewer) -> tuple[GroupLine, ...]:
    """The larger groups first; only mentees whom the viewer carries today."""
    carried = every_engagement(viewer, EngagementFilter(mentor=viewer.user_id, walked=False))
    cards = {str(one.id): one for one in carried}
    open_ = unsolved_problems([one.id for one in cards.values()])
    told = [
        OpenProblem(str(one.engagement_id), one.category, cards[str(one.engagement_id)].village_code[:DISTRICT],
                    one.priority)
        for one in open_
    ]
    titles: dict[tuple[str, str], list[str]] = {}
    for one in open_:
        titles.setdefault((str(one.engagement_id), one.category), []).append(one.title)
    words = labels("problem-categories", reader_language())
    return tuple(_line(group, cards, titles, words) for group in proposed_groups(told, most=MOST))


def _line(
    group: Group, cards: dict[str, EngagementCard], titles: dict[tuple[str, str], list[str]], words: Mapping[str, str]
) -> GroupLine:
    own = tuple(cards[id] for id in group.mentees)
    said = [title for id in group.mentees for title in titles.get((id, group.category), ())]
    return GroupLine(
        group.category, words.get(group.category, group.category), own[0].district, own, tuple(dict.fromkeys(said)),
        group.most_urgent,
    )
