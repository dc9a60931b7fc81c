"""A promise exchanged for another wording names the one in its place, once; it is neither kept nor open any more."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

from sidamping.platform.database.seals import seal_except, set_once

TABLE = "fieldwork_followup"
BEFORE = seal_except(TABLE, "closed_on", "closed_note")
UNSEAL = migrations.RunSQL(BEFORE.reverse_sql, BEFORE.sql)
CLOSED_OR_REPLACED = models.CheckConstraint(
    condition=Q(closed_on=None) | Q(replaced_by=None), name="follow_up_closed_or_replaced"
)
BY_ANOTHER = models.CheckConstraint(condition=~Q(replaced_by=F("id")), name="follow_up_replaced_by_another")


class Migration(migrations.Migration):
    dependencies = [("fieldwork", "0009_newest")]
    operations = [
        migrations.AddField(
            "followup",
            "replaced_by",
            models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replaces",
                to="fieldwork.followup",
            ),
        ),
        migrations.AddConstraint("followup", CLOSED_OR_REPLACED),
        migrations.AddConstraint("followup", BY_ANOTHER),
        UNSEAL,
        seal_except(TABLE, "closed_on", "closed_note", "replaced_by_id"),
        set_once(TABLE, "replaced_by_id"),
    ]
