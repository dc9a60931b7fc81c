"""What is typed into loans: terms, applications, decisions, money out and in, groups."""

from sidamping.features.loans.forms.applications import ApplyForm, DecideForm, DisburseForm, WaiveForm
from sidamping.features.loans.forms.groups import GroupForm, JoinForm, LeaveForm
from sidamping.features.loans.forms.money import (
    AgreeForm,
    MendForm,
    PayForm,
    RescheduleForm,
    TakeOverForm,
    TogetherForm,
)
from sidamping.features.loans.forms.products import METHOD_WORDS, ProductForm

__all__ = [
    "METHOD_WORDS", "AgreeForm", "ApplyForm", "DecideForm", "DisburseForm", "GroupForm", "JoinForm",
    "LeaveForm", "MendForm", "PayForm", "ProductForm", "RescheduleForm", "TakeOverForm", "TogetherForm",
    "WaiveForm",
]  # fmt: skip
