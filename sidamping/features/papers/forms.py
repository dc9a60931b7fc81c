"""Forms of papers: the filter of the list, what to open, the draft with its cells and figures, the remarks of acts.

The draft's fields are named as problems name them (`now.members`), so every fault stands at its field.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sidamping.domain.money import parse_rupiah
from sidamping.domain.papers.continuity import Correction, Figures
from sidamping.domain.periods import Course, Month, period_of
from sidamping.domain.problems import Problem, problem
from sidamping.features.papers.queries import EditPage, Openable, PaperFilter
from sidamping.features.papers.queries.editing import EditCell, EditLine
from sidamping.features.papers.queries.openable import Mentee
from sidamping.rules.books import labels

WIDE = forms.Textarea(attrs={"rows": 3})


class FilterForm(forms.Form):
    """What the list of papers is narrowed to."""

    q = forms.CharField(label=_("Nama dampingan"), required=False)
    jenis = forms.ChoiceField(label=_("Jenis laporan"), required=False)
    keadaan = forms.ChoiceField(label=_("Keadaan"), required=False)
    bulan = forms.CharField(label=_("Bulan"), required=False, widget=forms.TextInput(attrs={"type": "month"}))
    pendamping = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, kinds: list[tuple[str, str]]) -> None:
        super().__init__(data)
        language = get_language() or "id"
        self._choices("jenis", [("", _("Semua jenis")), *kinds])
        self._choices("keadaan", [("", _("Semua keadaan")), *labels("paper-states", language).items()])

    def wanted(self) -> PaperFilter:
        """The filter; what cannot be read is left out."""
        self.is_valid()
        said = self.cleaned_data
        return PaperFilter(
            kind=said.get("jenis", ""), state=said.get("keadaan", ""), text=said.get("q", "").strip(),
            month=_month(said.get("bulan", "")), mentor=said.get("pendamping"),
        )  # fmt: skip

    def _choices(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


class OpenForm(forms.Form):
    """Any paper of any month; the kind decides whether a mentee is needed. The service refuses what cannot be."""

    kind = forms.ChoiceField(label=_("Jenis laporan"))
    engagement = forms.ChoiceField(
        label=_("Dampingan"), required=False,
        help_text=_("Tidak perlu untuk rencana kerja dan jurnal kerja, karena itu milik Anda sendiri."),
    )  # fmt: skip
    period = forms.CharField(
        label=_("Bulan"), widget=forms.TextInput(attrs={"type": "month"}),
        help_text=_(
            "Untuk laporan tahunan atau triwulanan, pilih bulan mana saja di dalamnya. Laporan akhir tidak perlu bulan."
        ),
    )  # fmt: skip

    use_required_attribute = False

    def __init__(self, choices: Openable, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial, prefix=None, auto_id="susun_%s")
        self.known = choices
        kinds = [(one.name, one.label) for one in choices.kinds]
        mentees = [("", _("Pilih dampingan")), *((str(one.engagement), one.name) for one in choices.mentees)]
        for name, listed in (("kind", kinds), ("engagement", mentees)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = listed

    def full_clean(self) -> None:
        """The service tells what is wrong, in the words of the catalogue."""
        self._errors, self.cleaned_data = ErrorDict(), {}

    def asked(self) -> tuple[dict[str, Any], list[Problem]]:
        """What to open, and what is missing: a paper about a mentee names one."""
        known = next((one for one in self.known.kinds if one.name == self._said("kind")), None)
        mentee = next((one for one in self.known.mentees if str(one.engagement) == self._said("engagement")), None)
        wrong = [problem("PAPERS_028", "engagement")] if known and not known.own and mentee is None else []
        cadence = known.cadence if known else ""
        if cadence == Course.cadence and mentee and mentee.course is None:
            wrong = [problem("PAPERS_044", "engagement", mentee=mentee.name)]
        return {
            "kind": self._said("kind"), "period": self._period(cadence, mentee),
            "programme": mentee.programme if mentee else known.programme if known else "",
            "engagement": None if mentee is None or (known and known.own) else mentee.engagement,
        }, wrong  # fmt: skip

    def _period(self, cadence: str, mentee: Mentee | None) -> str:
        """The period that the kind asks for, which the chosen month lies in; as typed when that is no month."""
        said = self._said("period")
        if cadence == Course.cadence:
            return str(mentee.course) if mentee and mentee.course else said
        month = _month(said)
        return str(period_of(cadence, month)) if cadence and month else said

    def _said(self, name: str) -> str:
        return str(self.data.get(name, "")).strip()


class DraftForm(forms.Form):
    """A draft: one field per cell, five per line of figures. `read` gives its words and figures, or what is wrong."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    use_required_attribute = False

    def __init__(self, page: EditPage, data: Any = None) -> None:
        super().__init__(data, initial={"seen": page.revised})
        self.page = page
        if page.remark:
            self._answer()
        for cell in (*page.cells, *page.rows):
            self._cell(cell)
        for line in page.lines:
            self._line(line)

    def full_clean(self) -> None:
        """An unfinished draft may be saved, so the fields refuse nothing; the service says what cannot be true."""
        self._errors, self.cleaned_data = ErrorDict(), {}

    @property
    def answer_field(self) -> forms.BoundField | None:
        return self["answer"] if "answer" in self.fields else None

    @property
    def cell_fields(self) -> list[tuple[EditCell, forms.BoundField]]:
        return [(cell, self[f"narrative.{cell.key}"]) for cell in self.page.cells]

    @property
    def row_fields(self) -> list[tuple[EditCell, forms.BoundField]]:
        return [(cell, self[f"narrative.{cell.key}"]) for cell in self.page.rows]

    @property
    def line_fields(self) -> list[dict[str, Any]]:
        parts = ("opening", "now", "absent", "remarks", "corrections", "reason")
        found = []
        for line in self.page.lines:
            names = {part: f"{part}.{line.code}" for part in parts}
            here = {part: self[name] for part, name in names.items() if name in self.fields}
            found.append({"line": line, **here})
        return found

    def narrative(self) -> dict[str, str]:
        """The cells that say something else than the records propose; an emptied row falls back to its record."""
        written = {}
        for cell in self.page.cells:
            words = self._said(f"narrative.{cell.key}")
            if words != cell.proposal.strip():
                written[cell.key] = words
        for cell in self.page.rows:
            words = self._said(f"narrative.{cell.key}")
            if words and (cell.rewritten or words != cell.value.strip()):
                written[cell.key] = words
        return written

    def figures(self) -> tuple[Figures, list[Problem]]:
        """The typed figures, and every one that is no whole number."""
        wrong: list[Problem] = []
        opening: dict[str, int] = {}
        now: dict[str, int] = {}
        absent, remarks, corrections = {}, {}, []
        for line in self.page.lines:
            for part, kept in (("opening", opening), ("now", now)):
                value = self._number(f"{part}.{line.code}", line, wrong)
                if value is not None:
                    kept[line.code] = value
            if self._said(f"absent.{line.code}"):
                absent[line.code] = self._said(f"absent.{line.code}")
            if self._said(f"remarks.{line.code}"):
                remarks[line.code] = self._said(f"remarks.{line.code}")
            value = self._number(f"corrections.{line.code}", line, wrong)
            if value is not None:
                corrections.append(Correction(line.code, line.locked_value, value, self._said(f"reason.{line.code}")))
        return Figures(opening, now, absent, remarks, tuple(corrections)), wrong

    def _said(self, name: str) -> str:
        return str(self.data.get(name, "")).replace("\r\n", "\n").strip()

    def _number(self, name: str, line: EditLine, wrong: list[Problem]) -> int | None:
        said = self._said(name)
        try:
            return parse_rupiah(said)
        except ValueError:
            wrong.append(problem("PAPERS_008", name, label=line.label, seen=said[:40]))
            return None

    def answer(self) -> str:
        """What is said to the remark that the paper came back with; it goes along when handing in."""
        return self._said("answer")[:2000]

    def _answer(self) -> None:
        self.fields["answer"] = forms.CharField(
            label=_("Jawaban atas catatan"), required=False, widget=WIDE, max_length=2000,
            help_text=_("Perlu bila isi laporan tidak Anda ubah. Jawaban ikut tercatat saat laporan diserahkan."),
        )  # fmt: skip

    def _cell(self, cell: EditCell) -> None:
        self.fields[f"narrative.{cell.key}"] = forms.CharField(
            label=cell.heading, help_text=cell.hint, required=cell.required, initial=cell.value,
            widget=forms.Textarea(attrs={"rows": 2 if cell in self.page.rows else 4}),
        )  # fmt: skip

    def _line(self, line: EditLine) -> None:
        now = _("Keadaan akhir bulan") if line.is_stock else _("Selama bulan ini")
        now = _("Angka lain, bila buku keliru") if line.known else now
        if self.page.first:
            start = _("Awal yang lain, bila buku keliru") if line.known else _("Sampai dengan bulan lalu")
            self._figure(f"opening.{line.code}", start, line.opening, known=line.known is not None)
        self._figure(f"now.{line.code}", now, line.now, known=line.known is not None)
        self._text(f"absent.{line.code}", _("Tidak ada data, karena"), line.absent or "")
        self._text(f"remarks.{line.code}", _("Keterangan"), line.remark)
        if self.page.started_from:
            one = line.correction
            self._figure(f"corrections.{line.code}", _("Angka bulan lalu seharusnya"), one.new if one else None)
            self._text(f"reason.{line.code}", _("Alasan koreksi"), one.reason if one else "")

    def _figure(self, name: str, label: Any, value: int | None, known: bool = False) -> None:
        shown = "" if value is None else f"{value:,}".replace(",", ".")
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        required = not (known or name.startswith("corrections."))
        self.fields[name] = forms.CharField(label=label, required=required, initial=shown, widget=widget)

    def _text(self, name: str, label: Any, value: str) -> None:
        self.fields[name] = forms.CharField(label=label, required=False, initial=value, max_length=240)


class ActForm(forms.Form):
    """An act on the version and place that the actor saw."""

    revision = forms.UUIDField(widget=forms.HiddenInput)
    ordinal = forms.IntegerField(widget=forms.HiddenInput)
    action = forms.CharField(widget=forms.HiddenInput)
    remark = forms.CharField(label=_("Catatan"), required=False, max_length=2000, widget=WIDE)


class OnPaperForm(forms.Form):
    """A signature on the printed sheet: whose, when, and how the coordinator knows."""

    revision = forms.UUIDField(widget=forms.HiddenInput)
    ordinal = forms.IntegerField(widget=forms.HiddenInput)
    chair = forms.CharField(label=_("Nama ketua yang menandatangani"))
    signed_on = forms.DateField(label=_("Tanggal tanda tangan"), widget=forms.DateInput)
    remark = forms.CharField(
        label=_("Catatan"), max_length=2000, widget=WIDE,
        help_text=_("Misalnya: lembar asli disimpan di kantor koordinator."),
    )  # fmt: skip

    use_required_attribute = False

    def __init__(self, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial, auto_id="kertas_%s")

    def full_clean(self) -> None:
        """The service tells what is wrong, in the words of the catalogue."""
        super().full_clean()
        self._errors = ErrorDict()

    def said(self) -> dict[str, Any] | None:
        """What was written; None when the page that was sent is not one of ours."""
        self.is_valid()
        words = self.cleaned_data
        if "revision" not in words or "ordinal" not in words:
            return None
        return {"chair": "", "signed_on": None, "remark": "", **words}


def _month(text: str) -> Any:
    try:
        return Month.parse(text).start if text else None
    except ValueError:
        return None
