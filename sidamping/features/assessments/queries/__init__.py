"""Reads rounds, instruments and results. Every list is scoped here, from the viewer."""

from sidamping.features.assessments.queries.agreement import (
    Agreement,
    ComponentDifference,
    ItemDifference,
    agreement,
    self_view,
)
from sidamping.features.assessments.queries.baselines import Baseline, open_baselines
from sidamping.features.assessments.queries.cards import assessment_card, earlier_fillings, paired_cards, part_word
from sidamping.features.assessments.queries.engaged import (
    DecidedRound,
    EngagedAs,
    decided_rounds,
    engaged_as,
    opens_for,
)
from sidamping.features.assessments.queries.evidence import evidence_behind, evidence_file
from sidamping.features.assessments.queries.heads import AssessmentFilter, assessments_page
from sidamping.features.assessments.queries.impact import impact
from sidamping.features.assessments.queries.instruments import (
    available,
    head_of,
    instrument_for,
    instrument_on,
    instruments_on,
    said,
    versions_of,
)
from sidamping.features.assessments.queries.inviting import to_invite
from sidamping.features.assessments.queries.lines import (
    DECIDED,
    DRAFT,
    RETURNED,
    SUBMITTED,
    WITHDRAWN,
    AssessmentCard,
    AssessmentHead,
    EvidenceLine,
    FillingLine,
    ImpactLine,
    InstrumentHead,
    OutsideLine,
    ResultLine,
    StepLine,
    SubjectName,
)
from sidamping.features.assessments.queries.opening import opens_any
from sidamping.features.assessments.queries.outcomes import live_outcome
from sidamping.features.assessments.queries.pairs import (
    DeltaLine,
    NewerRuler,
    PairDelta,
    RulerLine,
    compare,
    delta_of,
    pair_delta,
)
from sidamping.features.assessments.queries.past import (
    LatestResult,
    history_of_party,
    latest_of_parties,
    outside_file,
    outside_of_party,
)
from sidamping.features.assessments.queries.subjects import (
    kind_word,
    subject_named,
    subjects_to_choose,
)
from sidamping.features.assessments.queries.waiting import (
    OpenFilling,
    OwnForm,
    open_fillings,
    own_count,
    own_form,
    waiting_for,
)

__all__ = [
    "DECIDED",
    "DRAFT",
    "RETURNED",
    "SUBMITTED",
    "WITHDRAWN",
    "Agreement",
    "AssessmentCard",
    "AssessmentFilter",
    "AssessmentHead",
    "Baseline",
    "ComponentDifference",
    "DecidedRound",
    "DeltaLine",
    "EngagedAs",
    "EvidenceLine",
    "FillingLine",
    "ImpactLine",
    "InstrumentHead",
    "ItemDifference",
    "LatestResult",
    "NewerRuler",
    "OpenFilling",
    "OutsideLine",
    "OwnForm",
    "PairDelta",
    "ResultLine",
    "RulerLine",
    "StepLine",
    "SubjectName",
    "agreement",
    "assessment_card",
    "assessments_page",
    "available",
    "compare",
    "decided_rounds",
    "delta_of",
    "earlier_fillings",
    "engaged_as",
    "evidence_behind",
    "evidence_file",
    "head_of",
    "history_of_party",
    "impact",
    "instrument_for",
    "instrument_on",
    "instruments_on",
    "kind_word",
    "latest_of_parties",
    "live_outcome",
    "open_baselines",
    "open_fillings",
    "opens_any",
    "opens_for",
    "outside_file",
    "outside_of_party",
    "own_count",
    "own_form",
    "pair_delta",
    "paired_cards",
    "part_word",
    "said",
    "self_view",
    "subject_named",
    "subjects_to_choose",
    "to_invite",
    "versions_of",
    "waiting_for",
]
