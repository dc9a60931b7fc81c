"""When a job was last begun and how often, so that work of a worker that died is taken up again."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [('jobs', '0001_initial')]

    operations = [
        migrations.AddField('job', 'begun_at', models.DateTimeField(null=True)),
        migrations.AddField('job', 'attempts', models.PositiveSmallIntegerField(default=0)),
    ]
