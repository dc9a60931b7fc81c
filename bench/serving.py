"""The application on a benchmark's own database, named by BENCH_DATABASE, for a server that the benchmark starts."""

from __future__ import annotations

import os
from datetime import date
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sidamping.config.settings")
settings.DATABASES["default"]["NAME"] = os.environ["BENCH_DATABASE"]
settings.MEDIA_ROOT = os.environ["BENCH_FILES"]
settings.FIXED_TODAY = date.fromisoformat(os.environ["SIDAMPING_TODAY"])
application: Any = get_wsgi_application()

from sidamping.config.warm import warm  # noqa: E402  # pages load after Django is set up

warm()
