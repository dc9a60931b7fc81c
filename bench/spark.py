"""Spark as a cluster: a master and two workers of this machine, one killed in the middle of a query, the same answers.

Run: `make spark` (Java 17; brings all of Spark into an environment of its own, which the thin client of CI excludes).
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path
from threading import Timer
from typing import Any
from urllib.request import urlopen

import click
import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sidamping.config.settings")
os.environ.setdefault("SIDAMPING_TODAY", "2026-11-05")
django.setup()

from bench.country import country  # noqa: E402  # models load after Django is set up
from bench.nation_rows import MONTHS, SIZES, TODAY  # noqa: E402
from sidamping.edges.analytics.engines import ENGINES  # noqa: E402
from sidamping.edges.analytics.exporting import export  # noqa: E402
from sidamping.edges.analytics.expressions import counted  # noqa: E402
from sidamping.rules.indicators import Indicator, indicators  # noqa: E402

HERE, PATIENCE_S, INTO_QUERY_S = "127.0.0.1", 60, 0.4
MASTER, WORKER = "org.apache.spark.deploy.master.Master", "org.apache.spark.deploy.worker.Worker"
Answers = dict[str, list[tuple[Any, ...]]]


class Cluster:
    """A master and its workers, each a process group of its own, so that a worker dies with its executors."""

    def __init__(self, folder: Path, workers: int) -> None:
        self.port, self.page = _free(), _free()
        self.address, self.folder = f"spark://{HERE}:{self.port}", folder
        self.master = self._run(MASTER, "--port", str(self.port), "--webui-port", str(self.page))
        self.workers = [self._run(WORKER, "--cores", "1", "--memory", "1g", "--work-dir", str(folder / f"work-{place}"),
                                  "--webui-port", str(_free()), self.address) for place in range(workers)]  # fmt: skip
        self.wait_for(workers)

    def alive(self) -> int:
        """Workers the master knows of; 0 while it does not answer."""
        try:
            with urlopen(f"http://{HERE}:{self.page}/json/", timeout=2) as answer:  # our own process
                return int(json.load(answer)["aliveworkers"])
        except OSError:
            return 0

    def wait_for(self, workers: int) -> None:
        until = time.monotonic() + PATIENCE_S
        while self.alive() != workers:
            if time.monotonic() > until:
                raise SystemExit(f"{self.alive()} of {workers} workers came in {PATIENCE_S} s; see {self.folder}")
            time.sleep(0.5)

    def lose_a_worker(self) -> None:
        _kill(self.workers.pop())

    def stop(self) -> None:
        for one in (*self.workers, self.master):
            _kill(one)

    def _run(self, role: str, *words: str) -> subprocess.Popen[bytes]:
        found = find_spec("pyspark")
        assert found is not None and found.submodule_search_locations
        home = Path(found.submodule_search_locations[0])
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(
                [str(home / "bin" / "spark-class"), role, "--host", HERE, *words], stdout=log, stderr=log,
                start_new_session=True, env={**os.environ, "SPARK_HOME": str(home), "SPARK_LOCAL_IP": HERE},
            )  # fmt: skip


@click.command()
@click.option("--size", type=click.Choice(tuple(SIZES)), default="office", show_default=True)
@click.option("--keep", is_flag=True, help="Leave the database for the next run.")
@click.option("--most", type=click.IntRange(min=2), default=None, help="So many indicators; all of them when left out.")
def main(size: str, keep: bool, most: int | None) -> None:
    print(f"Load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.")
    with country(size, kept=keep), tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        export(folder / "files", TODAY + timedelta(1))
        asked = indicators(TODAY)[:most]
        meant = _answers("duckdb", asked, folder / "files")
        with _cluster(folder) as cluster:
            told = _answers("spark", asked, folder / "files", cluster)
    if told != meant:
        wrong = ", ".join(code for code in meant if told.get(code) != meant[code])
        sys.exit(f"Spark answers otherwise: {wrong}")
    print(f"{len(meant)} indicators by regency, {sum(map(len, meant.values())):,} rows: Spark and DuckDB say the same.")


@contextmanager
def _cluster(folder: Path) -> Iterator[Cluster]:
    cluster = Cluster(folder, 2)
    os.environ |= {"SPARK_MASTER": cluster.address, "SPARK_LOCAL_IP": HERE}
    try:
        yield cluster
    finally:
        cluster.stop()


def _answers(engine: str, asked: Sequence[Indicator], folder: Path, cluster: Cluster | None = None) -> Answers:
    """Each indicator by regency; of a cluster a worker is lost in the middle of the second half's first query."""
    found: Answers = {}
    with ENGINES[engine](folder) as summary:
        for place, one in enumerate(asked):
            losing = cluster is not None and place == len(asked) // 2
            if cluster and losing:
                Timer(INTO_QUERY_S, cluster.lose_a_worker).start()
            began = time.perf_counter()
            rows = counted(one.definition, summary, MONTHS[-1], "regency").to_pyarrow().to_pylist()
            seconds = time.perf_counter() - began
            found[one.code] = sorted(tuple(row.values()) for row in rows)
            if cluster and losing:
                cluster.wait_for(1)
            note = f", a worker killed after {INTO_QUERY_S} s; {cluster.alive()} left" if cluster and losing else ""
            print(f"{engine:<8}{one.code:<22}{seconds:>7.2f} s{note}")
    return found


def _kill(one: subprocess.Popen[bytes]) -> None:
    os.killpg(one.pid, signal.SIGKILL)
    one.wait()


def _free() -> int:
    with socket.socket() as asked:
        asked.bind((HERE, 0))
        return int(asked.getsockname()[1])


if __name__ == "__main__":
    main()
