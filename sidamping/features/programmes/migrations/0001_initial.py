"""First tables of programmes."""

import django.contrib.postgres.constraints
import django.db.models.deletion
import sidamping.platform.database.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('database', '0001_extensions'),
        ('parties', '0001_initial'),
        ('territory', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Engagement',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('programme', models.CharField(max_length=60)),
                ('pinned', models.CharField(max_length=60)),
                ('regency', models.CharField(max_length=5)),
                ('starts', models.DateField()),
                ('ends', models.DateField(blank=True, null=True)),
                ('priority', models.PositiveSmallIntegerField(default=3)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('mentee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.party')),
                ('village', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='territory.area')),
            ],
        ),
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('starts', models.DateField()),
                ('ends', models.DateField(blank=True, null=True)),
                ('letter', models.CharField(blank=True, max_length=120)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='programmes.engagement')),
            ],
        ),
        migrations.CreateModel(
            name='StepRecord',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('step', models.CharField(max_length=40)),
                ('done_on', models.DateField()),
                ('note', models.TextField(blank=True)),
                ('source_id', models.UUIDField(null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='programmes.engagement')),
            ],
        ),
        migrations.AddIndex(
            model_name='engagement',
            index=models.Index(fields=['programme', 'regency'], name='engagement_scope'),
        ),
        migrations.AddIndex(
            model_name='engagement',
            index=models.Index(fields=['village'], name='engagement_area', opclasses=['varchar_pattern_ops']),
        ),
        migrations.AddConstraint(
            model_name='engagement',
            constraint=models.CheckConstraint(condition=models.Q(('ends__isnull', True), ('ends__gte', models.F('starts')), _connector='OR'), name='engagement_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='engagement',
            constraint=models.CheckConstraint(condition=models.Q(('priority__range', (1, 5))), name='engagement_priority_1_to_5'),
        ),
        migrations.AddConstraint(
            model_name='engagement',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('mentee', '='), ('programme', '='), (models.Func('starts', 'ends', models.Value('[]'), function='daterange'), '&&')], name='engagement_not_twice'),
        ),
        migrations.AddIndex(
            model_name='assignment',
            index=models.Index(fields=['mentor', 'starts'], name='assignment_mentor'),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.CheckConstraint(condition=models.Q(('ends__isnull', True), ('ends__gte', models.F('starts')), _connector='OR'), name='assignment_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('engagement', '='), (models.Func('starts', 'ends', models.Value('[]'), function='daterange'), '&&')], name='assignment_one_mentor_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='steprecord',
            constraint=models.UniqueConstraint(fields=('engagement', 'step', 'done_on'), name='step_once_a_day'),
        ),
    ]
