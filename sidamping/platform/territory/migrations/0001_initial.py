"""First tables of territory."""

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('database', '0001_extensions'),
    ]

    operations = [
        migrations.CreateModel(
            name='Area',
            fields=[
                ('code', models.CharField(max_length=13, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('level', models.SmallIntegerField(choices=[(1, 'Province'), (2, 'Regency'), (3, 'District'), (4, 'Village')])),
                ('retired_on', models.DateField(null=True)),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='territory.area')),
            ],
            options={
                'indexes': [models.Index(fields=['level', 'code'], name='territory_level_code'), django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper('name'), name='gin_trgm_ops'), name='territory_name_search')],
            },
        ),
    ]
