"""The operator's commands: add a user, give a new password, appoint; every refusal in words."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from sidamping.edges.cli import people as commands
from sidamping.platform.access.models import Appointment, User
from sidamping.platform.activity.models import Activity
from tests.people import Cast


@pytest.fixture
def run(cast: Cast) -> CliRunner:
    return CliRunner()


def test_a_user_is_added_and_appointed(run: CliRunner) -> None:
    added = run.invoke(commands.user_group, ["add", "lena", "Lena Tualaka"])
    assert added.exit_code == 0 and "sekali pakai" in added.output
    role = ["appoint", "lena", "coordinator", "--area", "53.02", "--starts", "2026-11-01"]
    given = run.invoke(commands.user_group, role)
    assert given.exit_code == 0, given.output
    assert Appointment.objects.get(user__username="lena").area_id == "53.02"
    assert set(Activity.objects.values_list("actor", flat=True)) == {None}


def test_a_new_password_is_shown_once(run: CliRunner) -> None:
    shown = run.invoke(commands.user_group, ["password", "ratna"]).output.split()[4]
    assert User.objects.get(username="ratna").check_password(shown)


def test_a_chosen_password_is_typed_twice(run: CliRunner) -> None:
    typed = "sirih-pinang-88\nsirih-pinang-88\n"
    assert run.invoke(commands.user_group, ["password", "ratna", "--ask"], input=typed).exit_code == 0
    assert User.objects.get(username="ratna").check_password("sirih-pinang-88")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", "ratna", "Ratna Lain"], "ACCESS_008"),
        (["password", "siapa"], "tidak ada"),
        (["appoint", "ratna", "chair"], "ACCESS_005"),
        (["appoint", "ratna", "mentor", "--area", "99"], "AREAS_001"),
        (["appoint", "ratna", "raja"], "raja"),
    ],
)
def test_a_refusal_names_its_reason(run: CliRunner, arguments: list[str], said: str) -> None:
    answer = run.invoke(commands.user_group, arguments)
    assert answer.exit_code != 0 and said in answer.output
