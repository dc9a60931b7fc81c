"""Which PostgreSQL is used: the one DATABASE_URL names, else the embedded server, started at the first connection."""

from __future__ import annotations

import os

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

DATABASE_NAME = "sidamping"
POOL = {"min_size": 1, "max_size": 8, "timeout": 20}


def django_settings() -> dict[str, object]:
    """Django's DATABASES entry, with the connection pool switched on."""
    url = os.environ.get("DATABASE_URL", "")
    shared = {"CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True}
    if not url:
        engine = "sidamping.platform.database.engine"
        return {"ENGINE": engine, "NAME": DATABASE_NAME, "OPTIONS": {"pool": POOL}, **shared}
    parts = _read(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", DATABASE_NAME),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": str(parts.pop("port", "")),
        "OPTIONS": {**parts, "pool": POOL},
        **shared,
    }


def _read(url: str) -> dict[str, object]:
    """The parts of a postgresql:// address; the process stops with a plain message when it is none."""
    if not url.startswith(("postgres://", "postgresql://")):
        raise SystemExit(
            "DATABASE_URL: hanya PostgreSQL, mis. postgresql://user:sandi@host/basis (only PostgreSQL is supported)."
        )
    try:
        return dict(conninfo_to_dict(url))
    except ProgrammingError as fault:
        raise SystemExit(f"DATABASE_URL tidak terbaca (cannot be read): {fault}") from None
