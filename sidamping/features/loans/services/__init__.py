"""Writes of loans: one transaction and one activity row each; what moves money is a draft that another person posts."""

from sidamping.features.loans.services.applying import ApplicationDraft, apply_for_loan
from sidamping.features.loans.services.deciding import WAIVERS, Verdict, decide, waive
from sidamping.features.loans.services.grouping import form_group, join_group, leave_group
from sidamping.features.loans.services.health import take_figures
from sidamping.features.loans.services.lending import Handing, disburse
from sidamping.features.loans.services.paying import PaymentDraft, fine_faults, mend, pay, taking_faults
from sidamping.features.loans.services.paying_together import Together, pay_together
from sidamping.features.loans.services.products import TermsDraft, add_product, add_terms
from sidamping.features.loans.services.provisioning import draft_provision
from sidamping.features.loans.services.rescheduling import Reschedule, decide_schedule, propose_schedule
from sidamping.features.loans.services.taking_over import TakenOver, bind_voucher, bind_vouchers, take_over

__all__ = [
    "WAIVERS", "ApplicationDraft", "Handing", "PaymentDraft", "Reschedule", "TakenOver", "TermsDraft", "Together",
    "Verdict", "add_product", "add_terms", "apply_for_loan", "bind_voucher", "bind_vouchers", "decide",
    "decide_schedule", "disburse", "draft_provision", "fine_faults", "form_group", "join_group", "leave_group",
    "mend", "pay", "pay_together", "propose_schedule", "take_figures", "take_over", "taking_faults", "waive",
]  # fmt: skip
