"""What is typed into books: money in and out, members, months."""

from sidamping.features.books.forms.members import LeaveForm, MemberForm
from sidamping.features.books.forms.money import MoneyForm, MoveForm
from sidamping.features.books.forms.opening import OpenForm
from sidamping.features.books.forms.reading import SpanForm
from sidamping.features.books.forms.reversing import ReverseForm
from sidamping.features.books.forms.shares import ShareForm

__all__ = [
    "LeaveForm", "MemberForm", "MoneyForm", "MoveForm", "OpenForm", "ReverseForm", "ShareForm", "SpanForm",
]  # fmt: skip
