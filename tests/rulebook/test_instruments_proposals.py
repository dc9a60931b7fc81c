"""Two balance sheets typed into the form propose six answers with their reasons; a person may answer otherwise."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sidamping.domain.scoring.engine import score
from sidamping.domain.scoring.filling import read_filling
from sidamping.domain.scoring.outcome import Outcome
from sidamping.domain.scoring.proposals import proposal_text
from sidamping.domain.scoring.sheet import filling_data
from sidamping.rules.instruments import pinned_instrument
from tests.domain.scoring.small import DAY

USED = pinned_instrument("ksp-health", "perdep-06-2016")
SHEETS = """
modal_sendiri        1.200.000.000   modal_sendiri_lalu       1.000.000.000
total_aset           4.400.000.000   total_aset_lalu          4.000.000.000
modal_dari_anggota     540.000.000   modal_dari_anggota_lalu    500.000.000
penyisihan_cadangan     30.000.000   shu_tahun_berjalan         120.000.000
jumlah_simpanan      1.100.000.000   jumlah_simpanan_lalu     1.000.000.000
pinjaman_lancar      2.670.000.000   pinjaman_diberikan       3.000.000.000
cadangan_penghapusan    40.000.000   pinjaman_macet              40.000.000
"""
WORDS = SHEETS.split()
TYPED = {f"inputs.{name}": f"Rp {amount}" for name, amount in zip(WORDS[::2], WORDS[1::2], strict=True)}


def scored(values: dict[str, str]) -> Outcome:
    return score(USED, read_filling(USED, filling_data(USED, values)), on=DAY)


def test_two_typed_balance_sheets_propose_six_answers() -> None:
    made = scored(TYPED)
    assert {one.question.key: (one.answer, one.ratio) for one in made.proposals} == {
        "mp.1": (True, 10),
        "mp.2": (False, 8),
        "mp.3": (True, 25),
        "mp.4": (True, 10),
        "ma.1": (False, 89),
        "ma.3": (True, 100),
    }


def test_a_proposal_gives_its_reason_with_the_figures() -> None:
    one = next(one for one in scored(TYPED).proposals if one.question.key == "mp.2")
    words = proposal_text(one, USED)
    assert words.id == (
        "Usulan: tidak. Hasil hitung 8,00 persen (kenaikan modal sendiri dari anggota / tahun lalu), batasnya paling "
        "sedikit 10 persen. Dihitung dari Modal sendiri yang berasal dari anggota 540.000.000; Modal sendiri dari "
        "anggota tahun lalu 500.000.000."
    )
    assert words.en == (
        "Proposal: no. The figures give 8.00 percent; the limit is at least 10 percent. Computed from Own capital from "
        "members 540,000,000; Own capital from members last year 500,000,000."
    )
    assert one.plain()["inputs"] == {"modal_dari_anggota": 540000000, "modal_dari_anggota_lalu": 500000000}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"inputs.shu_tahun_berjalan": "-120.000.000"}, "SCORING_022"),
        ({"inputs.shu_tahun_berjalan": "0"}, "SCORING_021"),
        ({"inputs.shu_tahun_berjalan": ""}, "SCORING_023"),
    ],
)
def test_where_nothing_can_be_proposed_the_reason_is_told(change: dict[str, str], code: str) -> None:
    one = next(one for one in scored(TYPED | change).proposals if one.question.key == "mp.3")
    assert one.answer is None and one.why is not None
    assert one.why.code == code
    words = proposal_text(one, USED)
    assert words.id.startswith("Belum dapat diusulkan. ")
    assert words.en.startswith("Nothing can be proposed. ")


def test_the_persons_answer_counts_and_not_the_proposal() -> None:
    made = scored(TYPED | {f"answers.mp.{number}": "tidak" for number in range(1, 6)})
    line = next(one for one in made.components if one.component.key == "mp")
    assert line.score == 0
    told = [one.where for one in made.warnings if getattr(one, "code", "") == "SCORING_047"]
    assert told == ["mp.1", "mp.3", "mp.4"]
    made = scored(TYPED | {f"answers.mp.{number}": "ya" for number in range(1, 6)})
    assert next(one for one in made.components if one.component.key == "mp").score == Fraction(3)
