"""Writes of indicators: the summary that follows its sources, figures published elsewhere, boards people keep."""

from sidamping.features.indicators.services.keeping import judge_all, judge_own, judge_stale, rebuild
from sidamping.features.indicators.services.monthly import send_due
from sidamping.features.indicators.services.publications import (
    FigureDraft,
    PublicationDraft,
    enter_publication,
    publication_faults,
    withdraw_publication,
)
from sidamping.features.indicators.services.rules import notice_rules
from sidamping.features.indicators.services.saved import forget_view, save_view
from sidamping.features.indicators.services.subscribing import subscribe, unsubscribe
from sidamping.features.indicators.services.tallying import tally

__all__ = [
    "FigureDraft", "PublicationDraft", "enter_publication", "forget_view", "judge_all", "judge_own",
    "judge_stale", "notice_rules", "publication_faults", "rebuild", "save_view", "send_due", "subscribe", "tally",
    "unsubscribe", "withdraw_publication",
]  # fmt: skip
