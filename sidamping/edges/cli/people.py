"""The commands `sidamping user add`, `password` and `appoint`, for the operator of the server."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import click

from sidamping.domain.problems import Refused
from sidamping.features.programmes import services
from sidamping.platform.access import queries, roles
from sidamping.platform.http import clock

DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.group(name="user")
def user_group() -> None:
    """Pengguna: tambah, ganti kata sandi, beri peran.

    \b
    Contoh:
      sidamping user add ratna "Ratna Tefa"
      sidamping user appoint ratna mentor --area 53.01 --programme tpk-ntt-2018
      sidamping user password ratna
    """


@user_group.command()
@click.argument("username")
@click.argument("full_name")
@click.option("--nip", default="", help="NIP, 18 angka, untuk ASN.")
@click.option("--phone", default="", help="Nomor ponsel.")
@click.option("--ask", is_flag=True, help="Ketik kata sandi sendiri; tanpa ini dibuatkan kata sandi sekali pakai.")
def add(username: str, full_name: str, nip: str, phone: str, ask: bool) -> None:
    """Tambah pengguna.

    Contoh: sidamping user add ratna "Ratna Tefa"
    """
    password = _typed() if ask else ""
    made = _or_say_why(
        services.add_user, by=None, username=username, full_name=full_name, nip=nip, phone=phone, password=password
    )
    click.echo(f"Pengguna {username} ditambahkan.")
    _show(made.one_time_password)


@user_group.command()
@click.argument("username")
@click.option("--ask", is_flag=True, help="Ketik kata sandi sendiri; tanpa ini dibuatkan kata sandi sekali pakai.")
def password(username: str, ask: bool) -> None:
    """Ganti kata sandi pengguna dan akhiri semua sesinya.

    Contoh: sidamping user password ratna
    """
    chosen = _typed() if ask else ""
    _show(_or_say_why(services.set_password, by=None, user=_user(username), on=clock.today(), password=chosen))
    click.echo(f"Kata sandi {username} diganti.")


@user_group.command()
@click.argument("username")
@click.argument("role", type=click.Choice(roles.ALL))
@click.option("--programme", default="", help="Kode program, mis. tpk-ntt-2018; kosong = semua program.")
@click.option("--area", default="", help="Kode wilayah, mis. 53.01; kosong = seluruh Indonesia.")
@click.option("--cooperative", type=click.UUID, help="Nomor koperasi, untuk peran ketua (chair).")
@click.option("--starts", type=DAY, help="Hari pertama, TTTT-BB-HH; kosong = hari ini.")
@click.option("--ends", type=DAY, help="Hari terakhir, TTTT-BB-HH; kosong = tanpa batas.")
@click.option("--letter", default="", help="Nomor surat keputusan.")
def appoint(
    username: str, role: str, programme: str, area: str, cooperative: UUID | None, starts: datetime | None,
    ends: datetime | None, letter: str,
) -> None:
    """Beri peran kepada pengguna.

    Contoh: sidamping user appoint anton admin
    """
    first = starts.date() if starts else clock.today()
    last = ends.date() if ends else None
    where = {"programme": programme, "area": area, "subject_id": cooperative, "letter": letter}
    _or_say_why(services.appoint, by=None, user=_user(username), role=role, starts=first, ends=last, **where)
    click.echo(f"{username} memegang peran {role} mulai {first}.")


def _user(username: str) -> UUID:
    found = queries.user_id(username)
    if found is None:
        raise click.ClickException(f"Pengguna {username!r} tidak ada. Tambah dahulu: sidamping user add.")
    return found


def _typed() -> str:
    return str(click.prompt("Kata sandi", hide_input=True, confirmation_prompt="Ulangi"))


def _show(one_time_password: str) -> None:
    if one_time_password:
        click.echo(f"Kata sandi sekali pakai: {one_time_password} (wajib diganti saat pertama masuk)")


def _or_say_why(act: Any, **arguments: Any) -> Any:
    try:
        return act(**arguments)
    except Refused as refused:
        raise click.ClickException("\n".join(str(one) for one in refused.problems)) from refused
