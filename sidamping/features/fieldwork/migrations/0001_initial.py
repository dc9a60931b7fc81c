"""First tables of fieldwork."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import sidamping.platform.database.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('database', '0001_extensions'),
        ('access', '0001_initial'),
        ('programmes', '0001_initial'),
        ('territory', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CalendarFeed',
            fields=[
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, serialize=False, to=settings.AUTH_USER_MODEL)),
                ('token', models.CharField(max_length=43, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name='Alternative',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('text', models.CharField(max_length=240)),
                ('consequences', models.TextField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='JointEvaluation',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('held_on', models.DateField()),
                ('mentee_name', models.CharField(max_length=120)),
                ('went_well', models.TextField()),
                ('difficulties', models.TextField()),
                ('mentee_view', models.TextField()),
                ('mentor_view', models.TextField()),
                ('next_plan', models.TextField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.engagement')),
            ],
        ),
        migrations.CreateModel(
            name='Observation',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('observed_on', models.DateField()),
                ('findings', models.JSONField(default=dict)),
                ('potentials', models.TextField(blank=True)),
                ('needs', models.TextField(blank=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.engagement')),
                ('replaces', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='fieldwork.observation')),
            ],
        ),
        migrations.CreateModel(
            name='Problem',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=160)),
                ('side', models.CharField(max_length=20)),
                ('category', models.CharField(max_length=30)),
                ('priority', models.PositiveSmallIntegerField(default=3)),
                ('dialogue', models.TextField(blank=True)),
                ('causes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=240), default=list, size=None)),
                ('found_on', models.DateField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('revised', models.PositiveIntegerField(default=0)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.engagement')),
            ],
        ),
        migrations.CreateModel(
            name='PlanItem',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('concern', models.CharField(max_length=240)),
                ('activity', models.CharField(max_length=160)),
                ('purpose', models.CharField(max_length=240)),
                ('target', models.CharField(max_length=160)),
                ('method', models.CharField(max_length=30)),
                ('place', models.CharField(max_length=160)),
                ('planned_on', models.DateField()),
                ('starts_at', models.TimeField(blank=True, null=True)),
                ('minutes', models.PositiveSmallIntegerField(default=90)),
                ('agreed_by', models.CharField(blank=True, max_length=120)),
                ('dropped_on', models.DateField(null=True)),
                ('dropped_why', models.CharField(blank=True, max_length=240)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('revised', models.PositiveIntegerField(default=0)),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.engagement')),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('problem', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='plan_items', to='fieldwork.problem')),
            ],
        ),
        migrations.CreateModel(
            name='Outcome',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('seen_on', models.DateField()),
                ('text', models.TextField()),
                ('solved', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('problem', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='outcomes', to='fieldwork.problem')),
            ],
        ),
        migrations.CreateModel(
            name='Choice',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('chosen_by', models.CharField(max_length=120)),
                ('capacity', models.CharField(blank=True, max_length=60)),
                ('chosen_on', models.DateField()),
                ('meeting', models.CharField(blank=True, max_length=160)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('alternative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='fieldwork.alternative')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('problem', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='choice', to='fieldwork.problem')),
            ],
        ),
        migrations.AddField(
            model_name='alternative',
            name='problem',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='alternatives', to='fieldwork.problem'),
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('programme', models.CharField(max_length=60)),
                ('regency', models.CharField(max_length=5)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='FollowUp',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('text', models.CharField(max_length=240)),
                ('owner_side', models.CharField(max_length=10)),
                ('owner_name', models.CharField(max_length=120)),
                ('due', models.DateField()),
                ('closed_on', models.DateField(null=True)),
                ('closed_note', models.CharField(blank=True, max_length=240)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.engagement')),
                ('problem', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='follow_ups', to='fieldwork.problem')),
                ('visit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='follow_ups', to='fieldwork.visit')),
            ],
        ),
        migrations.CreateModel(
            name='VisitRevision',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('regency', models.CharField(max_length=5)),
                ('number', models.PositiveSmallIntegerField()),
                ('superseded_at', models.DateTimeField(null=True)),
                ('visited_on', models.DateField()),
                ('starts_at', models.TimeField()),
                ('ends_at', models.TimeField()),
                ('mode', models.CharField(max_length=20)),
                ('place', models.CharField(blank=True, max_length=160)),
                ('latitude', models.DecimalField(decimal_places=6, max_digits=9, null=True)),
                ('longitude', models.DecimalField(decimal_places=6, max_digits=9, null=True)),
                ('accuracy_m', models.PositiveIntegerField(null=True)),
                ('activity', models.CharField(max_length=160)),
                ('purpose', models.CharField(max_length=240)),
                ('material', models.CharField(blank=True, max_length=240)),
                ('topics', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=30), default=list, size=None)),
                ('roles', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=30), default=list, size=None)),
                ('result', models.TextField()),
                ('obstacles', models.TextField(blank=True)),
                ('advice', models.TextField(blank=True)),
                ('cost', models.BigIntegerField(default=0)),
                ('remarks', models.TextField(blank=True)),
                ('source', models.CharField(default='typed', max_length=20)),
                ('reason', models.CharField(blank=True, max_length=240)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('plan_item', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='visit_revisions', to='fieldwork.planitem')),
                ('replaces', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='fieldwork.visitrevision')),
                ('village', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='territory.area')),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revisions', to='fieldwork.visit')),
            ],
        ),
        migrations.CreateModel(
            name='Presence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('visited_on', models.DateField()),
                ('attendees', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), default=list, size=None)),
                ('headcount', models.PositiveSmallIntegerField(default=1)),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.engagement')),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='presences', to='fieldwork.visitrevision')),
            ],
        ),
        migrations.AddConstraint(
            model_name='problem',
            constraint=models.CheckConstraint(condition=models.Q(('priority__range', (1, 5))), name='problem_priority_1_to_5'),
        ),
        migrations.AddIndex(
            model_name='planitem',
            index=models.Index(fields=['mentor', 'planned_on'], name='plan_mentor_day'),
        ),
        migrations.AddIndex(
            model_name='planitem',
            index=models.Index(fields=['engagement', 'planned_on'], name='plan_engagement_day'),
        ),
        migrations.AddIndex(
            model_name='followup',
            index=models.Index(condition=models.Q(('closed_on', None)), fields=['engagement', 'due'], name='follow_up_open'),
        ),
        migrations.AddIndex(
            model_name='visitrevision',
            index=models.Index(condition=models.Q(('superseded_at', None)), fields=['mentor', '-visited_on', '-id'], name='visit_mentor_day'),
        ),
        migrations.AddIndex(
            model_name='visitrevision',
            index=models.Index(condition=models.Q(('superseded_at', None)), fields=['regency', '-visited_on', '-id'], name='visit_regency_day'),
        ),
        migrations.AddConstraint(
            model_name='visitrevision',
            constraint=models.UniqueConstraint(fields=('visit', 'number'), name='visit_revision_number_once'),
        ),
        migrations.AddConstraint(
            model_name='visitrevision',
            constraint=models.UniqueConstraint(condition=models.Q(('superseded_at', None)), fields=('visit',), name='visit_one_current'),
        ),
        migrations.AddConstraint(
            model_name='visitrevision',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='visit_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='visitrevision',
            constraint=models.CheckConstraint(condition=models.Q(('cost__gte', 0)), name='visit_cost_not_negative'),
        ),
        migrations.AddConstraint(
            model_name='visitrevision',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('superseded_at', None)), expressions=[('mentor', '='), (models.Func(django.db.models.expressions.CombinedExpression(models.F('visited_on'), '+', models.F('starts_at')), django.db.models.expressions.CombinedExpression(models.F('visited_on'), '+', models.F('ends_at')), models.Value('[)'), function='tsrange'), '&&')], name='visit_no_overlap'),
        ),
        migrations.AddIndex(
            model_name='presence',
            index=models.Index(fields=['engagement', '-visited_on'], name='presence_engagement_day'),
        ),
        migrations.AddConstraint(
            model_name='presence',
            constraint=models.UniqueConstraint(fields=('revision', 'engagement'), name='presence_once'),
        ),
    ]
