"""Keeps what founders agree: savings and shares of the surplus, the opening balance, the draft articles."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.founding.balance import Balance, balance_faults
from sidamping.domain.founding.terms import ORGANS, TermsDraft, terms_faults
from sidamping.domain.problems import problem, refuse_if
from sidamping.features.founding.models import Opening, Part, Terms
from sidamping.features.founding.queries.said import part_texts
from sidamping.features.founding.services.keeping import fresh, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import codes_of, term_limit
from sidamping.rules.finance import surplus_rule
from sidamping.rules.founding import article_parts


@transaction.atomic
def set_terms(*, by: Viewer, id: UUID, founding: UUID, draft: TermsDraft, now: datetime) -> UUID:
    """Savings, terms of office and shares; the last agreement counts. Sent twice, set once."""
    row = fresh(by, founding, Terms, id)
    if row is None:
        return id
    village = row.party.party.village_id
    longest = {organ: term_limit(organ, on=by.on, area=village)[0] for organ in ORGANS.values()}
    pots = codes_of("surplus-pots")
    unknown = [problem("FOUNDING_018", "shares", seen=pot) for pot in draft.shares if pot not in pots]
    refuse_if([*unknown, *terms_faults(draft, longest, surplus_rule(by.on)[0])])
    Terms.objects.create(pk=id, founding=row, made_by_id=by.user_id, made_at=now, **asdict(draft))
    tell("terms_set", by, id, row, principal=draft.principal, mandatory=draft.mandatory)
    return id


@transaction.atomic
def set_opening(*, by: Viewer, id: UUID, founding: UUID, balance: Balance, now: datetime) -> UUID:
    """The opening balance, refused unless both sides are alike. Sent twice, set once."""
    row = fresh(by, founding, Opening, id)
    if row is None:
        return id
    refuse_if(balance_faults(balance))
    Opening.objects.create(pk=id, founding=row, made_by_id=by.user_id, made_at=now, **asdict(balance))
    tell("opening_set", by, id, row, assets=balance.assets)
    return id


@transaction.atomic
def write_part(*, by: Viewer, id: UUID, founding: UUID, code: str, text: str, now: datetime) -> UUID:
    """The text of a part of the articles; earlier texts stay readable. The same text is kept once."""
    row, written = fresh(by, founding, Part, id), text.replace("\r\n", "\n").strip()
    if row is None:
        return id
    known = {one.code for one in article_parts(by.on, row.party.party.village_id)[0]}
    found = [] if code in known else [problem("FOUNDING_018", "code", seen=code)]
    refuse_if([*found, *([] if written else [problem("GENERAL_001", "text", label=_("Naskah"))])])
    if part_texts(founding).get(code) == written:
        return id
    Part.objects.create(pk=id, founding=row, code=code, text=written, made_by_id=by.user_id, made_at=now)
    tell("part_written", by, id, row, part=code)
    return id
