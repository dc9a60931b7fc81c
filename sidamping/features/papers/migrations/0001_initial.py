"""First tables of papers."""

import django.db.models.deletion
import sidamping.platform.database.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('database', '0001_extensions'),
        ('programmes', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Paper',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=40)),
                ('programme', models.CharField(max_length=60)),
                ('regency', models.CharField(max_length=5)),
                ('period_start', models.DateField()),
                ('period_end', models.DateField()),
                ('number', models.CharField(max_length=80, null=True, unique=True)),
                ('token', models.CharField(max_length=32, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('engagement', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.engagement')),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('paper', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, serialize=False, to='papers.paper')),
                ('narrative', models.JSONField(default=dict)),
                ('figures', models.JSONField(default=dict)),
                ('corrections', models.JSONField(default=list)),
                ('revised', models.PositiveIntegerField(default=0)),
                ('revised_at', models.DateTimeField(auto_now=True)),
            ],
        ),
        migrations.CreateModel(
            name='Revision',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('content', models.JSONField()),
                ('sha256', models.CharField(max_length=64)),
                ('rules', models.JSONField(default=list)),
                ('sources', models.JSONField(default=list)),
                ('due_on', models.DateField()),
                ('submitted_at', models.DateTimeField()),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revisions', to='papers.paper')),
                ('submitted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Copy',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('copy_no', models.PositiveSmallIntegerField()),
                ('recipient', models.CharField(max_length=160)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='papers.revision')),
            ],
        ),
        migrations.CreateModel(
            name='Act',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('ordinal', models.PositiveSmallIntegerField()),
                ('action', models.CharField(max_length=20)),
                ('role', models.CharField(max_length=20)),
                ('remark', models.TextField(blank=True)),
                ('signer_name', models.CharField(max_length=120)),
                ('signer_nip', models.CharField(blank=True, max_length=18)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acts', to='papers.revision')),
            ],
        ),
        migrations.AddIndex(
            model_name='paper',
            index=models.Index(fields=['mentor', '-period_start', '-id'], name='paper_mentor'),
        ),
        migrations.AddIndex(
            model_name='paper',
            index=models.Index(fields=['programme', 'regency', '-period_start'], name='paper_scope'),
        ),
        migrations.AddConstraint(
            model_name='paper',
            constraint=models.CheckConstraint(condition=models.Q(('period_end__gte', models.F('period_start'))), name='paper_period_forward'),
        ),
        migrations.AddConstraint(
            model_name='paper',
            constraint=models.UniqueConstraint(condition=models.Q(('engagement__isnull', False)), fields=('kind', 'engagement', 'period_start'), name='paper_once_per_engagement'),
        ),
        migrations.AddConstraint(
            model_name='paper',
            constraint=models.UniqueConstraint(condition=models.Q(('engagement__isnull', True)), fields=('kind', 'programme', 'mentor', 'period_start'), name='paper_once_per_mentor'),
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.UniqueConstraint(fields=('paper', 'number'), name='revision_number_once'),
        ),
        migrations.AddConstraint(
            model_name='copy',
            constraint=models.UniqueConstraint(fields=('revision', 'copy_no'), name='copy_once'),
        ),
        migrations.AddConstraint(
            model_name='act',
            constraint=models.UniqueConstraint(fields=('revision', 'ordinal'), name='act_one_winner'),
        ),
    ]
