"""Whose answers a viewer may read in a round, and what the viewer may do there now. Denies by default.

Who fills in sees the own answers only until every assessor has handed in; amounts go to nobody else before. Answers
of a withdrawn round stay with whoever gave them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sidamping.features.assessments.models import Filling
from sidamping.features.assessments.queries.instruments import hidden_names
from sidamping.features.assessments.queries.lines import DECIDED, DRAFT, RETURNED, SUBMITTED, WITHDRAWN
from sidamping.features.assessments.queries.opening import decides_in, oversees_in
from sidamping.features.assessments.queries.scope import is_drawn
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer

LEAD, SECOND, SELF = "lead", "second", "self"
OPEN = (DRAFT, SUBMITTED, RETURNED)
"""States in which somebody may still fill in."""


class Standing:
    """A viewer before one round: its row (with `state`) and all its fillings, replaced ones too."""

    def __init__(self, viewer: Viewer, row: Any, fillings: Iterable[Filling]) -> None:
        self.viewer, self.row = viewer, row
        self.fillings = sorted(fillings, key=lambda one: (one.part, one.pk))
        replaced = {one.replaces_id for one in self.fillings}
        self.current = {one.part: one for one in self.fillings if one.pk not in replaced}
        self.state: str = row.state

    @property
    def own(self) -> Filling | None:
        """The viewer's own filling as it stands."""
        return next((one for one in self.current.values() if one.by_id == self.viewer.user_id), None)

    @property
    def waiting(self) -> tuple[Filling, ...]:
        """Those who have not handed in."""
        return tuple(one for one in self.current.values() if one.submitted_at is None)

    @property
    def blind(self) -> bool:
        """Whether an assessor's answers are still to come: until then none sees the other's."""
        return any(one.part in (LEAD, SECOND) for one in self.waiting)

    @property
    def lead_came(self) -> bool:
        """Whether the lead ever handed in; a return changes nothing of what could be read."""
        return any(one.part == LEAD and one.submitted_at is not None for one in self.fillings)

    @property
    def sampled(self) -> bool:
        """What pages tell of the draw: nothing before the lead has handed in without knowing of it."""
        return self.is_drawn and self.lead_came

    @property
    def is_drawn(self) -> bool:
        """Drawn for a second scoring which nobody does yet."""
        fit = self.row.party_id is not None and not self.row.simulated and SECOND not in self.current
        return fit and is_drawn(self.row.pk)

    @property
    def is_shared(self) -> bool:
        """Whether a second scores it or shall, and one of the two has handed in: then neither calls it off."""
        came = any(one.part in (LEAD, SECOND) and one.submitted_at is not None for one in self.fillings)
        return came and (SECOND in self.current or self.is_drawn)

    def readable(self) -> tuple[Filling, ...]:
        """The fillings whose answers the viewer may read: the own one, and handed-in ones of others."""
        own = self.own
        others = self._handed_in() if self._reads_others() else ()
        found = {one.part: one for one in others}
        return tuple({**found, **({own.part: own} if own else {})}.values())

    def reads_remarks(self) -> bool:
        """Whether the viewer may read why a filling was sent back: a blind second would learn of the lead's answers."""
        return self._leads() or self._is_let_in()

    def earlier(self) -> tuple[Filling, ...]:
        """Handed-in fillings that another one replaced: the own ones, and all for whoever reads the others."""
        replaced = [one for one in self.fillings if one.pk not in {row.pk for row in self.current.values()}]
        everything = self._reads_others()
        return tuple(one for one in replaced if everything or one.by_id == self.viewer.user_id)

    def firsts(self) -> tuple[Filling, ...]:
        """What each part handed in first, before it could read the others', as far as the viewer may read it."""
        everything = self._reads_others()
        found = [one for one in self.fillings if one.submitted_at is not None and one.replaces_id is None]
        return tuple(one for one in found if everything or one.by_id == self.viewer.user_id)

    def reads_results(self) -> bool:
        """Whether the viewer may read what was decided; who filled in the own view waits for it like the chair."""
        return self.state == DECIDED and (self._reads_others() or self.own is not None) and not self._hidden()

    def may(self) -> frozenset[str]:
        """What the viewer may do now."""
        acts = {
            "fill": self._fills(), "submit": self._fills(), "decide": self._decides(), "return": self._decides(),
            "invite": self.state in OPEN and (self._leads() or self._rules()),
            "withdraw": self.state in OPEN and self.withdraws(),
            "recompute": self.state == DECIDED and (self._leads() or self._rules()) and not self._hidden(),
        }
        return frozenset(act for act, allowed in acts.items() if allowed)

    def withdraws(self) -> bool:
        """Whether it is the viewer who takes the round back: whoever opened it, an overseer once two score it."""
        if self.is_shared:
            return oversees_in(self.viewer, self.row.area_id) and not self.took_part()
        return bool(self.row.opened_by_id == self.viewer.user_id)

    def took_part(self) -> bool:
        """Whether the viewer ever filled in here, opened the round, or is judged by it: four eyes need another pair."""
        mine = any(one.by_id == self.viewer.user_id for one in self.fillings)
        chaired = self.row.party_id in self.viewer.subjects(roles.CHAIR)
        return mine or chaired or self.viewer.user_id in (self.row.mentor_id, self.row.opened_by_id)

    def _reads_others(self) -> bool:
        """Whose answers stand beside the own ones; nobody's in a round that was withdrawn."""
        return self.state != WITHDRAWN and self._is_let_in()

    def _is_let_in(self) -> bool:
        own = self.own
        if own is not None and own.part != SELF:
            return own.submitted_at is not None and not self.blind
        if own is not None or self._is_subject():
            return self.state == DECIDED and not self._hidden()
        if self._rules():
            return not self._withheld()
        return self.row.carried and self.state == DECIDED

    def _withheld(self) -> bool:
        """An assessor who could still be the blind lead or second sees no answers before that is settled."""
        if oversees_in(self.viewer, self.row.area_id) or self.state not in OPEN:
            return False
        return LEAD not in self.current or self.is_drawn or self.blind

    def _handed_in(self) -> tuple[Filling, ...]:
        """The newest handed-in filling of each part: what was returned stays readable until it comes anew."""
        done = [one for one in self.fillings if one.submitted_at is not None]
        return tuple({one.part: one for one in sorted(done, key=lambda one: str(one.submitted_at))}.values())

    def _fills(self) -> bool:
        own = self.own
        return own is not None and own.submitted_at is None and self.state in OPEN

    def _decides(self) -> bool:
        lead = self.current.get(LEAD)
        ready = self.state == SUBMITTED and lead is not None and lead.submitted_at is not None
        return ready and self._rules() and not self.took_part() and not self._withheld()

    def _leads(self) -> bool:
        own = self.own
        return own is not None and own.part == LEAD

    def _rules(self) -> bool:
        return decides_in(self.viewer, self.row.area_id) and self.row.mentor_id != self.viewer.user_id

    def _is_subject(self) -> bool:
        chaired = self.row.party_id is not None and self.row.party_id in self.viewer.subjects(roles.CHAIR)
        return chaired or self.row.mentor_id == self.viewer.user_id

    def _hidden(self) -> bool:
        """Whether the instrument hides the result from the viewer, who is its subject."""
        return self._is_subject() and self.row.instrument in hidden_names() and not self._leads()


