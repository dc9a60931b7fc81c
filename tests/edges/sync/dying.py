"""A server process of its own on the tests' database, slow at understanding, so that a test kills it in mid-batch."""

from __future__ import annotations

import os
import time
from datetime import date
from socketserver import ThreadingMixIn
from uuid import UUID
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from django.conf import settings

PAUSE_SECONDS = 0.05


class Threaded(ThreadingMixIn, WSGIServer):
    """One thread for each connection, as the real server has."""

    daemon_threads = True


class Silent(WSGIRequestHandler):
    """Says nothing of each request."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


def serve() -> None:
    """Answer until the process is killed; the port goes to standard output."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sidamping.config.settings")
    settings.DATABASES["default"]["NAME"] = os.environ["TEST_DATABASE"]
    settings.FIXED_TODAY = date.fromisoformat(os.environ["SIDAMPING_TODAY"])
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    django.setup()
    from django.core.wsgi import get_wsgi_application  # Django must be set up first

    from sidamping.edges.sync import receiving, understanding  # as above

    receiving.SECONDS = 60
    look = understanding.understand

    def slowly(id: UUID, **more: object) -> str:
        time.sleep(PAUSE_SECONDS)
        return look(id, **more)  # type: ignore[arg-type]  # the same arguments

    understanding.understand = slowly
    with make_server("127.0.0.1", 0, get_wsgi_application(), Threaded, Silent) as server:
        print(server.server_port, flush=True)
        server.serve_forever()


if __name__ == "__main__":
    serve()
