"""Whoever creates a record names it by UUID; tables that never leave the database are listed (house rule 20)."""

from __future__ import annotations

from django.apps import apps
from django.db import connection, models

INSIDE_ONLY = {
    "indicators_judging", "indicators_summary", "indicators_tallied", "indicators_tally", "indicators_touched",
    "indicators_measuredtally",
    "activity_activity", "fieldwork_delivery", "fieldwork_presence", "parties_servicearea", "documents_counter",
    "books_account", "books_bankmapping", "books_posting", "books_series", "savings_credited",
    "meetings_count", "meetings_presence", "meetings_slip", "meetings_voter",
}
NAMED_BY_THE_STATE = {"territory_area", "territory_boundary"}


def test_records_are_named_by_uuid() -> None:
    odd = [
        model._meta.db_table
        for model in _own_models()
        if model._meta.db_table not in INSIDE_ONLY | NAMED_BY_THE_STATE and not _by_uuid(model._meta.pk)
    ]
    assert not odd


def test_the_lists_of_exceptions_name_real_tables() -> None:
    tables = {model._meta.db_table for model in _own_models()}
    assert tables >= INSIDE_ONLY | NAMED_BY_THE_STATE


def test_official_rows_are_sealed_by_the_database(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE '%_kept'")
        sealed = {name for (name,) in cursor.fetchall()}
    assert sealed >= {
        "activity_activity", "fieldwork_visit", "fieldwork_visitrevision", "fieldwork_presence", "fieldwork_choice",
        "fieldwork_delivery", "materials_edition", "materials_material", "materials_retirement",
        "assessments_assessment", "assessments_evidence", "assessments_filling", "assessments_outsideresult",
        "assessments_result", "assessments_step", "assessments_uploadedform",
        "oversight_benefit", "oversight_contact", "oversight_visitcheck", "papers_indicator", "papers_measurement",
        "papers_revision", "papers_act", "papers_copy", "papers_paper", "programmes_steprecord", "signatures_seal",
    }


def _own_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("sidamping.")]


def _by_uuid(key: models.Field | None) -> bool:
    if isinstance(key, models.OneToOneField):
        return _by_uuid(key.related_model._meta.pk)
    return isinstance(key, models.UUIDField)
