"""Django's PostgreSQL engine, which starts the embedded server when the first connection is asked for.

So `--help`, type checks and other work without records never start a server.
"""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import base

from sidamping.platform.database import embedded


class DatabaseWrapper(base.DatabaseWrapper):
    """As Django's own, with the address of the embedded server filled in late."""

    def get_connection_params(self) -> dict[str, Any]:
        self.settings_dict.update(USER=embedded.SUPERUSER, HOST=str(embedded.start()), PORT=embedded.PORT)
        return super().get_connection_params()
