"""A photo or PDF put behind a draft, or one that is taken away again."""

from __future__ import annotations

from django import forms

from sidamping.features.books.forms.money import ProofField


class ProofForm(forms.Form):
    """Exactly one of both: a file, or the id of the proof to take away."""

    proof = ProofField()
    lepas = forms.UUIDField(required=False, widget=forms.HiddenInput)
