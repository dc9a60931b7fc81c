"""What is typed into savings: receipts, withdrawals, time deposits, terms, and the calculator of equity."""

from sidamping.features.savings.forms.asking import MonthForm, PotentialForm
from sidamping.features.savings.forms.moving import (
    CollectForm,
    DepositForm,
    ExcessForm,
    LeaverForm,
    PayoutForm,
    ReceiveForm,
    WithdrawForm,
)
from sidamping.features.savings.forms.terms import TermsForm

__all__ = [
    "CollectForm", "DepositForm", "ExcessForm", "LeaverForm", "MonthForm", "PayoutForm", "PotentialForm",
    "ReceiveForm", "TermsForm", "WithdrawForm",
]  # fmt: skip
