"""Answers that two balance sheets suggest, each with its reason; a person decides and may answer otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sidamping.domain.formulas import FORMULAS, Unknowable
from sidamping.domain.problems import Problem, problem
from sidamping.domain.scoring.amounts import Amounts
from sidamping.domain.scoring.filling import Filling
from sidamping.domain.scoring.instrument import Instrument, Question, Words
from sidamping.domain.scoring.numbers import Number, plain, written
from sidamping.domain.scoring.outcome import Proposal

SWAPPED = str.maketrans(",.", ".,")


def proposals(instrument: Instrument, amounts: Amounts) -> Iterator[Proposal]:
    """One for each question of which at least one amount is known."""
    for key, question in instrument.proposing:
        names = FORMULAS[question.formula].inputs
        known = tuple((name, amount) for name in names if (amount := amounts.get(name)) is not None)
        if known:
            yield _proposal(key, question, names, known)


def proposal_text(proposal: Proposal, instrument: Instrument) -> Words:
    """The suggestion with its reason in both languages, for the place beside the question."""
    if proposal.answer is None:
        return Words(
            f"Belum dapat diusulkan. {_reason(proposal, 'id')}", f"Nothing can be proposed. {_reason(proposal, 'en')}"
        )
    ratio, limit = written(proposal.ratio), written(proposal.question.at_least, 0)
    used = [(instrument.fields[name].label, written(amount, 0)) for name, amount in proposal.inputs]
    used_id = "; ".join(f"{label.id} {amount}" for label, amount in used)
    used_en = "; ".join(f"{label.en} {_english(amount)}" for label, amount in used)
    says = FORMULAS[proposal.question.formula].says
    return Words(
        f"Usulan: {'ya' if proposal.answer else 'tidak'}. Hasil hitung {ratio} persen ({says}), batasnya paling "
        f"sedikit {limit} persen. Dihitung dari {used_id}.",
        f"Proposal: {'yes' if proposal.answer else 'no'}. The figures give {_english(ratio)} percent; the limit is at "
        f"least {_english(limit)} percent. Computed from {used_en}.",
    )


def contradicted(instrument: Instrument, made: Iterable[Proposal], filling: Filling) -> Iterator[Problem]:
    """Answers that a person gave otherwise than the figures say; they count, and the reader is told."""
    for one in made:
        answered = filling.answers.get(one.component)
        number = instrument.by_key[one.component].questions.index(one.question) + 1
        answer = dict(answered.by_number).get(number) if answered is not None else None
        if one.answer is not None and answer is not None and answer != one.answer:
            told = {"ratio": plain(one.ratio), "limit": plain(one.question.at_least)}
            yield problem("SCORING_047", one.question.key, key=one.question.key, **told)


def _proposal(
    component: str, question: Question, names: tuple[str, ...], known: tuple[tuple[str, Number], ...]
) -> Proposal:
    given = dict(known)
    missing = [name for name in names if name not in given]
    if missing:
        why = problem("SCORING_023", question.key, missing=", ".join(missing))
        return Proposal(component, question, None, None, why, known)
    ratio = FORMULAS[question.formula].compute(*[given[name] for name in names])
    if isinstance(ratio, Unknowable):
        return Proposal(component, question, None, None, problem(ratio.code, question.key, name=ratio.name), known)
    return Proposal(component, question, ratio >= question.at_least, ratio, None, known)


def _reason(proposal: Proposal, language: str) -> str:
    return proposal.why.text(language) if proposal.why is not None else ""


def _english(text: str) -> str:
    return text.translate(SWAPPED)
