"""The treasurer is bound to a cooperative as the chair is."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0003_cancelled"),
        ("territory", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="appointment",
            name="appointment_chair_has_subject",
        ),
        migrations.AlterField(
            model_name="appointment",
            name="role",
            field=models.CharField(
                choices=[
                    ("mentor", "mentor"),
                    ("chair", "chair"),
                    ("treasurer", "treasurer"),
                    ("coordinator", "coordinator"),
                    ("dinas_regency", "dinas_regency"),
                    ("dinas_province", "dinas_province"),
                    ("secretariat", "secretariat"),
                    ("pmo", "pmo"),
                    ("assessor", "assessor"),
                    ("admin", "admin"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("role__in", ("chair", "treasurer")), _negated=True),
                    ("subject_id__isnull", False),
                    _connector="OR",
                ),
                name="appointment_board_has_subject",
            ),
        ),
    ]
