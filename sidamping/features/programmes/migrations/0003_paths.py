"""Paths and cohorts; every engagement there is gets the path it has walked, under its own id."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sidamping.platform.database.ids

KEY = models.UUIDField(
    default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
)
PROTECT = django.db.models.deletion.PROTECT


class Migration(migrations.Migration):

    dependencies = [("programmes", "0002_seal"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="Path",
            fields=[
                ("id", KEY.clone()),
                ("subject", models.CharField(
                    choices=[("mentee", "Mentee"), ("mentor", "Mentor"), ("cohort", "Cohort")], max_length=8)),
                ("programme", models.CharField(max_length=60)),
                ("pinned", models.CharField(max_length=60)),
                ("starts", models.DateField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("person", models.ForeignKey(
                    blank=True, null=True, on_delete=PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name="Cohort",
            fields=[
                ("id", KEY.clone()),
                ("programme", models.CharField(max_length=60)),
                ("name", models.CharField(max_length=120)),
                ("area", models.CharField(blank=True, max_length=13)),
                ("starts", models.DateField()),
                ("ends", models.DateField(blank=True, null=True)),
                ("call_opens", models.DateField(blank=True, null=True)),
                ("call_closes", models.DateField(blank=True, null=True)),
                ("target", models.PositiveIntegerField(blank=True, null=True)),
                ("mentors_wanted", models.PositiveIntegerField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("path", models.OneToOneField(
                    on_delete=PROTECT, related_name="cohort_led", to="programmes.path")),
            ],
        ),
        migrations.AddField(
            model_name="path", name="cohort",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=PROTECT, related_name="paths", to="programmes.cohort"),
        ),
        migrations.AddField(
            model_name="engagement", name="path",
            field=models.OneToOneField(
                null=True, on_delete=PROTECT, related_name="engagement", to="programmes.path"),
        ),
    ]
