"""Reads outcomes as frozen dataclasses, scoped by the viewer unless a function says unscoped."""

from sidamping.features.outcomes.queries.after import (
    ContinuationLine,
    DueLine,
    LookBackLine,
    Occasion,
    continuations_of,
    due_look_backs,
    looks_back,
    occasions_of,
)
from sidamping.features.outcomes.queries.counting import Seen, instrument_decided, rounds_of, seen_of
from sidamping.features.outcomes.queries.explaining import (
    ConditionLine,
    Explanation,
    criteria_versions,
    explanation,
    graduation_of,
)
from sidamping.features.outcomes.queries.judged import (
    InterventionLine,
    JudgementLine,
    judgements_of,
    verdict_on,
)
from sidamping.features.outcomes.queries.meetings import (
    MeetingFile,
    MeetingLine,
    held,
    meeting,
    meeting_file,
    meetings_of,
)
from sidamping.features.outcomes.queries.scope import (
    OFFICES,
    READERS,
    book_of,
    may,
    mentors_of,
    owners_of,
    reads_confidential,
    step_of,
    stop_of,
)

__all__ = [
    "OFFICES", "READERS", "ConditionLine", "ContinuationLine", "DueLine", "Explanation", "InterventionLine",
    "JudgementLine", "LookBackLine", "MeetingFile", "MeetingLine", "Occasion", "Seen", "book_of", "continuations_of",
    "criteria_versions", "due_look_backs", "explanation", "graduation_of", "held", "instrument_decided",
    "judgements_of", "looks_back", "may", "meeting", "meeting_file", "meetings_of", "mentors_of",
    "occasions_of", "owners_of", "reads_confidential", "rounds_of", "seen_of", "step_of", "stop_of", "verdict_on",
]
