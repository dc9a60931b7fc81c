"""First tables of access."""

import django.contrib.auth.models
import django.contrib.auth.validators
import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
import sidamping.platform.database.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('database', '0001_extensions'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('territory', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('full_name', models.CharField(max_length=120)),
                ('nip', models.CharField(blank=True, max_length=18)),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'user',
                'verbose_name_plural': 'users',
                'abstract': False,
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('role', models.CharField(choices=[('mentor', 'mentor'), ('chair', 'chair'), ('coordinator', 'coordinator'), ('dinas_regency', 'dinas_regency'), ('dinas_province', 'dinas_province'), ('secretariat', 'secretariat'), ('pmo', 'pmo'), ('assessor', 'assessor'), ('admin', 'admin')], max_length=20)),
                ('programme', models.CharField(blank=True, max_length=60)),
                ('subject_id', models.UUIDField(blank=True, null=True)),
                ('starts', models.DateField()),
                ('ends', models.DateField(blank=True, null=True)),
                ('letter', models.CharField(blank=True, max_length=120)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='territory.area')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends__isnull', True), ('ends__gte', models.F('starts')), _connector='OR'), name='appointment_ends_after_start'), models.CheckConstraint(condition=models.Q(models.Q(('role', 'chair'), _negated=True), ('subject_id__isnull', False), _connector='OR'), name='appointment_chair_has_subject'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('user', '='), ('role', '='), ('programme', '='), (django.db.models.functions.comparison.Coalesce('area', models.Value('')), '='), (django.db.models.functions.comparison.Coalesce('subject_id', models.Value('00000000-0000-0000-0000-000000000000'), output_field=models.UUIDField()), '='), (models.Func('starts', 'ends', models.Value('[]'), function='daterange'), '&&')], name='appointment_not_twice')],
            },
        ),
    ]
