"""A posting pays for what it is: one voucher is numbered without ranking many, rare natures are looked at by row.

What a trigger asks of every voucher costs each posting a query; what its WHEN asks costs nothing. So reversals,
openings and closings have triggers by row, and a series is counted on where it stands. Every guard stands (0019, 0028).
"""

from importlib import import_module

from django.db import migrations

guard, once, quick, single = (
    import_module(f"sidamping.features.books.migrations.{name}")
    for name in ("0002_guard", "0012_once", "0014_quick", "0017_one_statement")
)
BY_KEY = "LANGUAGE plpgsql SET enable_seqscan = off AS $$"


def again(function: str) -> str:
    """A function that stands already, changed in place."""
    return function.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


COUNT_ON = """
CREATE OR REPLACE FUNCTION books_count_on(
    book uuid, of_kind text, of_year int, many bigint, lowest bigint, highest bigint
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    reached bigint;
BEGIN
    LOOP
        UPDATE books_series SET last = highest WHERE book_id = book AND kind = of_kind AND year = of_year
            AND last = lowest - 1 AND last = highest - many;
        EXIT WHEN FOUND;
        -- Begins the series when there is none.
        reached := books_reached(book, of_kind, of_year);
        IF lowest <> reached + 1 OR highest <> reached + many THEN
            RAISE EXCEPTION 'BOOKS %-%: numbers % to % do not follow %', of_kind, of_year, lowest, highest, reached
                USING ERRCODE = 'check_violation', CONSTRAINT = 'books_no_gap';
        END IF;
    END LOOP;
END $$;
"""

CHECK_EACH = """    PERFORM books_check_reversal(v.id, v.book_id, v.day, v.reverses_id)
        FROM after_rows v WHERE v.posted AND v.reverses_id IS NOT NULL;
"""
GATE_BEFORE = again(guard.GATE.split("\n\n")[0]).replace("LANGUAGE plpgsql AS $$", BY_KEY)
GATE = GATE_BEFORE.replace(CHECK_EACH, "")

MIRRORED = f"""
CREATE FUNCTION books_mirrored() RETURNS trigger {BY_KEY}
BEGIN
    PERFORM books_check_reversal(NEW.id, NEW.book_id, NEW.day, NEW.reverses_id);
    RETURN NULL;
END $$;

CREATE TRIGGER books_voucher_mirrored AFTER UPDATE ON books_voucher
    FOR EACH ROW WHEN (NEW.posted AND NEW.reverses_id IS NOT NULL) EXECUTE FUNCTION books_mirrored();
"""
DROP_MIRRORED = "DROP TRIGGER books_voucher_mirrored ON books_voucher; DROP FUNCTION books_mirrored();"

ONCE = f"""
DROP TRIGGER books_voucher_once ON books_voucher;
CREATE OR REPLACE FUNCTION books_once() RETURNS trigger {BY_KEY}
BEGIN
    -- Numbers of another kind wait for nobody: whoever opens or closes this book as well waits here, or is seen.
    PERFORM FROM books_book b WHERE b.id = NEW.book_id FOR NO KEY UPDATE;
    IF EXISTS (SELECT FROM books_voucher o WHERE o.book_id = NEW.book_id AND o.nature = NEW.nature AND o.posted
            AND o.id <> NEW.id AND (NEW.nature = 'opening' OR extract(year FROM o.day) = extract(year FROM NEW.day))
            AND NOT EXISTS (SELECT FROM books_voucher r WHERE r.reverses_id = o.id AND r.posted)) THEN
        RAISE EXCEPTION 'BOOKS voucher %: % posted already', NEW.id, NEW.nature
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_once';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER books_voucher_once AFTER UPDATE ON books_voucher
    FOR EACH ROW WHEN (NEW.posted AND NEW.nature IN ('opening', 'closing')) EXECUTE FUNCTION books_once();
"""
ONCE_BEFORE = f"DROP TRIGGER books_voucher_once ON books_voucher; DROP FUNCTION books_once(); {once.ONCE} {quick.ONCE}"

WRITE = """
CREATE FUNCTION books_write_lines(drafts uuid[]) RETURNS void
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
    INSERT INTO books_posting (voucher_id, ordinal, account_id, member_id, day, amount, note)
        SELECT v.id, l.ordinal, a.id, nullif(l.line ->> 'member', '')::uuid, v.day, (l.line ->> 'amount')::bigint,
            l.line ->> 'note'
        FROM unnest(drafts) d
        CROSS JOIN LATERAL (SELECT * FROM books_voucher WHERE id = d OFFSET 0) v
        CROSS JOIN LATERAL jsonb_array_elements(v.lines) WITH ORDINALITY AS l(line, ordinal)
        LEFT JOIN LATERAL (SELECT id FROM books_account WHERE book_id = v.book_id
            AND code = l.line ->> 'account' OFFSET 0) a ON true;
END $$;
"""
LINES = WRITE.split("BEGIN\n")[1].split("END $$")[0]
POST = quick.POST.replace(LINES, "    PERFORM books_write_lines(drafts);\n")
POST_SEEN_BEFORE = again(single.POST_SEEN)
POST_SEEN = POST_SEEN_BEFORE.replace(
    "    SELECT p.given INTO number FROM books_post(ARRAY[draft], who, at) p;\n",
    """    PERFORM books_write_lines(ARRAY[draft]);
    UPDATE books_voucher v SET posted = true, posted_by_id = who, posted_at = at,
        number = 1 + books_reached(v.book_id, v.kind, extract(year FROM v.day)::int)
        WHERE v.id = draft RETURNING v.number INTO number;
""",
)


class Migration(migrations.Migration):
    dependencies = [("books", "0019_whole_texts")]
    operations = [
        migrations.RunSQL(COUNT_ON, quick.COUNTING),
        migrations.RunSQL(GATE, GATE_BEFORE),
        migrations.RunSQL(MIRRORED, DROP_MIRRORED),
        migrations.RunSQL(ONCE, ONCE_BEFORE),
        migrations.RunSQL(WRITE, "DROP FUNCTION books_write_lines(uuid[]);"),
        migrations.RunSQL(POST, quick.POST),
        migrations.RunSQL(POST_SEEN, POST_SEEN_BEFORE),
    ]
