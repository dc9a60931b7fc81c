"""A visit counts anew only its own months of who was met: the busiest source looks at a month, not at a year.

`indicators_met` stays the one definition, for the whole view as well. What is changed otherwise (a mentoring
that moves, a rebuild) goes the way it went (decision 0031).
"""

from importlib import import_module

from django.db import migrations

kept = import_module("sidamping.features.indicators.migrations.0002_kept")
marked = import_module("sidamping.features.indicators.migrations.0003_marked")

COUNTED = """
    SELECT m.engagement_id, date_trunc('month', m.visited_on)::date, k.measure, count(*)
        FROM fieldwork_presence m JOIN fieldwork_visitrevision r ON r.id = m.revision_id AND r.superseded_at IS NULL
        JOIN (VALUES ('contacts'), ('visits')) AS k (measure) ON k.measure = 'contacts' OR r.mode = 'onsite'
        GROUP BY 1, 2, 3
"""
MET = f"CREATE VIEW indicators_met (engagement_id, month, measure, value) AS {COUNTED};"
BEFORE = marked.SOURCE.replace(marked.ON_TIME, marked.SEALED)
SOURCE = BEFORE.replace(COUNTED, "\n    SELECT engagement_id, month, measure, value FROM indicators_met\n")
REFRESH = f"""
CREATE FUNCTION indicators_refresh_met(whose uuid[], months date[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- Whoever changes the same mentoring at the same time waits here, and then counts what the other wrote.
    PERFORM FROM programmes_engagement WHERE id = ANY(whose) ORDER BY id FOR NO KEY UPDATE;
    WITH fresh AS MATERIALIZED (
        SELECT t.*, e.mentee_id, e.programme, p.cohort_id, left(e.regency, 2) AS province, e.regency
        FROM indicators_met t JOIN programmes_engagement e ON e.id = t.engagement_id
        JOIN programmes_path p ON p.id = e.path_id
        WHERE t.engagement_id = ANY(whose) AND t.month = ANY(months)
    ), gone AS (
        DELETE FROM indicators_summary s WHERE s.engagement_id = ANY(whose) AND s.month = ANY(months)
            AND s.measure IN ('contacts', 'visits') AND NOT EXISTS (SELECT FROM fresh f
                WHERE f.engagement_id = s.engagement_id AND f.month = s.month AND f.measure = s.measure)
    )
    INSERT INTO indicators_summary AS s ({kept.COLUMNS}) SELECT {kept.COLUMNS} FROM fresh
    ON CONFLICT (engagement_id, month, measure) DO UPDATE SET value = excluded.value
    WHERE s.value IS DISTINCT FROM excluded.value;
END $$;
"""
TOUCHED = """
CREATE OR REPLACE FUNCTION indicators_follow_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE whose uuid[]; months date[];
BEGIN
    SELECT array_agg(DISTINCT m.engagement_id), array_agg(DISTINCT date_trunc('month', m.visited_on)::date)
        INTO whose, months FROM {rows};
    IF whose IS NOT NULL THEN
        PERFORM indicators_refresh_met(whose, months);
        {judge}
    END IF;
    RETURN NULL;
END $$;
"""
JUDGE = kept.JUDGE.replace(marked.OLD, marked.NEW)
ROWS = {
    "fieldwork_presence": "changed m",
    "fieldwork_visitrevision": "changed c JOIN fieldwork_presence m ON m.revision_id = c.id",
}
"""Whose changes are counted by month: a presence is added or never again touched, a revision is superseded."""


def by_month(source: tuple[str, tuple[str, ...], str, str]) -> migrations.RunSQL:
    """The same triggers, with a function that looks at the months touched."""
    table = source[0]
    before = (kept.unfollow(*source) + kept.follow(*source)).replace(marked.OLD, marked.NEW)
    return migrations.RunSQL(TOUCHED.format(table=table, rows=ROWS[table], judge=JUDGE), before)


class Migration(migrations.Migration):
    dependencies = [("indicators", "0005_monthly")]
    operations = [
        migrations.RunSQL(MET, "DROP VIEW indicators_met;"),
        migrations.RunSQL(SOURCE, BEFORE),
        migrations.RunSQL(REFRESH, "DROP FUNCTION indicators_refresh_met(uuid[], date[]);"),
        *(by_month(source) for source in kept.FOLLOWED if source[0] in ROWS),
    ]
