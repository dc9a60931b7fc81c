"""The command explains itself in Indonesian, at once, with examples; faults are lines with codes."""

from __future__ import annotations

import os
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from sidamping.domain.problems import Refused, problem
from sidamping.edges.cli.main import COMMANDS, cli


def test_every_command_has_help_with_examples() -> None:
    for name in COMMANDS:
        answer = CliRunner().invoke(cli, [name, "--help"])
        assert answer.exit_code == 0, (name, answer.output)
        assert "Contoh" in answer.output, f"sidamping {name} --help has no example"


def test_the_overview_needs_neither_django_nor_a_database() -> None:
    probe = (
        "import sys; from click.testing import CliRunner; from sidamping.edges.cli.main import cli;"
        "CliRunner().invoke(cli, ['--help']); print([m for m in ('django', 'psycopg', 'granian') if m in sys.modules])"
    )
    seen = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert seen.stdout.strip() == "[]"


def test_a_refusal_shows_every_problem_with_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command()
    def refusing() -> None:
        raise Refused([problem("DATABASE_005"), problem("DATABASE_002", "baris 3", file="x.dump")])

    monkeypatch.setattr("sidamping.edges.cli.main.show_version", refusing)
    answer = CliRunner().invoke(cli, ["version"])
    lines = answer.output.splitlines()
    assert answer.exit_code == 2
    assert [line.split()[0] for line in lines] == ["DATABASE_005", "baris"]


def test_an_unreachable_database_is_a_plain_line() -> None:
    environment = {**os.environ, "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
    command = [sys.executable, "-m", "sidamping.edges.cli", "migrate"]
    seen = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert seen.returncode == 2
    assert "DATABASE_003" in seen.stderr
    assert "Traceback" not in seen.stderr


def test_an_address_of_another_engine_is_refused() -> None:
    environment = {**os.environ, "DATABASE_URL": "mysql://localhost/x"}
    command = [sys.executable, "-m", "sidamping.edges.cli", "migrate"]
    seen = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert seen.returncode == 1
    assert "hanya PostgreSQL" in seen.stderr
