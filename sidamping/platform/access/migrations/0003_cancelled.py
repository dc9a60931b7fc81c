"""An appointment taken back before it began is kept with the day of that, and stands in nobody's way."""

import django.contrib.postgres.constraints
import django.db.models.functions.comparison
from django.db import migrations, models

NOBODY = models.Value("00000000-0000-0000-0000-000000000000")


class Migration(migrations.Migration):

    dependencies = [("access", "0002_one_time_password")]

    operations = [
        migrations.AddField("appointment", "cancelled_on", models.DateField(blank=True, null=True)),
        migrations.RemoveConstraint("appointment", "appointment_not_twice"),
        migrations.AddConstraint(
            "appointment",
            django.contrib.postgres.constraints.ExclusionConstraint(
                name="appointment_not_twice",
                expressions=[
                    ("user", "="),
                    ("role", "="),
                    ("programme", "="),
                    (django.db.models.functions.comparison.Coalesce("area", models.Value("")), "="),
                    (
                        django.db.models.functions.comparison.Coalesce(
                            "subject_id", NOBODY, output_field=models.UUIDField()
                        ),
                        "=",
                    ),
                    (models.Func("starts", "ends", models.Value("[]"), function="daterange"), "&&"),
                ],
                condition=models.Q(("cancelled_on__isnull", True)),
            ),
        ),
    ]
