"""Engines that run an expression: each opens the summary as an Ibis table, from the live database or from Parquet."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection

from sidamping.domain.problems import Refused, problem
from sidamping.edges.analytics.exporting import files_of
from sidamping.edges.analytics.extras import need

SUMMARY = "summary"
Opened = Iterator[Any]


@contextmanager
def on_postgres(folder: Path) -> Opened:
    """The live table; nothing is exported."""
    ibis = need("ibis", "analytics")
    need("ibis.backends.postgres", "analytics")
    connection.ensure_connection()
    yield ibis.postgres.from_connection(connection.connection).table("indicators_summary")


@contextmanager
def on_duckdb(folder: Path) -> Opened:
    """In this process, over the files; a hundred million rows fit in little memory."""
    need("duckdb", "analytics")
    yield need("ibis", "analytics").duckdb.connect().read_parquet(_files(folder))


@contextmanager
def on_sail(folder: Path) -> Opened:
    """Spark's language without Java, for one machine and for checking that Spark will understand."""
    server = need("pysail.spark", "sail").SparkConnectServer("127.0.0.1", 0)
    server.start(background=True)
    _host, port = server.listening_address
    try:
        with _spark(f"sc://127.0.0.1:{port}", folder, "sail") as table:
            yield table
    finally:
        server.stop()


@contextmanager
def on_spark(folder: Path) -> Opened:
    """A Spark cluster: SPARK_REMOTE (sc://…) or SPARK_MASTER (spark://…), else this machine alone."""
    remote = os.environ.get("SPARK_REMOTE", "")
    if not remote:
        need("py4j", "spark")  # the thin client of the extra `sail` speaks to a server only
    with _spark(remote, folder, "spark") as table:
        yield table


ENGINES: dict[str, Callable[[Path], Any]] = {
    "postgres": on_postgres, "duckdb": on_duckdb, "sail": on_sail, "spark": on_spark,
}


@contextmanager
def _spark(remote: str, folder: Path, extra: str) -> Opened:
    builder = need("pyspark.sql", extra).SparkSession.builder
    master = os.environ.get("SPARK_MASTER", "local[*]")
    session = (builder.remote(remote) if remote else builder.master(master)).getOrCreate()
    try:
        opened = need("ibis", "analytics").pyspark.connect(session)
        yield opened.read_parquet(_files(folder))
    finally:
        session.stop()


def _files(folder: Path) -> str:
    """The pattern of the files of the summary, which every engine understands."""
    if not files_of(folder, SUMMARY):
        raise Refused([problem("ANALYTICS_003", str(folder), folder=str(folder))])
    return f"{folder.resolve()}/{SUMMARY}/*/{SUMMARY}.parquet"
