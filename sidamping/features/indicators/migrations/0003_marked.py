"""Each mark says in which transaction it was made; a seal that came earlier makes a paper on time, as its page says.

A writer judges only what its own transaction marked, whatever others left behind (decision 0031).
"""

from importlib import import_module

from django.db import migrations, models

from sidamping.features.indicators.models import ThisTransaction

kept = import_module("sidamping.features.indicators.migrations.0002_kept")

MARK = """
DO $do$
DECLARE one oid;
BEGIN
    FOR one IN SELECT p.oid FROM pg_proc p WHERE starts_with(p.proname, 'indicators_follow_')
            AND p.prosrc LIKE '%{old}%' LOOP
        EXECUTE replace(pg_get_functiondef(one), '{old}', '{new}');
    END LOOP;
END $do$;
"""
OLD, NEW = "ON CONFLICT DO NOTHING", "ON CONFLICT (engagement_id) DO UPDATE SET marked_in = excluded.marked_in"
ON_TIME = "indicators_day(r.submitted_at) <= r.due_on"
SEALED = """least(indicators_day(r.submitted_at), (SELECT min(q.sealed_on) FROM signatures_seal q
                WHERE q.subject_id = d.id AND q.sha256 = r.sha256
                AND NOT (q.strokes = '[]'::jsonb AND q.card_id IS NULL))) <= r.due_on"""
SOURCE = kept.SOURCE.replace("CREATE VIEW", "CREATE OR REPLACE VIEW")
OF_SEALS = (
    "signatures_seal",
    ("INSERT",),
    "SELECT p.engagement_id FROM changed c JOIN papers_paper p ON p.id = c.subject_id",
    "c",
)
AGAIN = """
SELECT indicators_refresh(array_agg(DISTINCT p.engagement_id))
FROM signatures_seal q JOIN papers_paper p ON p.id = q.subject_id
WHERE p.engagement_id IS NOT NULL HAVING count(*) > 0;
"""


class Migration(migrations.Migration):
    dependencies = [("indicators", "0002_kept"), ("signatures", "0002_seal")]
    operations = [
        migrations.AddField("stale", "marked_in", models.BigIntegerField(db_default=ThisTransaction())),
        migrations.AlterField("savedview", "address", models.CharField(max_length=2000)),
        migrations.RunSQL(MARK.format(old=OLD, new=NEW), MARK.format(old=NEW, new=OLD)),
        migrations.RunSQL(SOURCE.replace(ON_TIME, SEALED), SOURCE),
        migrations.RunSQL(kept.follow(*OF_SEALS), kept.unfollow(*OF_SEALS)),
        migrations.RunSQL(AGAIN, migrations.RunSQL.noop),
    ]
