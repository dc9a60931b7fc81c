"""The mentors of the demonstration: profiles, certificates, a conflict that was let in, an estafet handed over."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sidamping.edges.demo.diary import moment
from sidamping.edges.demo.people import user_id, viewer
from sidamping.edges.demo.registers import cooperative_id
from sidamping.edges.demo.story import chapter, named
from sidamping.features.handovers import services as handovers
from sidamping.features.mentors import services as mentors
from sidamping.features.parties import services as parties
from sidamping.features.programmes import services as programmes

OFFICE = "sekretariat"
TERM_DAYS = 1000
MONTH_DAYS = 30


def tell_mentors(starts: date, anchor: date) -> None:
    """Everything about the mentors that no other chapter tells."""
    told = chapter("mentors")
    people = {one["username"]: one for one in chapter("people")["accounts"]}
    for one in told["profiles"]:
        _profile(one, people[one["who"]], starts)
    for one in told["certificates"]:
        _certificate(one, anchor)
    _conflict(told["conflict"], starts)
    _estafet(told["estafet"], anchor)


def handover_id() -> UUID:
    """The assignment that begins with the estafet of the story."""
    return named("handover", "estafet")


def _profile(one: dict[str, Any], person: dict[str, Any], starts: date) -> None:
    draft = mentors.ProfileDraft(
        nik=person["nik"], phone=person["phone"], village=one["village"], education=one["education"],
        themes=tuple(one["themes"]), sectors=tuple(one["sectors"]), languages=tuple(one["languages"]),
    )
    mentors.keep_profile(by=viewer(OFFICE, starts), user=user_id(one["who"]), draft=draft)


def _certificate(one: dict[str, Any], anchor: date) -> None:
    issued = anchor - timedelta(days=MONTH_DAYS * one["months_ago"])
    draft = mentors.CertificateDraft(
        one["scheme"], one["number"], issued, anchor + timedelta(days=one["days_left"]), one["issuer"]
    )
    who = user_id(one["who"])
    mentors.add_certificate(by=viewer(OFFICE, anchor), id=named("certificate", one["who"]), user=who, draft=draft)


def _conflict(one: dict[str, Any], starts: date) -> None:
    """A mentor on the board of the cooperative that lends to the mentee: asked by one, let in by another (A13)."""
    by = viewer(OFFICE, starts)
    term = parties.TermDraft(
        named("person", one["who"]), "management", one["position"], starts, starts + timedelta(days=TERM_DAYS)
    )
    lender, term_id = cooperative_id(one["cooperative"]), named("term", "mentors", one["who"])
    parties.add_term(by=by, cooperative_id=lender, draft=term, term_id=term_id)
    user, mentee, asked = user_id(one["who"]), named("business", "ujang"), named("waiver-request", one["who"])
    day = starts + timedelta(days=1)
    mentors.ask_waiver(by=viewer(one["asked_by"], day), id=asked, user=user, party=mentee, why=one["asked"])
    mentors.waive_conflict(
        by=viewer(one["let_in_by"], day), id=named("waiver", one["who"]), user=user, party=mentee, request=asked,
        why=one["let_in"],
    )


def _estafet(one: dict[str, Any], anchor: date) -> None:
    """The mentor leaves today; the next one begins tomorrow and has not read the dossier yet."""
    handover, leaving = handover_id(), viewer(one["leaving"], anchor)
    programmes.replace_mentor(
        by=viewer(one["by"], anchor), id=handover, engagement=named("engagement", one["mentee"]), last_day=anchor,
        mentor=user_id(one["arriving"]), why=one["why"], letter=f"ST-TPK/{anchor.year}/ESTAFET", keep_later=True,
    )
    now = moment(anchor, 16)
    handovers.add_remark(by=leaving, id=named("handover-remark", "1"), handover=handover, text=one["remark"], now=now)
    handovers.hand_over(by=leaving, handover=handover, now=moment(anchor, 17), sent=True)
