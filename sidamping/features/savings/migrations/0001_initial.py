"""Products with dated terms, interest runs with what was credited, time deposits."""

import django.db.models.deletion
import sidamping.platform.database.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('books', '0003_members'),
        ('parties', '0002_seal'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Product',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=14)),
                ('account', models.CharField(max_length=20)),
                ('book', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='books.book')),
            ],
        ),
        migrations.CreateModel(
            name='Deposit',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('opened', models.DateField()),
                ('months', models.PositiveSmallIntegerField()),
                ('rate_ppm', models.PositiveIntegerField()),
                ('per', models.CharField(max_length=5)),
                ('break_ppm', models.PositiveIntegerField(default=0)),
                ('voucher', models.UUIDField(unique=True)),
                ('made_at', models.DateTimeField()),
                ('book', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='books.book')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.party')),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deposits', to='savings.product')),
            ],
        ),
        migrations.CreateModel(
            name='Run',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('month', models.DateField()),
                ('voucher', models.UUIDField(db_index=True)),
                ('rules', models.JSONField()),
                ('made_at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(null=True)),
                ('undone_why', models.CharField(blank=True, max_length=80)),
                ('book', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='books.book')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='runs', to='savings.product')),
            ],
        ),
        migrations.CreateModel(
            name='Credited',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('method', models.CharField(max_length=24)),
                ('base', models.BigIntegerField()),
                ('gross', models.BigIntegerField()),
                ('tax', models.BigIntegerField()),
                ('says', models.CharField(max_length=240)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.party')),
                ('deposit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='credits', to='savings.deposit')),
                ('run', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='credits', to='savings.run')),
            ],
        ),
        migrations.CreateModel(
            name='Terms',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('ordinal', models.PositiveIntegerField()),
                ('since', models.DateField()),
                ('amount', models.BigIntegerField(default=0)),
                ('method', models.CharField(blank=True, max_length=24)),
                ('rate_ppm', models.PositiveIntegerField(default=0)),
                ('per', models.CharField(default='year', max_length=5)),
                ('step', models.PositiveIntegerField(default=1)),
                ('months', models.PositiveSmallIntegerField(default=0)),
                ('break_ppm', models.PositiveIntegerField(default=0)),
                ('decided', models.CharField(blank=True, max_length=240)),
                ('set_at', models.DateTimeField()),
                ('product', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='terms', to='savings.product')),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Payout',
            fields=[
                ('id', models.UUIDField(default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('day', models.DateField()),
                ('penalty', models.BigIntegerField(default=0)),
                ('voucher', models.UUIDField(unique=True)),
                ('made_at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(null=True)),
                ('deposit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payouts', to='savings.deposit')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('undone_at', None)), fields=('deposit',), name='payout_once'), models.CheckConstraint(condition=models.Q(('penalty__gte', 0)), name='payout_penalty')],
            },
        ),
        migrations.AddConstraint(
            model_name='product',
            constraint=models.UniqueConstraint(fields=('book', 'account'), name='product_account_once'),
        ),
        migrations.AddConstraint(
            model_name='product',
            constraint=models.UniqueConstraint(condition=models.Q(('kind__in', ['principal', 'mandatory', 'participation'])), fields=('book', 'kind'), name='product_kind_once'),
        ),
        migrations.AddConstraint(
            model_name='product',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ('principal', 'mandatory', 'participation', 'voluntary', 'term'))), name='product_kind'),
        ),
        migrations.AddConstraint(
            model_name='deposit',
            constraint=models.UniqueConstraint(fields=('book', 'number'), name='deposit_number_once'),
        ),
        migrations.AddConstraint(
            model_name='deposit',
            constraint=models.CheckConstraint(condition=models.Q(('per__in', ['year', 'month'])), name='deposit_per'),
        ),
        migrations.AddConstraint(
            model_name='deposit',
            constraint=models.CheckConstraint(condition=models.Q(('break_ppm__lte', 1000000), ('months__gte', 1), ('months__lte', 120), ('rate_ppm__lte', 1000000)), name='deposit_within_reason'),
        ),
        migrations.AddConstraint(
            model_name='run',
            constraint=models.UniqueConstraint(condition=models.Q(('undone_at', None)), fields=('book', 'product', 'month'), name='run_once_a_month'),
        ),
        migrations.AddConstraint(
            model_name='run',
            constraint=models.CheckConstraint(condition=models.Q(('month__day', 1)), name='run_is_of_a_month'),
        ),
        migrations.AddConstraint(
            model_name='run',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('undone_at', None), ('undone_why', '')), models.Q(('undone_at__isnull', False), models.Q(('undone_why', ''), _negated=True)), _connector='OR'), name='run_undone_says_why'),
        ),
        migrations.AddConstraint(
            model_name='credited',
            constraint=models.UniqueConstraint(fields=('run', 'member', 'deposit'), name='credited_once', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='credited',
            constraint=models.CheckConstraint(condition=models.Q(('base__gte', 0), ('gross__gt', 0), ('tax__gte', 0), ('tax__lte', models.F('gross'))), name='credited_adds_up'),
        ),
        migrations.AddConstraint(
            model_name='terms',
            constraint=models.UniqueConstraint(fields=('product', 'ordinal'), name='terms_once'),
        ),
        migrations.AddConstraint(
            model_name='terms',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gte', 0), ('amount__lte', 999999999999999)), name='terms_amount'),
        ),
        migrations.AddConstraint(
            model_name='terms',
            constraint=models.CheckConstraint(condition=models.Q(('method__in', ['', 'lowest', 'daily', 'average', 'average-by-mutations'])), name='terms_method'),
        ),
        migrations.AddConstraint(
            model_name='terms',
            constraint=models.CheckConstraint(condition=models.Q(('per__in', ['year', 'month'])), name='terms_per'),
        ),
        migrations.AddConstraint(
            model_name='terms',
            constraint=models.CheckConstraint(condition=models.Q(('break_ppm__lte', 1000000), ('months__lte', 120), ('rate_ppm__lte', 1000000), ('step__gte', 1)), name='terms_within_reason'),
        ),
    ]
