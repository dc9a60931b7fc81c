"""What proves a step: files checked by their content, or words that say where the proof is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.programmes.models import StepEvidence, StepRecord
from sidamping.platform.attachments import store
from sidamping.platform.attachments.proofs import SoundFile, read_proof
from sidamping.rules import books


@dataclass(frozen=True)
class EvidenceDraft:
    """One proof as handed in: its kind of lists/evidence-kinds, and a file or words."""

    kind: str
    said: str = ""
    name: str = ""
    content: bytes = b""


@dataclass(frozen=True)
class Proof:
    """One proof that was read and found sound."""

    kind: str
    said: str
    file: SoundFile | None


def read_evidence(drafts: Iterable[EvidenceDraft]) -> tuple[tuple[Proof, ...], list[Problem]]:
    """The sound proofs, and everything that is wrong with the others."""
    found: list[Proof] = []
    faults: list[Problem] = []
    for draft in drafts:
        if draft.kind not in books.codes_of("evidence-kinds"):
            faults.append(problem("GENERAL_002", "evidence", label=_("Bukti"), seen=draft.kind))
            continue
        try:
            found.append(Proof(draft.kind, draft.said.strip()[:400], _file(draft)))
        except Refused as refused:
            faults += refused.problems
    return tuple(one for one in found if one.said or one.file), faults


def keep_evidence(record: StepRecord, proofs: Iterable[Proof], by: UUID | None) -> None:
    """Store the proofs with the record they belong to."""
    for one in proofs:
        StepEvidence.objects.create(record=record, kind=one.kind, said=one.said, attachment_id=_kept(record, one, by))


def _file(draft: EvidenceDraft) -> SoundFile | None:
    """A PDF or a photo by what it is, not by what it is called."""
    if not draft.content:
        return None
    return read_proof(draft.name, draft.content, f"evidence-{draft.kind}")


def _kept(record: StepRecord, proof: Proof, by: UUID | None) -> UUID | None:
    return store.keep_file(proof.file, subject=record.pk, by=by)[0].id if proof.file else None
