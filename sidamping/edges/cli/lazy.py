"""A command group that loads a command, and Django with it, only when that command is asked for.

So `sidamping --help` answers at once. Refusals and an unreachable database become plain lines with codes, or JSON for
a command asked for JSON; exit code 2.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple

import click

from sidamping.domain.problems import Problem, Refused, problem


class Late(NamedTuple):
    """Where a command is, what the overview says of it, and whether it needs Django."""

    module: str
    name: str
    summary: str
    django: bool = True


class LazyGroup(click.Group):
    """The group of all commands, from a table."""

    def __init__(self, late: Mapping[str, Late], **settings: object) -> None:
        super().__init__(**settings)  # type: ignore[arg-type]  # passed on as click takes them
        self.late = late

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.late)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        found = self.late.get(cmd_name)
        if found is None:
            return None
        if found.django:
            set_up_django()
        command = getattr(import_module(found.module), found.name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Perintah"):
            formatter.write_dl([(name, found.summary) for name, found in self.late.items()])

    def invoke(self, ctx: click.Context) -> object:
        as_json = "--json" in ctx.args
        try:
            return super().invoke(ctx)
        except Refused as refused:
            raise Refusal(refused, as_json) from None
        except Exception as fault:
            found = _known(fault)
            if found is None:
                raise
            raise Refusal(Refused(found), as_json) from None


class Refusal(click.ClickException):
    """Every problem of a refusal on a line of its own, with its code."""

    exit_code = 2

    def __init__(self, refused: Refused, as_json: bool = False) -> None:
        super().__init__(_told(refused) if as_json else "\n".join(_line(one) for one in refused.problems))

    def show(self, file: object = None) -> None:
        click.echo(self.message, err=True)


def _line(one: Problem) -> str:
    return f"{one.where}: {one}" if one.where else str(one)


def _told(refused: Refused) -> str:
    """The problems for another program: `{"problems": [{code, where, text}]}`."""
    told = [{"code": one.code, "where": one.where, "text": one.text("id")} for one in refused.problems]
    return json.dumps({"problems": told}, ensure_ascii=False, indent=2)


def set_up_django() -> None:
    """For a command that reads the database, once it is known that it does."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sidamping.config.settings")
    import django  # half a second that help does not need

    django.setup()


def _known(fault: Exception) -> Problem | None:
    """The problem behind a fault of the database; None for a fault of ours, which keeps its trace."""
    if type(fault).__name__ in {"OperationalError", "PoolTimeout"}:
        return problem("DATABASE_003", "DATABASE_URL", seen=str(fault).strip().splitlines()[0])
    if type(fault.__cause__).__name__ == "UndefinedTable":
        return problem("DATABASE_005")
    return None
