"""What a role is called: per programme, in both languages; every role has a name."""

from __future__ import annotations

import pytest
from django.utils import translation

from sidamping.features.programmes import queries
from sidamping.platform.access import roles
from sidamping.rules import books
from tests import people


@pytest.mark.parametrize("role", roles.ALL)
@pytest.mark.parametrize("programme", ["", "tpk-ntt-2018", "usaha-anggota-ksp"])
def test_every_role_has_a_name_in_both_languages(role: str, programme: str) -> None:
    names = set()
    for language in ("id", "en"):
        with translation.override(language):
            names.add(queries.role_name(role, programme, people.TODAY))
    assert "" not in names and role not in names


def test_a_programme_names_roles_in_its_own_words() -> None:
    with translation.override("id"):
        assert queries.role_name(roles.MENTOR, "tpk-ntt-2018", people.TODAY) == "Tenaga Pendamping Koperasi (TPK)"
        assert queries.role_name(roles.MENTOR, "", people.TODAY) == "Pendamping"


def test_programmes_name_known_roles_only() -> None:
    named = {role for one in books.programmes(people.TODAY) for role in one.roles}
    assert named <= set(roles.ALL)
