"""The summary follows its sources: a view says what is counted, triggers refresh it in the transaction of each change.

The view is the one definition, for a rebuild too. What a rule decides (`judged`) is not known here: such a mentoring is
marked stale, and the service that wrote judges it in the same transaction (decision 0031).
"""

from django.conf import settings
from django.db import migrations

from sidamping.platform.database.seals import seal

DAY = f"""
CREATE FUNCTION indicators_day(moment timestamptz) RETURNS date LANGUAGE sql STABLE AS
$$ SELECT (moment AT TIME ZONE '{settings.TIME_ZONE}')::date $$;
"""
SOURCE = """
CREATE VIEW indicators_source AS
SELECT t.engagement_id, t.month, t.measure, t.value, e.mentee_id, e.programme, p.cohort_id,
    left(e.regency, 2) AS province, e.regency
FROM (
    SELECT id AS engagement_id, date_trunc('month', starts)::date AS month, 'started' AS measure, 1::bigint AS value
        FROM programmes_engagement
    UNION ALL
    SELECT id, date_trunc('month', ends)::date, 'ended', 1 FROM programmes_engagement WHERE ends IS NOT NULL
    UNION ALL
    SELECT m.engagement_id, date_trunc('month', m.visited_on)::date, k.measure, count(*)
        FROM fieldwork_presence m JOIN fieldwork_visitrevision r ON r.id = m.revision_id AND r.superseded_at IS NULL
        JOIN (VALUES ('contacts'), ('visits')) AS k (measure) ON k.measure = 'contacts' OR r.mode = 'onsite'
        GROUP BY 1, 2, 3
    UNION ALL
    SELECT m.engagement_id, m.month, k.measure, k.value
        FROM progress_monthrecord m CROSS JOIN LATERAL (VALUES
            ('turnover', m.turnover),
            ('workers_paid', CASE WHEN m.workers_full IS NOT NULL OR m.workers_part IS NOT NULL
                THEN coalesce(m.workers_full, 0)::bigint + coalesce(m.workers_part, 0) END),
            ('records_kept', CASE
                WHEN m.daily_kept OR m.monthly_kept THEN CASE WHEN m.proof IN ('photo', 'book') THEN 1 END
                WHEN NOT m.daily_kept OR NOT m.monthly_kept THEN 0 END)
        ) AS k (measure, value)
        WHERE k.value IS NOT NULL AND NOT EXISTS (SELECT FROM progress_monthrecord n WHERE n.replaces_id = m.id)
    UNION ALL
    (SELECT DISTINCT ON (f.engagement_id, date_trunc('month', f.as_of), k.measure)
            f.engagement_id, date_trunc('month', f.as_of)::date, k.measure, k.value::bigint
        FROM progress_profile f CROSS JOIN LATERAL (VALUES
            ('sector', array_position(ARRAY['food', 'creative', 'trade', 'fishery', 'farming'], f.sector)),
            ('technology', array_position(ARRAY['weak', 'able', 'skilled'], f.technology))
        ) AS k (measure, value)
        WHERE k.value IS NOT NULL
        ORDER BY f.engagement_id, date_trunc('month', f.as_of), k.measure, f.as_of DESC, f.created_at DESC, f.id DESC)
    UNION ALL
    SELECT d.engagement_id, date_trunc('month', d.period_end)::date, k.measure, count(*)
        FROM papers_paper d
        JOIN papers_revision r ON r.paper_id = d.id AND r.number = 1
        JOIN (VALUES ('papers'), ('papers_on_time'), ('papers_accepted')) AS k (measure) ON k.measure = 'papers'
            OR k.measure = 'papers_on_time' AND indicators_day(r.submitted_at) <= r.due_on
            OR k.measure = 'papers_accepted' AND EXISTS (
                SELECT FROM papers_act a JOIN papers_revision n ON n.id = a.revision_id
                WHERE n.paper_id = d.id AND a.action = 'passed')
        WHERE d.engagement_id IS NOT NULL GROUP BY 1, 2, 3
    UNION ALL
    (SELECT DISTINCT ON (g.id, date_trunc('month', a.as_of)) g.id, date_trunc('month', a.as_of)::date, 'health',
            array_position(ARRAY['dalam-pengawasan-khusus', 'dalam-pengawasan', 'cukup-sehat', 'sehat'],
                s.outcome ->> 'category')::bigint
        FROM programmes_engagement g
        JOIN assessments_assessment a ON a.party_id = g.mentee_id AND NOT a.simulated
        JOIN assessments_result s ON s.assessment_id = a.id AND s.decided AND s.outcome ->> 'category' IN
            ('dalam-pengawasan-khusus', 'dalam-pengawasan', 'cukup-sehat', 'sehat')
        WHERE NOT EXISTS (SELECT FROM assessments_step w WHERE w.assessment_id = a.id AND w.act = 'withdrawn')
        ORDER BY g.id, date_trunc('month', a.as_of), a.as_of DESC, s.at DESC, s.id DESC)
    UNION ALL
    SELECT g.id, date_trunc('month', s.done_on)::date, 'graduated', count(*)
        FROM programmes_engagement g JOIN programmes_steprecord s ON s.path_id = g.path_id
        WHERE s.kind = 'done' AND s.outcome = 'graduate'
            AND NOT EXISTS (SELECT FROM programmes_steprecord n WHERE n.takes_back_id = s.id)
        GROUP BY 1, 2
) t JOIN programmes_engagement e ON e.id = t.engagement_id JOIN programmes_path p ON p.id = e.path_id;
"""
COLUMNS = "engagement_id, month, measure, value, mentee_id, programme, cohort_id, province, regency"
REFRESH = f"""
CREATE FUNCTION indicators_refresh(whose uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- Whoever changes the same mentoring at the same time waits here, and then counts what the other wrote.
    PERFORM FROM programmes_engagement WHERE id = ANY(whose) ORDER BY id FOR NO KEY UPDATE;
    WITH fresh AS MATERIALIZED (SELECT {COLUMNS} FROM indicators_source WHERE engagement_id = ANY(whose)),
    gone AS (
        DELETE FROM indicators_summary s WHERE s.engagement_id = ANY(whose) AND s.measure NOT IN
                ('intensity', 'turnover_grew', 'records_enough', 'workers_added', 'all_three')
            AND NOT EXISTS (SELECT FROM fresh f WHERE f.engagement_id = s.engagement_id AND f.month = s.month
                AND f.measure = s.measure)
    )
    INSERT INTO indicators_summary AS s ({COLUMNS}) SELECT {COLUMNS} FROM fresh
    ON CONFLICT (engagement_id, month, measure) DO UPDATE SET
        value = excluded.value, programme = excluded.programme, cohort_id = excluded.cohort_id,
        province = excluded.province, regency = excluded.regency
    WHERE (s.value, s.programme, s.cohort_id, s.regency)
        IS DISTINCT FROM (excluded.value, excluded.programme, excluded.cohort_id, excluded.regency);
END $$;
"""
OF_PATHS = "SELECT e.id FROM changed c JOIN programmes_engagement e ON e.path_id = c.{key}"
OF_PAPERS = "SELECT p.engagement_id FROM {rows} JOIN papers_paper p ON p.id = r.paper_id"
OF_ASSESSED = (
    "JOIN assessments_assessment a ON a.id = c.assessment_id JOIN programmes_engagement e ON e.mentee_id = a.party_id"
)
OF_BOOKS = (
    "SELECT e.id FROM changed c JOIN books_book b ON b.id = c.book_id JOIN programmes_engagement e"
    " ON e.mentee_id = b.party_id WHERE b.chart LIKE 'mikro/%'"
)
ALL, NEW = ("INSERT", "UPDATE", "DELETE"), ("INSERT",)
FOLLOWED = (
    ("programmes_engagement", ALL, "SELECT id FROM changed", "cj"),
    ("programmes_path", ("UPDATE",), OF_PATHS.format(key="id"), "cj"),
    ("programmes_steprecord", NEW, OF_PATHS.format(key="path_id"), "c"),
    ("fieldwork_presence", ALL, "SELECT engagement_id FROM changed", "cj"),
    ("fieldwork_visitrevision", ("UPDATE",),
     "SELECT p.engagement_id FROM changed c JOIN fieldwork_presence p ON p.revision_id = c.id", "cj"),
    ("progress_monthrecord", NEW, "SELECT engagement_id FROM changed", "cj"),
    ("progress_profile", NEW, "SELECT engagement_id FROM changed", "cj"),
    ("progress_extension", NEW, "SELECT engagement_id FROM changed", "j"),
    ("books_voucher", ("INSERT", "UPDATE"), f"{OF_BOOKS} AND c.posted", "j"),
    ("books_headcount", ALL, OF_BOOKS, "j"),
    ("papers_revision", NEW, OF_PAPERS.format(rows="changed r"), "c"),
    ("papers_act", NEW, OF_PAPERS.format(rows="changed c JOIN papers_revision r ON r.id = c.revision_id"), "c"),
    ("assessments_result", NEW, f"SELECT e.id FROM changed c {OF_ASSESSED} WHERE c.decided", "c"),
    ("assessments_step", NEW, f"SELECT e.id FROM changed c {OF_ASSESSED} WHERE c.act = 'withdrawn'", "c"),
)  # fmt: skip
"""Table, events, the mentorings its changed rows are about, and whether those are counted (c), judged (j) or both."""
COUNT = "PERFORM indicators_refresh(whose);"
JUDGE = "INSERT INTO indicators_stale (engagement_id) SELECT unnest(whose) ON CONFLICT DO NOTHING;"


def follow(table: str, events: tuple[str, ...], about: str, how: str) -> str:
    """The function of one source and its triggers; each runs once per statement, over all rows it changed."""
    work = " ".join(text for mark, text in (("c", COUNT), ("j", JUDGE)) if mark in how)
    made = f"""
        CREATE FUNCTION indicators_follow_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE whose uuid[];
        BEGIN
            SELECT array_agg(DISTINCT one) INTO whose FROM ({about}) AS touched (one) WHERE one IS NOT NULL;
            IF whose IS NOT NULL THEN {work} END IF;
            RETURN NULL;
        END $$;
    """
    for event in events:
        seen = "OLD" if event == "DELETE" else "NEW"
        made += f"""
            CREATE TRIGGER {table}_summed_{event.lower()} AFTER {event} ON {table}
                REFERENCING {seen} TABLE AS changed
                FOR EACH STATEMENT EXECUTE FUNCTION indicators_follow_{table}();
        """
    return made


def unfollow(table: str, events: tuple[str, ...], _about: str, _how: str) -> str:
    dropped = "".join(f"DROP TRIGGER {table}_summed_{event.lower()} ON {table};" for event in events)
    return f"{dropped} DROP FUNCTION indicators_follow_{table}();"


FILL = f"""
INSERT INTO indicators_summary ({COLUMNS}) SELECT {COLUMNS} FROM indicators_source;
INSERT INTO indicators_stale (engagement_id) SELECT id FROM programmes_engagement;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0001_initial"),
        ("assessments", "0006_for_a_mentoring"),
        ("books", "0012_once"),
        ("fieldwork", "0008_search"),
        ("papers", "0008_search"),
        ("programmes", "0008_fixed"),
        ("progress", "0002_seal"),
    ]
    operations = [
        migrations.RunSQL(DAY, "DROP FUNCTION indicators_day(timestamptz);"),
        migrations.RunSQL(SOURCE, "DROP VIEW indicators_source;"),
        migrations.RunSQL(REFRESH, "DROP FUNCTION indicators_refresh(uuid[]);"),
        *(migrations.RunSQL(follow(*one), unfollow(*one)) for one in FOLLOWED),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        seal("indicators_publication"),
        seal("indicators_publishedfigure"),
        seal("indicators_withdrawal"),
    ]
