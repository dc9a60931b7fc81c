"""Checks of the other drafts: observation, problem, alternative, follow-up, joint evaluation. All faults at once."""

from __future__ import annotations

from datetime import date

from sidamping.domain.fieldwork.drafts import (
    AlternativeDraft,
    EvaluationDraft,
    FollowUpDraft,
    ObservationDraft,
    ProblemDraft,
    Vocabulary,
)
from sidamping.domain.fieldwork.faults import code_faults, day_faults, text_faults
from sidamping.domain.problems import Problem, problem

MAX_CAUSES = 7


def check_observation(draft: ObservationDraft, *, on: date, vocabulary: Vocabulary) -> list[Problem]:
    """A day that has come, at least one finding, topics of the list."""
    found = day_faults("observed_on", draft.observed_on, vocabulary, latest=on)
    found += code_faults("findings", draft.findings, "observation-topics", vocabulary)
    if not any(text.strip() for text in draft.findings.values()):
        found.append(problem("FIELDWORK_012", "findings"))
    return found


def check_problem(draft: ProblemDraft, *, on: date, vocabulary: Vocabulary) -> list[Problem]:
    """Named, placed on a side, with its cause."""
    found = text_faults(draft, {"title": (160, True)}, vocabulary)
    found += code_faults("side", [draft.side], "problem-sides", vocabulary)
    found += code_faults("category", [draft.category], "problem-categories", vocabulary)
    found += day_faults("found_on", draft.found_on, vocabulary, latest=on)
    if str(draft.priority) not in vocabulary.codes["priority-levels"]:
        found.append(problem("GENERAL_002", "priority", label=vocabulary.label("priority"), seen=draft.priority))
    if not draft.causes:
        found.append(problem("FIELDWORK_013", "causes"))
    for cause in draft.causes:
        if len(cause) > 240:
            label = vocabulary.label("causes")
            found.append(problem("FIELDWORK_001", "causes", label=label, length=len(cause), limit=240))
    if len(draft.causes) > MAX_CAUSES:
        found.append(problem("FIELDWORK_014", "causes", seen=len(draft.causes), limit=MAX_CAUSES))
    return found


def check_alternative(draft: AlternativeDraft, *, vocabulary: Vocabulary) -> list[Problem]:
    """A way out without its consequences is no alternative (S4 IV.A.b)."""
    return text_faults(draft, {"text": (240, True), "consequences": (None, True)}, vocabulary)


def check_follow_up(draft: FollowUpDraft, *, vocabulary: Vocabulary, earliest: date) -> list[Problem]:
    """What, whose, by when."""
    found = text_faults(draft, {"text": (240, True), "owner_name": (120, True)}, vocabulary)
    found += code_faults("owner_side", [draft.owner_side], "follow-up-owners", vocabulary)
    found += day_faults("due", draft.due, vocabulary, latest=date.max, earliest=earliest)
    return found


def check_evaluation(draft: EvaluationDraft, *, on: date, vocabulary: Vocabulary) -> list[Problem]:
    """Both sides speak: every part is filled in and the mentee is named."""
    limits = {
        "mentee_name": (120, True),
        "went_well": (None, True),
        "difficulties": (None, True),
        "mentee_view": (None, True),
        "mentor_view": (None, True),
        "next_plan": (None, True),
    }
    return text_faults(draft, limits, vocabulary) + day_faults("held_on", draft.held_on, vocabulary, latest=on)
