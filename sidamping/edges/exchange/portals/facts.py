"""What we know of a cooperative and of a participant, by the names that layouts ask for (`domain.portals.FACTS`)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from sidamping.domain.portals import Value
from sidamping.features.parties.queries.registrations import Registration
from sidamping.features.progress.queries import Standing
from sidamping.rules.books import labels

Facts = dict[str, Value]
PLACES = ("province", "regency", "district", "village")
FIGURES = ("members", "principal_savings", "mandatory_savings", "total_assets", "surplus")
KEPT = {True: "Ya", False: "Tidak"}


def cooperative_facts(
    one: Registration, figures: tuple[date, Mapping[str, int | None]] | None, meeting: tuple[int, date] | None
) -> Facts:
    """From the register, the newest report that was passed on, and the last annual meeting."""
    month, told = figures or (None, {})
    year, day = meeting or (None, None)
    return {
        "name": one.name, "nik_koperasi": one.nik_koperasi, "legal_number": one.legal_number,
        "legal_date": one.legal_date, "nib": one.nib, "npwp": one.npwp,
        "kind": _word("cooperative-kinds", one.kind), "form": _word("cooperative-forms", one.form),
        "standing": _word("cooperative-standings", one.standing), "founded_on": one.founded_on,
        "address": one.address, "village_code": one.village_code,
        **dict(zip(PLACES, one.places, strict=False)),
        **{position: one.officers.get(position, "") for position in ("chair", "secretary", "treasurer")},
        "meeting_day": day, "meeting_year": year, "figures_month": month,
        **{code: told.get(code) for code in FIGURES},
    }  # fmt: skip


def participant_facts(one: Standing, nik: str) -> Facts:
    """From the mentoring, the newest profile and the months told; whole rupiah and whole people."""
    card, profile, reached = one.card, one.profile, one.success
    turnover, workers = (reached.turnover, reached.workers) if reached else (None, None)
    return {
        "name": card.mentee_name, "nik": nik, "programme": card.programme, "cohort": card.cohort_name,
        "village_code": card.village_code, "village": card.village, "district": card.district,
        "regency": card.regency, "mentor": card.mentor_name, "starts": card.starts, "ends": card.ends,
        "sector": _word("tkm-sectors", profile.sector if profile else ""),
        "technology": _word("technology-levels", profile.technology if profile else ""),
        "turnover_before": _whole(turnover.before if turnover else None),
        "turnover_after": _whole(turnover.after if turnover else None),
        "workers_before": _whole(workers.before if workers else None),
        "workers_after": _whole(workers.after if workers else None),
        "records_kept": KEPT.get(reached.records.reached) if reached and reached.records.reached is not None else None,
    }  # fmt: skip


def _word(name: str, code: str) -> str:
    """The word of a list; the systems of others speak Indonesian."""
    return labels(name).get(code, code)


def _whole(amount: Fraction | None) -> int | None:
    return None if amount is None else round(amount)
