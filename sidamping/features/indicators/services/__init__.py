"""Writes of indicators: the summary that follows its sources, figures published elsewhere, boards people keep."""

from sidamping.features.indicators.services.keeping import judge_stale, rebuild

__all__ = ["judge_stale", "rebuild"]
