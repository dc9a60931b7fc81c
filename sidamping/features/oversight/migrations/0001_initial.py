"""Contacts of the office, checks of visits, benefits."""

import django.db.models.deletion
import sidamping.platform.database.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('attachments', '0003_from_outside'),
        ('fieldwork', '0005_not_reported'),
        ('programmes', '0003_paths'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=20)),
                ('held_on', models.DateField()),
                ('spoke_with', models.CharField(max_length=120)),
                ('capacity', models.CharField(blank=True, max_length=60)),
                ('findings', models.TextField()),
                ('said', models.TextField(blank=True)),
                ('follow_up', models.TextField(blank=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.engagement')),
            ],
        ),
        migrations.CreateModel(
            name='VisitCheck',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('way', models.CharField(max_length=20)),
                ('result', models.CharField(max_length=20)),
                ('checked_on', models.DateField()),
                ('sample', models.CharField(blank=True, max_length=7)),
                ('note', models.CharField(blank=True, max_length=400)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('contact', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='oversight.contact')),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.engagement')),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='fieldwork.visit')),
            ],
        ),
        migrations.CreateModel(
            name='Benefit',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('area', models.CharField(max_length=20)),
                ('happened_on', models.DateField()),
                ('text', models.CharField(max_length=240)),
                ('quantity', models.DecimalField(decimal_places=2, max_digits=14)),
                ('unit', models.CharField(max_length=40)),
                ('why', models.CharField(blank=True, max_length=240)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('attachment', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='attachments.attachment')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.engagement')),
                ('withdraws', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='withdrawn_by', to='oversight.benefit')),
            ],
            options={
                'indexes': [models.Index(fields=['engagement', '-happened_on'], name='benefit_engagement_day')],
                'constraints': [models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='benefit_is_something'), models.CheckConstraint(condition=models.Q(('withdraws__isnull', True), models.Q(('why', ''), _negated=True), _connector='OR'), name='benefit_withdrawn_with_reason')],
            },
        ),
        migrations.AddIndex(
            model_name='contact',
            index=models.Index(fields=['engagement', '-held_on'], name='contact_engagement_day'),
        ),
        migrations.AddIndex(
            model_name='visitcheck',
            index=models.Index(fields=['visit'], name='visit_check_visit'),
        ),
        migrations.AddConstraint(
            model_name='visitcheck',
            constraint=models.UniqueConstraint(condition=models.Q(('contact__isnull', False)), fields=('contact', 'visit'), name='visit_check_once_a_contact'),
        ),
    ]
