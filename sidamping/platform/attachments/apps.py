"""Files that belong to records."""

from django.apps import AppConfig


class AttachmentsConfig(AppConfig):
    name = "sidamping.platform.attachments"
    label = "attachments"
