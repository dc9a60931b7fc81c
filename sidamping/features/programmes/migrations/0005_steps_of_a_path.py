"""Steps belong to a path: the column that named the engagement names the path with the same id."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("programmes", "0004_walked")]

    operations = [
        migrations.RemoveConstraint(model_name="steprecord", name="step_once_a_day"),
        migrations.RenameField(model_name="steprecord", old_name="engagement", new_name="path"),
        migrations.AlterField(
            model_name="steprecord", name="path",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="programmes.path"),
        ),
        migrations.AlterField(
            model_name="engagement", name="path",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="engagement", to="programmes.path"),
        ),
    ]
