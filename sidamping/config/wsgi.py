"""The WSGI application that granian serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sidamping.config.settings")
application = get_wsgi_application()

from sidamping.config.warm import warm  # noqa: E402  # pages load after Django is set up

warm()
