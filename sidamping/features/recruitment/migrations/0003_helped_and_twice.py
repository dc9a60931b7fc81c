"""Who filled an application in for somebody else; two applications may carry one NIK until somebody decides."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q, deletion


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("recruitment", "0002_seal"),
    ]
    operations = [
        migrations.AddField(
            "candidacy",
            "assisted_by",
            models.ForeignKey(
                to=settings.AUTH_USER_MODEL, on_delete=deletion.PROTECT, null=True, blank=True, related_name="+"
            ),
        ),
        migrations.RemoveConstraint("candidacy", "candidacy_nik_once"),
        migrations.AddIndex("candidacy", models.Index(fields=["call", "nik"], name="candidacy_nik")),
        migrations.AddConstraint(
            "candidacy",
            models.CheckConstraint(
                condition=Q(assisted_by__isnull=True) | Q(user__isnull=True) | ~Q(user=F("assisted_by")),
                name="candidacy_helper_is_another",
            ),
        ),
    ]
