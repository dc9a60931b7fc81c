"""The command `sidamping serve`: prepares, then serves pages and runs the background worker until it must stop."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

import click

from sidamping.domain.problems import Refused, problem

MOST_WORKERS = 8
THREADS = 4
PATIENCE_SECONDS = 20
LOOPBACK = ("127.0.0.1", "localhost", "::1")
RESTART_SECONDS = 3.0


@click.command()
@click.option("--host", default="127.0.0.1", envvar="SIDAMPING_HOST", show_default=True, help="Alamat yang didengar.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, envvar="PORT", show_default=True, help="Port.")
@click.option("--workers", type=click.IntRange(1), help="Jumlah proses; bawaan menurut inti prosesor.")
@click.option("--demo", is_flag=True, help="Isi data contoh bila basis data masih kosong.")
def serve(host: str, port: int, workers: int | None, demo: bool) -> None:
    """Siapkan basis data dan tampilan, lalu layani peramban. Ctrl+C menghentikan semuanya.

    \b
    Contoh:
      sidamping serve
      sidamping serve --port 8001 --demo
      DATABASE_URL=postgresql://sidamping:sandi@db/sidamping sidamping serve --host 0.0.0.0
    """
    signal.signal(signal.SIGTERM, _stop)
    _require_free(host, port)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sidamping.config.settings")
    os.environ.setdefault("SIDAMPING_PUBLIC_URL", f"http://{host}:{port}")
    _prepare(demo)
    _greet(host, port, demo)
    with _background_worker():
        _serve_pages(host, port, workers or min(os.cpu_count() or 1, MOST_WORKERS))
    click.echo("SiDamping berhenti.")


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def _require_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise Refused(problem("DATABASE_004", "PORT", port=port, host=host)) from None


def _prepare(demo: bool) -> None:
    import django  # not needed for help

    django.setup()
    from django.db import connections

    from sidamping.edges.cli.setup import prepare  # models load after Django is set up

    prepare(demo=demo)
    connections.close_all()
    for connection in connections.all(initialized_only=True):
        connection.close_pool()  # type: ignore[attr-defined]  # PostgreSQL's wrapper; workers must not share its sockets


def _greet(host: str, port: int, demo: bool) -> None:
    from django.conf import settings

    click.echo(f"\nSiDamping: http://{host}:{port}   (Ctrl+C untuk berhenti)\nData: {settings.DATA}")
    if demo:
        from sidamping.edges.demo.accounts import accounts_text  # only where the story was loaded

        click.echo(accounts_text())
        if host not in LOOPBACK:
            click.echo("PERHATIAN: data contoh terbuka bagi siapa pun di jaringan ini; kata sandinya tertulis di atas.")


def _serve_pages(host: str, port: int, workers: int) -> None:
    from granian import Granian  # loads its server library; not needed for help
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "sidamping.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=PATIENCE_SECONDS,
    ).serve()


@contextmanager
def _background_worker() -> Iterator[None]:
    """Keep one worker process alive beside the pages; stop it when they stop."""
    stopping = threading.Event()
    keeper = threading.Thread(target=_keep_worker, args=(stopping,))
    keeper.start()
    try:
        yield
    finally:
        stopping.set()
        keeper.join()


def _keep_worker(stopping: threading.Event) -> None:
    command = [sys.executable, "-m", "sidamping.edges.cli", "worker"]
    process = subprocess.Popen(command)
    while not stopping.wait(RESTART_SECONDS):
        if process.poll() is not None:
            process = subprocess.Popen(command)
    process.terminate()
    try:
        process.wait(PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
