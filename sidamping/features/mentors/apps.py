"""Mentors: profile, certificates, interests."""

from django.apps import AppConfig


class MentorsConfig(AppConfig):
    name = "sidamping.features.mentors"
    label = "mentors"
