"""Builds a programme from its file, whether it stands in the rulebook or was only read to be checked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from sidamping.rules.forms import Copy, Label, RuleKey
from sidamping.rules.loader import RuleFile
from sidamping.rules.programme_forms import (
    Condition,
    Deliverable,
    Deliverables,
    Document,
    FollowUp,
    FormUse,
    Graduation,
    Intake,
    Interview,
    Load,
    Named,
    Needs,
    PeriodRule,
    Pin,
    Programme,
    Question,
    Recruitment,
    SelectionStage,
    Session,
    Step,
    Watch,
    When,
)

Row = Mapping[str, Any]


@lru_cache(maxsize=64)
def built(file: RuleFile) -> Programme:
    """The programme a file describes; the file is of sound shape."""
    data = file.data
    target = data.get("target")
    return Programme(
        code=file.name,
        version=file.path.removeprefix("programmes/").removesuffix(".yaml"),
        sha256=file.sha256,
        status=file.status,
        title=_label(data["title"]),
        area=data.get("area", ""),
        time_zone=data["time_zone"],
        place=data.get("place", ""),
        mentee_kinds=data["mentee_kinds"],
        roles={role: _label(names) for role, names in data["roles"].items()},
        letterhead=data["letterhead"],
        addressee=data.get("addressee", ""),
        steps=tuple(_step(row) for row in data["steps"]),
        gates=data.get("gates", {}),
        papers=data["papers"],
        contact=RuleKey(**data["contact"]),
        copies=tuple(Copy(**row) for row in data.get("copies", ())),
        goals=tuple(_label(row) for row in data.get("goals", ())),
        data=data,
        **_parts(data),
        **{key: data.get(key, "") for key in ("dose", "success", "assignment", "benefits")},
        target=target["value"] if target else None,
    )


def _parts(data: Row) -> dict[str, Any]:
    """The parts a small programme leaves out."""
    induction = data.get("induction", {})
    return {
        "stages": tuple(Named(**_named(row)) for row in data.get("stages", ())),
        "needs": Needs(**data["needs"]) if "needs" in data else None,
        "intake": _intake(data["intake"]) if "intake" in data else None,
        "recruitment": _recruitment(data["recruitment"]) if "recruitment" in data else None,
        "induction_step": induction.get("step", ""),
        "induction": tuple(Session(**_named(row)) for row in induction.get("sessions", ())),
        "deliverables": _deliverables(data["deliverables"]) if "deliverables" in data else None,
        "pins": tuple(Pin(**row) for row in data.get("pins", ())),
        "graduation": _graduation(data["graduation"]) if "graduation" in data else None,
        "period": _period(data["period"]) if "period" in data else None,
        "follow_up": FollowUp(**data["follow_up"]) if "follow_up" in data else None,
        "continues": data.get("continues", {}).get("owners", ()),
        "monitoring": tuple(Watch(**_named(row)) for row in data.get("monitoring", ())),
        "load": Load(**data["load"]) if "load" in data else None,
    }


def _step(row: Row) -> Step:
    hint = row.get("hint")
    given = {key: value for key, value in row.items() if key not in ("id", "en", "hint", "when", "forms")}
    return Step(
        label=_label(row), hint=_label(hint) if hint else None, when=When(**row.get("when", {})),
        forms=tuple(FormUse(**one) for one in row.get("forms", ())), **given,
    )


def _intake(row: Row) -> Intake:
    return Intake(
        documents=tuple(Document(**_named(one)) for one in row["documents"]),
        screening=tuple(Question(**_named(one)) for one in row.get("screening", ())),
        priorities=tuple(Named(**_named(one)) for one in row.get("priorities", ())),
        duplicates=row["duplicates"],
        reasons=row["reasons"],
    )


def _recruitment(row: Row) -> Recruitment:
    stages = tuple(
        SelectionStage(one["code"], one["step"], tuple(Named(**_named(item)) for item in one.get("criteria", ())))
        for one in row["stages"]
    )
    return Recruitment(stages, _interview(row["interview"]) if "interview" in row else None, row.get("letters", ()))


def _interview(row: Row) -> Interview:
    tie = {key: value for key, value in row["tie"].items() if key != "order"}
    return Interview(
        row["instrument"], row["interviewers"], Named(**_named(tie)), row["tie"]["order"], row["cite"],
        row.get("status", ""),
    )


def _deliverables(row: Row) -> Deliverables:
    themes = {theme: one["codes"] for theme, one in row.get("themes", {}).items()}
    return Deliverables(row["reviewers"], tuple(Deliverable(**one) for one in row["general"]), themes)


def _graduation(row: Row) -> Graduation:
    mark = row["pass_mark"]
    return Graduation(
        row["decided_by"], row["verdicts"], row.get("criteria", ""),
        tuple(Condition(**_named(one)) for one in row["conditions"]), mark["value"], mark["cite"],
        mark.get("status", ""),
    )


def _period(row: Row) -> PeriodRule:
    longer = row.get("longer")
    base = PeriodRule(row["months"], row["cite"], row.get("status", ""))
    if longer is None:
        return base
    return PeriodRule(base.months, base.cite, base.status, longer["months"], longer["most"], longer["applies"],
                      longer["cite"])


def _named(row: Row) -> dict[str, Any]:
    """The row with its two texts as one label."""
    rest = {key: value for key, value in row.items() if key not in ("id", "en")}
    return {**rest, "label": _label(row)}


def _label(row: Row) -> Label:
    return Label(row["id"], row["en"])
