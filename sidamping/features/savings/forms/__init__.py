"""What is typed into savings: receipts, withdrawals, time deposits, terms, and the calculator of equity."""

from sidamping.features.savings.forms.asking import MonthForm, PotentialForm
from sidamping.features.savings.forms.moving import (
    KINSHIP,
    CollectForm,
    DepositForm,
    ExcessForm,
    HeirForm,
    LeaverForm,
    PayoutForm,
    ReceiveForm,
    WithdrawForm,
)
from sidamping.features.savings.forms.terms import TermsForm

__all__ = [
    "KINSHIP", "CollectForm", "DepositForm", "ExcessForm", "HeirForm", "LeaverForm", "MonthForm", "PayoutForm",
    "PotentialForm", "ReceiveForm", "TermsForm", "WithdrawForm",
]  # fmt: skip
