"""Examinations with team and report, findings with answers and verdicts, sanctions."""

import django.db.models.deletion
import sidamping.platform.database.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("letters", "0003_reserved"),
        ("parties", "0003_search"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Examination",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("office", models.CharField(max_length=20)),
                ("area", models.CharField(max_length=13)),
                ("way", models.CharField(max_length=20)),
                ("timing", models.CharField(max_length=20)),
                ("purpose", models.CharField(max_length=20)),
                ("matter", models.CharField(max_length=240)),
                ("starts", models.DateField()),
                ("ends", models.DateField()),
                ("opened_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("closed_why", models.CharField(blank=True, max_length=240)),
                (
                    "closed_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "cooperative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="parties.party"
                    ),
                ),
                (
                    "letter",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="letters.letter"
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("area", models.CharField(max_length=20)),
                ("text", models.TextField()),
                ("basis", models.CharField(blank=True, max_length=240)),
                ("advice", models.TextField()),
                ("charged", models.CharField(max_length=120)),
                ("due", models.DateField()),
                ("written_at", models.DateTimeField()),
                ("struck_at", models.DateTimeField(null=True)),
                ("struck_why", models.CharField(blank=True, max_length=240)),
                (
                    "examination",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="supervision.examination",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("text", models.TextField()),
                ("attachment", models.UUIDField(null=True)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="supervision.finding"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("nip", models.CharField(blank=True, max_length=20)),
                ("duty", models.CharField(max_length=20)),
                (
                    "examination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="team", to="supervision.examination"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Sanction",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(max_length=20)),
                ("on", models.DateField()),
                ("until", models.DateField(null=True)),
                ("reason", models.CharField(blank=True, max_length=400)),
                ("warnings", models.PositiveSmallIntegerField()),
                ("interval", models.PositiveSmallIntegerField()),
                ("rule", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(null=True)),
                ("lifted_why", models.CharField(blank=True, max_length=240)),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "examination",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sanctions",
                        to="supervision.examination",
                    ),
                ),
                (
                    "letter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="letters.letter"
                    ),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Verdict",
            fields=[
                (
                    "answer",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="verdict",
                        serialize=False,
                        to="supervision.answer",
                    ),
                ),
                ("settled", models.BooleanField()),
                ("remark", models.CharField(blank=True, max_length=240)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "examination",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="report",
                        serialize=False,
                        to="supervision.examination",
                    ),
                ),
                ("content", models.JSONField()),
                ("sha256", models.CharField(max_length=64)),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="examination",
            index=models.Index(fields=["office", "area", "-starts", "-id"], name="examination_of_office"),
        ),
        migrations.AddConstraint(
            model_name="examination",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__gte", models.F("starts"))), name="examination_ends_later"
            ),
        ),
        migrations.AddConstraint(
            model_name="examination",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("area", ""), _negated=True), models.Q(("matter", ""), _negated=True)),
                name="examination_of_an_office",
            ),
        ),
        migrations.AddConstraint(
            model_name="examination",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("closed_by", None), ("closed_why", "")),
                    models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                    _connector="OR",
                ),
                name="examination_closed_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.UniqueConstraint(fields=("examination", "number"), name="finding_number_once"),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="finding_number"),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("text", ""), _negated=True),
                    models.Q(("advice", ""), _negated=True),
                    models.Q(("charged", ""), _negated=True),
                ),
                name="finding_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("struck_at", None), ("struck_why", "")),
                    models.Q(("struck_at__isnull", False), models.Q(("struck_why", ""), _negated=True)),
                    _connector="OR",
                ),
                name="finding_struck_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="answer_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="team_member_named"
            ),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.UniqueConstraint(
                condition=models.Q(("duty", "lead")), fields=("examination",), name="one_head_of_a_team"
            ),
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.UniqueConstraint(fields=("examination", "number"), name="sanction_number_once"),
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.CheckConstraint(condition=models.Q(("warnings__gte", 1)), name="sanction_after_warnings"),
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "warning"), ("until__gt", models.F("on"))),
                    models.Q(models.Q(("kind", "warning"), _negated=True), models.Q(("reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="sanction_says_until_when_or_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lifted_at", None), ("lifted_by", None), ("lifted_why", "")),
                    models.Q(
                        ("lifted_at__isnull", False),
                        ("lifted_by__isnull", False),
                        models.Q(("lifted_why", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="sanction_lifted_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.CheckConstraint(
                condition=models.Q(("settled", True), models.Q(("remark", ""), _negated=True), _connector="OR"),
                name="sent_back_with_a_word",
            ),
        ),
    ]
