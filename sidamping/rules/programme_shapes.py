"""The shape of a programme file: stages, steps, intake, recruitment, deliverables, graduation and the rules used.

Everything beyond steps, roles and papers may be left out, so that a small programme stays a small file.
"""

from __future__ import annotations

from sidamping.rules.shapes import (
    Maybe,
    Shape,
    anything,
    choice,
    cite,
    code,
    each,
    flag,
    maybe,
    number,
    table,
    text,
    words,
)

STATUS = choice("resmi", "usulan", "contoh")
LABEL = table(id=text, en=text)
RULE_KEY = table(rule=text, key=text)
COPY = table(no=number, recipient=text, via=maybe(text), role=maybe(code))
PURPOSE = choice("single", "baseline", "midterm", "final")
APPLIES = words(each(text))
NAMED: dict[str, Shape | Maybe] = {"code": code, "id": text, "en": text, "cite": cite, "status": maybe(STATUS)}

WHEN = table(after=maybe(code), days=maybe(number), months=maybe(number), status=maybe(STATUS), note=maybe(text))
FORM = table(kind=choice("instrument", "paper", "deliverable", "letter"), name=text, purpose=maybe(PURPOSE))
STAGE = table(**NAMED)
STEP = table(
    code=code, id=text, en=text, cite=cite, status=maybe(STATUS), hint=maybe(LABEL), stage=maybe(code),
    subject=maybe(choice("mentee", "mentor", "cohort")), needs=maybe(each(code)), applies=maybe(APPLIES),
    when=maybe(WHEN), marked_by=maybe(text), owners=maybe(each(code)), override=maybe(each(code)),
    evidence=maybe(each(code)), forms=maybe(each(FORM)), outcomes=maybe(each(code)), stops=maybe(each(code)),
    hidden_from=maybe(each(code)), repeats=maybe(flag),
)
INTAKE = table(
    documents=each(table(**NAMED, required=maybe(flag))),
    screening=maybe(each(table(**NAMED, must=maybe(flag), reason=code))),
    priorities=maybe(each(table(**NAMED))),
    duplicates=each(choice("nik", "nik_koperasi", "legal_number", "phone", "name_village")),
    reasons=text,
)
TIE = table(**NAMED, order=each(text))
INTERVIEW = table(instrument=text, interviewers=number, tie=TIE, cite=cite, status=maybe(STATUS))
RECRUITMENT = table(
    stages=each(table(code=choice("administrative", "competence", "interview", "selection"), step=code,
                      criteria=maybe(each(table(**NAMED))))),
    interview=maybe(INTERVIEW), letters=maybe(each(code)),
)
INDUCTION = table(
    step=code,
    sessions=each(table(**NAMED, mode=choice("offline", "online"), phase=choice("before", "during"),
                        required=maybe(flag))),
)
DELIVERABLES = table(
    reviewers=each(code), general=each(table(code=code, cite=cite, month=maybe(number), required=maybe(flag))),
    themes=maybe(words(table(codes=each(code), cite=cite))),
)
CONDITION = table(
    **NAMED, measure=code, least=maybe(number), most=maybe(number), weight=number, must=maybe(flag), step=maybe(code),
)
GRADUATION = table(
    decided_by=each(code), verdicts=text, criteria=maybe(text), conditions=each(CONDITION),
    pass_mark=table(value=number, unit=text, cite=cite, status=maybe(STATUS)),
)
PERIOD = table(
    months=number, cite=cite, status=maybe(STATUS),
    longer=maybe(table(months=number, most=number, applies=APPLIES, cite=cite, status=maybe(STATUS))),
)
FOLLOW_UP = table(step=code, months=each(number), owners=each(code), cite=cite, status=maybe(STATUS))
MONITORING = table(**NAMED, owners=each(code), every_days=maybe(number))

PARTS: dict[str, Shape | Maybe] = {
    "area": maybe(text), "time_zone": text, "place": maybe(text), "mentee_kinds": each(code), "roles": words(LABEL),
    "letterhead": each(text), "addressee": maybe(text), "steps": each(STEP), "gates": maybe(words(each(code))),
    "papers": each(text), "contact": RULE_KEY, "copies": maybe(each(COPY)), "goals": maybe(each(LABEL)),
    "stages": maybe(each(STAGE)),
    "needs": maybe(table(types=each(code), themes=each(code), cite=cite)),
    "intake": maybe(INTAKE),
    "recruitment": maybe(RECRUITMENT),
    "induction": maybe(INDUCTION),
    "deliverables": maybe(DELIVERABLES),
    "pins": maybe(each(table(instrument=text, purposes=each(PURPOSE), cite=cite))),
    "graduation": maybe(GRADUATION),
    "period": maybe(PERIOD),
    "follow_up": maybe(FOLLOW_UP),
    "continues": maybe(table(owners=each(code), cite=cite)),
    "monitoring": maybe(each(MONITORING)),
    "load": maybe(table(rule=text, most=text, least=maybe(text))),
    "dose": maybe(text),
    "success": maybe(text),
    "assignment": maybe(text),
    "benefits": maybe(text),
    "target": maybe(table(value=anything, unit=text, cite=cite, status=maybe(STATUS))),
}
"""`dose`, `success` and `assignment` name a rule; `benefits` a list; pins are the instruments an engagement keeps."""
