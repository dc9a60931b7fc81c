"""First table of signatures."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Seal',
            fields=[
                ('id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ('subject_id', models.UUIDField(db_index=True)),
                ('content', models.TextField()),
                ('sha256', models.CharField(max_length=64)),
                ('signer', models.CharField(max_length=120)),
                ('capacity', models.CharField(max_length=20)),
                ('strokes', models.JSONField(default=list)),
                ('card_id', models.UUIDField(null=True)),
                ('sealed_on', models.DateField()),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('strokes', []), ('card_id', None)), fields=['by', 'sealed_on'], name='seal_wrong_codes')],
                'constraints': [models.CheckConstraint(condition=models.Q(('strokes', []), ('card_id', None), _connector='OR'), name='seal_one_way')],
            },
        ),
    ]
