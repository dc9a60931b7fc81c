"""Whether a programme file holds together: names exist, forms exist, every step can be reached by somebody.

Returns all faults at once; `sidamping programme check` and `sidamping rulebook check` run the same functions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sidamping.domain import workflow
from sidamping.domain.cohorts.graduation import MEASURES
from sidamping.domain.problems import Problem, problem
from sidamping.rules.loader import Book, RuleFile
from sidamping.rules.references import MENTEE_KINDS, codes_in, known, names_of, rule_key, twice

MENTEE = "mentee"
"""Owner of steps that the mentee does; no user role, so it stands in no list of roles."""
FACTS = {
    "need": "need-types", "theme": "mentoring-themes", "sector": "tkm-sectors", "income": "income-types",
    "technology": "technology-levels",
}
"""Facts of a mentee that steps and periods may depend on, with the list of their values."""
KEYS = {
    "dose": ("visits-period", "visits-month", "sessions-month-least", "sessions-month-most", "warn-day", "band-low",
             "band-middle", "band-high"),
    "success": ("target-all-three", "turnover-growth", "baseline-months", "records-kept", "workers-added"),
    "assignment": ("theme-missing", "sector-missing", "each-km", "each-mentee", "unplaced", "group-village",
                   "group-district", "group-regency", "group-province", "group-nation"),
}
"""What a rule named by a programme must decide."""
FORMS = {"instrument": "instruments", "paper": "papers"}
LISTED = {"deliverable": "deliverables", "letter": "programme-letters"}
FLAWS = {
    workflow.CYCLE: "PROGRAMMES_028", workflow.BEHIND: "PROGRAMMES_029", workflow.STAGE: "PROGRAMMES_030",
    workflow.NOBODY: "PROGRAMMES_031", workflow.DUE: "PROGRAMMES_032",
}


def programme_faults(book: Book, file: RuleFile) -> list[Problem]:
    """Every fault of a programme of sound shape."""
    return [*_names(book, file), *_steps(book, file), *_parts(book, file), *_forms(book, file), *_reach(file)]


def _names(book: Book, file: RuleFile) -> Iterator[Problem]:
    data = file.data
    steps = [step["code"] for step in data["steps"]]
    yield from twice(file, "steps", steps)
    yield from twice(file, "stages", [one["code"] for one in data.get("stages", ())])
    for gate, needs in data.get("gates", {}).items():
        yield from known(file, "gates", [gate], codes_in(book, "activities"), "lists/activities")
        yield from known(file, f"gates.{gate}", needs, steps, "steps")
    yield from known(file, "roles", data["roles"], codes_in(book, "roles"), "lists/roles")
    copies = data.get("copies", ())
    yield from twice(file, "copies", [copy["no"] for copy in copies])
    routed = [copy["role"] for copy in copies if copy.get("role")]
    yield from known(file, "copies", routed, codes_in(book, "roles"), "lists/roles")
    yield from known(file, "mentee_kinds", data["mentee_kinds"], MENTEE_KINDS, "parties")
    yield from rule_key(book, file, "contact", data["contact"])


def _steps(book: Book, file: RuleFile) -> Iterator[Problem]:
    data = file.data
    steps = [step["code"] for step in data["steps"]]
    stages = [one["code"] for one in data.get("stages", ())]
    people = {*data["roles"], MENTEE}
    for step in data["steps"]:
        here = f"steps.{step['code']}"
        after, stage, mark = step.get("when", {}).get("after"), step.get("stage"), step.get("marked_by")
        yield from known(file, f"{here}.needs", step.get("needs", ()), steps, "steps")
        yield from known(file, f"{here}.when.after", [after] if after else [], steps, "steps")
        yield from known(file, f"{here}.stage", [stage] if stage else [], stages, "stages")
        yield from known(file, f"{here}.marked_by", [mark] if mark else [], codes_in(book, "activities"),
                         "lists/activities")
        for key in ("owners", "override", "hidden_from"):
            yield from known(file, f"{here}.{key}", step.get(key, ()), people, "roles")
        yield from known(file, f"{here}.evidence", step.get("evidence", ()), codes_in(book, "evidence-kinds"),
                         "lists/evidence-kinds")
        yield from known(file, f"{here}.outcomes", step.get("outcomes", ()), codes_in(book, "step-outcomes"),
                         "lists/step-outcomes")
        yield from known(file, f"{here}.stops", step.get("stops", ()), step.get("outcomes", ()), f"{here}.outcomes")
        yield from _applies(book, file, f"{here}.applies", step.get("applies", {}))


def _applies(book: Book, file: RuleFile, key: str, applies: Mapping[str, Any]) -> Iterator[Problem]:
    yield from known(file, key, applies, FACTS, "facts")
    for fact, meant in applies.items():
        if fact in FACTS:
            yield from known(file, f"{key}.{fact}", meant, codes_in(book, FACTS[fact]), f"lists/{FACTS[fact]}")


def _parts(book: Book, file: RuleFile) -> Iterator[Problem]:
    data = file.data
    steps = [step["code"] for step in data["steps"]]
    people = {*data["roles"], MENTEE}
    for key, owners in _owners(data):
        yield from known(file, key, owners, people, "roles")
    for key, step in _used_steps(data):
        yield from known(file, key, [step], steps, "steps")
    needs = data.get("needs", {})
    yield from known(file, "needs.types", needs.get("types", ()), codes_in(book, "need-types"), "lists/need-types")
    yield from known(file, "needs.themes", needs.get("themes", ()), codes_in(book, "mentoring-themes"),
                     "lists/mentoring-themes")
    for key, name in _used_lists(data):
        yield from known(file, key, [name], names_of(book, "lists"), "lists")
    yield from _screening(book, file)
    yield from known(file, "graduation.conditions", [one["measure"] for one in _conditions(data)], MEASURES, "measures")
    yield from _applies(book, file, "period.longer.applies",
                        data.get("period", {}).get("longer", {}).get("applies", {}))
    yield from _rules(book, file)


def _owners(data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield "deliverables.reviewers", data.get("deliverables", {}).get("reviewers", ())
    yield "graduation.decided_by", data.get("graduation", {}).get("decided_by", ())
    yield "follow_up.owners", data.get("follow_up", {}).get("owners", ())
    yield "continues.owners", data.get("continues", {}).get("owners", ())
    for one in data.get("monitoring", ()):
        yield f"monitoring.{one['code']}.owners", one["owners"]


def _used_steps(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for stage in data.get("recruitment", {}).get("stages", ()):
        yield f"recruitment.{stage['code']}.step", stage["step"]
    for key in ("induction", "follow_up"):
        if key in data:
            yield f"{key}.step", data[key]["step"]
    for one in _conditions(data):
        if "step" in one:
            yield f"graduation.{one['code']}.step", one["step"]


def _used_lists(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if "intake" in data:
        yield "intake.reasons", data["intake"]["reasons"]
    if "graduation" in data:
        yield "graduation.verdicts", data["graduation"]["verdicts"]
    if "benefits" in data:
        yield "benefits", data["benefits"]


def _screening(book: Book, file: RuleFile) -> Iterator[Problem]:
    intake = file.data.get("intake", {})
    reasons = [one["reason"] for one in intake.get("screening", ())]
    if intake:
        yield from known(file, "intake.screening", reasons, codes_in(book, intake["reasons"]),
                         f"lists/{intake['reasons']}")


def _conditions(data: Mapping[str, Any]) -> Any:
    return data.get("graduation", {}).get("conditions", ())


def _rules(book: Book, file: RuleFile) -> Iterator[Problem]:
    data = file.data
    for part, keys in KEYS.items():
        for key in keys if part in data else ():
            yield from rule_key(book, file, part, {"rule": data[part], "key": key})
    load = data.get("load", {})
    for end in ("most", "least"):
        if end in load:
            yield from rule_key(book, file, f"load.{end}", {"rule": load["rule"], "key": load[end]})


def _forms(book: Book, file: RuleFile) -> Iterator[Problem]:
    """Instruments, papers, deliverables and letters that the programme asks for and that do not exist."""
    for key, kind, name in _asked_forms(file.data):
        have = names_of(book, FORMS[kind]) if kind in FORMS else codes_in(book, LISTED[kind])
        if name not in have:
            yield problem("PROGRAMMES_033", file.path, file=file.path, key=key, kind=kind, seen=name)


def _asked_forms(data: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    yield from (("papers", "paper", name) for name in data["papers"])
    for step in data["steps"]:
        yield from ((f"steps.{step['code']}.forms", form["kind"], form["name"]) for form in step.get("forms", ()))
    works = data.get("deliverables", {})
    yield from (("deliverables.general", "deliverable", one["code"]) for one in works.get("general", ()))
    for theme, one in works.get("themes", {}).items():
        yield from ((f"deliverables.themes.{theme}", "deliverable", code) for code in one["codes"])
    recruitment = data.get("recruitment", {})
    yield from (("recruitment.letters", "letter", name) for name in recruitment.get("letters", ()))
    if "interview" in recruitment:
        yield "recruitment.interview.instrument", "instrument", recruitment["interview"]["instrument"]
    yield from (("pins", "instrument", one["instrument"]) for one in data.get("pins", ()))
    if data.get("graduation", {}).get("criteria"):
        yield "graduation.criteria", "instrument", data["graduation"]["criteria"]


def _reach(file: RuleFile) -> Iterator[Problem]:
    """Faults of the net of steps. Programmes without stages name no owners; there everyone may record a step."""
    data = file.data
    stages = [one["code"] for one in data.get("stages", ())]
    links = [
        workflow.Link(step["code"], tuple(step.get("needs", ())), step.get("stage", ""),
                      step.get("when", {}).get("after", ""),
                      not stages or bool(step.get("owners") or step.get("marked_by")))
        for step in data["steps"]
    ]
    for flaw in workflow.flaws(links, stages):
        others = ", ".join(flaw.others)
        yield problem(FLAWS[flaw.kind], file.path, file=file.path, step=flaw.step, steps=others, others=others)
