"""First tables of parties."""

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
import sidamping.platform.database.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('database', '0001_extensions'),
        ('territory', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Party',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('cooperative', 'Cooperative'), ('person', 'Person'), ('business', 'Business')], max_length=12)),
                ('name', models.CharField(max_length=160)),
                ('address', models.CharField(blank=True, max_length=240)),
                ('note', models.TextField(blank=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('revised', models.PositiveIntegerField(default=0)),
                ('village', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='territory.area')),
            ],
        ),
        migrations.CreateModel(
            name='Cooperative',
            fields=[
                ('party', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, serialize=False, to='parties.party')),
                ('kind', models.CharField(max_length=20)),
                ('form', models.CharField(default='primary', max_length=12)),
                ('standing', models.CharField(default='registered', max_length=20)),
                ('legal_number', models.CharField(blank=True, max_length=80, null=True, unique=True)),
                ('legal_date', models.DateField(blank=True, null=True)),
                ('nik_koperasi', models.CharField(blank=True, max_length=16, null=True, unique=True)),
                ('nib', models.CharField(blank=True, max_length=13)),
                ('npwp', models.CharField(blank=True, max_length=16)),
                ('founded_on', models.DateField(blank=True, null=True)),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('account_number', models.CharField(blank=True, max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name='ServiceArea',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('village', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='territory.area')),
                ('cooperative', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='service_areas', to='parties.cooperative')),
            ],
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('party', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, serialize=False, to='parties.party')),
                ('nik', models.CharField(blank=True, max_length=16, null=True, unique=True)),
                ('sex', models.CharField(blank=True, choices=[('L', 'L'), ('P', 'P')], max_length=1)),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('account_number', models.CharField(blank=True, max_length=40)),
                ('education', models.CharField(blank=True, max_length=20)),
                ('user', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='person', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Business',
            fields=[
                ('party', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, serialize=False, to='parties.party')),
                ('sector', models.CharField(max_length=30)),
                ('product', models.CharField(blank=True, max_length=160)),
                ('started_on', models.DateField(blank=True, null=True)),
                ('nib', models.CharField(blank=True, max_length=13)),
                ('cooperative', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='businesses', to='parties.cooperative')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='businesses', to='parties.person')),
            ],
        ),
        migrations.CreateModel(
            name='BoardTerm',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('organ', models.CharField(max_length=12)),
                ('position', models.CharField(max_length=30)),
                ('starts', models.DateField()),
                ('ends', models.DateField()),
                ('letter', models.CharField(blank=True, max_length=120)),
                ('cooperative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='board', to='parties.cooperative')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offices', to='parties.person')),
            ],
        ),
        migrations.AddIndex(
            model_name='party',
            index=models.Index(fields=['kind', 'name', 'id'], name='party_list'),
        ),
        migrations.AddIndex(
            model_name='party',
            index=models.Index(fields=['village'], name='party_area', opclasses=['varchar_pattern_ops']),
        ),
        migrations.AddIndex(
            model_name='party',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper('name'), name='gin_trgm_ops'), name='party_name_search'),
        ),
        migrations.AddConstraint(
            model_name='party',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='party_has_name'),
        ),
        migrations.AddConstraint(
            model_name='servicearea',
            constraint=models.UniqueConstraint(fields=('cooperative', 'village'), name='service_area_once'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.CheckConstraint(condition=models.Q(('nik__isnull', True), ('nik__regex', '^\\d{16}$'), _connector='OR'), name='person_nik_16'),
        ),
        migrations.AddConstraint(
            model_name='boardterm',
            constraint=models.CheckConstraint(condition=models.Q(('ends__gt', models.F('starts'))), name='board_term_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='boardterm',
            constraint=models.UniqueConstraint(fields=('cooperative', 'person', 'position', 'starts'), name='board_term_once'),
        ),
    ]
