"""What stands in the navigation for each role, in the order of the day's work."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sidamping.platform.access import roles

BAR_PLACES = 5


@dataclass(frozen=True)
class Place:
    """One entry: the name of its address, its word, its icon; `main` stands out in the bottom bar."""

    url_name: str
    word: str | Promise
    icon: str
    main: bool = False


TODAY = Place("today", _("Hari ini"), "sun-high")
MENTEES = Place("mentees", _("Dampingan"), "users-group")
WRITE = Place("visit_add", _("Catat"), "pencil", main=True)
PAPERS = Place("papers", _("Laporan"), "file-text")
MORE = Place("more", _("Lainnya"), "dots")
QUEUE = Place("queue", _("Antrean"), "inbox")
COMPLIANCE = Place("compliance", _("Kepatuhan"), "checklist")
CHAIR_HOME = Place("chair_home", _("Beranda"), "home")
RECEPTION = Place("reception", _("Penerimaan"), "rubber-stamp")
COOPERATIVES = Place("cooperatives", _("Koperasi"), "building-community")
PERSONS = Place("persons", _("Orang"), "user")
FOUNDINGS = Place("foundings", _("Pendirian"), "plant-2")
GROWTH = Place("growth", _("Membesarkan usaha"), "chart-line")
BUSINESSES = Place("businesses", _("Usaha"), "building-store")
USERS = Place("users", _("Pengguna"), "user-circle")
ASSIGNMENTS = Place("assignments", _("Penugasan"), "heart-handshake")
AREAS = Place("areas", _("Wilayah"), "map-2")
ACTIVITIES = Place("activities", _("Aktivitas"), "history")
JOURNAL = Place("visits", _("Jurnal"), "notebook")
PLAN = Place("plan", _("Rencana"), "calendar-event")
CALENDAR = Place("calendar", _("Kalender"), "calendar-stats")
FOLLOW_UPS = Place("follow_ups", _("Tindak lanjut"), "list-check")
SHEETS = Place("sheets_waiting", _("Lembar"), "layout-dashboard")
TURNS = Place("turns", _("Urutan"), "list-check")
PARTICIPANTS = Place("participants", _("Peserta"), "chart-line")
ASSESSMENTS = Place("assessments", _("Asesmen"), "clipboard-check")

MATERIALS = Place("materials", _("Materi"), "books")
TRAY = Place("tray", _("Kiriman HP"), "inbox")
BOOKS = Place("books", _("Buku"), "book")
LETTERS = Place("letters", _("Surat"), "mail")
REFERRALS = Place("referrals", _("Rujukan"), "transfer")
LOOK_BACKS = Place("look_backs", _("Pascapendampingan"), "calendar-check")

BOARD = Place("board", _("Papan"), "chart-bar")
FIGURES = Place("figures", _("Papan angka"), "report")
PORTALS = Place("portals", _("Sistem lain"), "transfer")
MONITORING = Place("monitoring", _("Pemantauan"), "phone")

LICENCES = Place("licences", _("Izin koperasi"), "certificate")
SUPERVISION = Place("examinations", _("Pengawasan"), "zoom-check")

COHORTS = Place("cohorts", _("Angkatan"), "stack-2")
PROGRAMMES = Place("programmes", _("Program"), "route")
MENTORS = Place("mentors", _("Para pendamping"), "user-check")
OWN_PROFILE = Place("own_profile", _("Profil saya"), "id")
HANDOVERS = Place("handovers", _("Estafet"), "arrows-exchange")
APPLICATIONS = Place("applications", _("Permohonan"), "writing")
RECRUITMENTS = Place("recruitments", _("Rekrutmen"), "speakerphone")
INTERVIEWS = Place("interviews", _("Wawancara"), "message-circle")
INDUCTIONS = Place("inductions", _("Pembekalan"), "users")

FIELD_APP = Place("field_app", _("Pasang aplikasi lapangan"), "download")

REGISTERS = (COOPERATIVES, PERSONS, BUSINESSES)
OVERSIGHT = (
    BOARD, PAPERS, MENTEES, MONITORING, COOPERATIVES, COMPLIANCE, JOURNAL, SHEETS, PARTICIPANTS, ASSESSMENTS, LETTERS,
    FIGURES, LOOK_BACKS, REFERRALS, APPLICATIONS, MATERIALS, PORTALS,
)
OF_SUPERVISION = {*roles.BOARD, roles.DINAS_REGENCY, roles.DINAS_PROVINCE}
"""Who finds supervision: the office that examines and the board that answers."""
OF_MENTORS = (MENTORS, HANDOVERS)
OF_RECRUITMENT = {
    RECRUITMENTS: {roles.PMO, roles.SECRETARIAT, roles.COORDINATOR}, INTERVIEWS: {roles.ASSESSOR, roles.PMO},
    INDUCTIONS: {roles.MENTOR},
}
"""Who finds the choosing of mentors, the own interviews, and the sessions of the induction."""
OF_FOUNDING = {roles.MENTOR, roles.CHAIR, *roles.OVERSEERS}
"""Who finds the founding of cooperatives, and how to make a business grow."""
OF_COHORTS = {*roles.OVERSEERS, roles.ADMIN}
"""Who finds the rounds of programmes; what programmes ask for is found by everybody."""
BY_ROLE: dict[str, tuple[Place, ...]] = {
    roles.MENTOR: (
        TODAY, MENTEES, WRITE, PAPERS, JOURNAL, PLAN, CALENDAR, FOLLOW_UPS, TURNS, PARTICIPANTS, ASSESSMENTS, REFERRALS,
        FIGURES, MATERIALS, TRAY, *REGISTERS, PORTALS, FIELD_APP,
    ),
    roles.CHAIR: (CHAIR_HOME, MENTEES, PAPERS, BOOKS, ASSESSMENTS, MATERIALS),
    roles.TREASURER: (BOOKS,),
    roles.COORDINATOR: (
        QUEUE, COMPLIANCE, MENTEES, PAPERS, BOARD, MONITORING, JOURNAL, FOLLOW_UPS, PARTICIPANTS, SHEETS, ASSESSMENTS,
        LETTERS, ASSIGNMENTS, COOPERATIVES, APPLICATIONS, FIGURES, MATERIALS, PORTALS, TRAY,
    ),
    roles.DINAS_REGENCY: OVERSIGHT,
    roles.DINAS_PROVINCE: OVERSIGHT,
    roles.SECRETARIAT: (
        RECEPTION, PAPERS, BOARD, MONITORING, COMPLIANCE, MENTEES, SHEETS, ASSESSMENTS, LETTERS, ASSIGNMENTS, USERS,
        COOPERATIVES, APPLICATIONS, LOOK_BACKS, REFERRALS, FIGURES, MATERIALS, PORTALS, TRAY,
    ),
    roles.PMO: (*OVERSIGHT, ASSIGNMENTS, TRAY),
    roles.ASSESSOR: (ASSESSMENTS, COOPERATIVES, MENTEES),
    roles.ADMIN: (USERS, ASSIGNMENTS, COOPERATIVES, AREAS, ACTIVITIES, PERSONS, BUSINESSES, PORTALS),
}


def places(held: set[str]) -> tuple[Place, ...]:
    """Every place of the roles held, each once, in the order of `roles.ALL`."""
    found = dict.fromkeys(place for role in roles.ALL if role in held for place in BY_ROLE[role])
    found |= dict.fromkeys(OF_MENTORS if held & OF_COHORTS else ())
    found |= dict.fromkeys((HANDOVERS, OWN_PROFILE) if roles.MENTOR in held else ())
    found |= dict.fromkeys(place for place, who in OF_RECRUITMENT.items() if held & who)
    found |= dict.fromkeys((SUPERVISION,) if held & OF_SUPERVISION else ())
    found |= dict.fromkeys((LICENCES,) if held & set(roles.OVERSEERS) else ())
    found |= dict.fromkeys((FOUNDINGS, GROWTH) if held & OF_FOUNDING else (FOUNDINGS,) if roles.ADMIN in held else ())
    return (*found, *((COHORTS,) if held & OF_COHORTS else ()), *((PROGRAMMES,) if held else ()))


def bar(all_places: tuple[Place, ...]) -> tuple[Place, ...]:
    """What fits in thumb's reach on a phone: five places, or four and 'Lainnya'."""
    return all_places if len(all_places) <= BAR_PLACES else (*all_places[: BAR_PLACES - 1], MORE)
