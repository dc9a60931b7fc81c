"""Steps tell their outcome, the reason of an override, and what proves them; what proves a step is kept."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sidamping.platform.database.ids
from sidamping.platform.database.seals import seal


class Migration(migrations.Migration):
    dependencies = [
        ("attachments", "0002_seal"),
        ("programmes", "0005_steps_of_a_path"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="StepEvidence",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("said", models.CharField(blank=True, max_length=400)),
            ],
        ),
        migrations.AddField(
            model_name="steprecord",
            name="kind",
            field=models.CharField(
                choices=[("done", "Done"), ("waived", "Waived"), ("reversed", "Reversed")], default="done", max_length=8
            ),
        ),
        migrations.AddField(
            model_name="steprecord",
            name="outcome",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="steprecord",
            name="takes_back",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="taken_back_by",
                to="programmes.steprecord",
            ),
        ),
        migrations.AddField(
            model_name="steprecord",
            name="why",
            field=models.CharField(blank=True, max_length=240),
        ),
        migrations.AddIndex(
            model_name="cohort",
            index=models.Index(fields=["programme", "starts"], name="cohort_programme"),
        ),
        migrations.AddIndex(
            model_name="path",
            index=models.Index(fields=["cohort", "subject"], name="path_cohort"),
        ),
        migrations.AddConstraint(
            model_name="cohort",
            constraint=models.UniqueConstraint(fields=("programme", "name"), name="cohort_name_once"),
        ),
        migrations.AddConstraint(
            model_name="cohort",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__isnull", True), ("ends__gte", models.F("starts")), _connector="OR"),
                name="cohort_ends_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="cohort",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("call_opens__isnull", True),
                    ("call_closes__isnull", True),
                    ("call_closes__gte", models.F("call_opens")),
                    _connector="OR",
                ),
                name="cohort_call_closes_after_opening",
            ),
        ),
        migrations.AddConstraint(
            model_name="path",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("subject", "cohort"), _negated=True), ("cohort__isnull", True), _connector="OR"
                ),
                name="path_of_a_cohort_is_its_own",
            ),
        ),
        migrations.AddConstraint(
            model_name="path",
            constraint=models.UniqueConstraint(
                condition=models.Q(("subject", "mentor")),
                fields=("cohort", "person"),
                name="path_of_a_mentor_once_a_cohort",
            ),
        ),
        migrations.AddConstraint(
            model_name="steprecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "reversed"), ("takes_back__isnull", False)),
                    models.Q(models.Q(("kind", "reversed"), _negated=True), ("takes_back__isnull", True)),
                    _connector="OR",
                ),
                name="step_reversal_names_its_record",
            ),
        ),
        migrations.AddConstraint(
            model_name="steprecord",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "done"), models.Q(("why", ""), _negated=True), _connector="OR"),
                name="step_not_done_says_why",
            ),
        ),
        migrations.AddField(
            model_name="stepevidence",
            name="attachment",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="attachments.attachment",
            ),
        ),
        migrations.AddField(
            model_name="stepevidence",
            name="record",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="programmes.steprecord"
            ),
        ),
        migrations.AddConstraint(
            model_name="stepevidence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("attachment__isnull", False), models.Q(("said", ""), _negated=True), _connector="OR"
                ),
                name="step_evidence_is_something",
            ),
        ),
        seal("programmes_stepevidence"),
    ]
