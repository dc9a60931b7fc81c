"""Units are guarded by the database: each balances by itself in every voucher, and what lies between them cancels.

Books without units pay one look at an empty table. Decision 0022.
"""

from django.db import migrations

from sidamping.platform.database.seals import seal

ACCOUNTS = """
CREATE FUNCTION books_account_of_a_unit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    seen record;
BEGIN
    SELECT n.code INTO seen FROM new_rows n WHERE (n.unit <> '' OR n.pair <> '') AND NOT EXISTS (
        SELECT FROM books_unit u WHERE u.book_id = n.book_id AND n.unit IN ('', u.code)
            AND (n.pair = '' AND n.unit = u.code OR n.pair IN (u.code || '.current', u.code || '.capital'))) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'BOOKS account %: its unit is none of this book, or its pair is none of this unit', seen.code
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_unit_known';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER books_account_units AFTER INSERT ON books_account
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION books_account_of_a_unit();
"""

GATE = """
CREATE FUNCTION books_units_gate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    seen record;
BEGIN
    IF NOT EXISTS (SELECT FROM after_rows v JOIN books_unit u ON u.book_id = v.book_id WHERE v.posted) THEN
        RETURN NULL;
    END IF;
    SELECT v.id, s.name, s.apart INTO seen FROM after_rows v, LATERAL (
            SELECT 'unit ' || a.unit AS name, sum(p.amount) AS apart FROM books_posting p, LATERAL (
                SELECT unit FROM books_account WHERE id = p.account_id OFFSET 0) a
            WHERE p.voucher_id = v.id GROUP BY a.unit HAVING sum(p.amount) <> 0
            UNION ALL
            SELECT 'pair ' || a.pair, sum(p.amount) FROM books_posting p, LATERAL (
                SELECT pair FROM books_account WHERE id = p.account_id OFFSET 0) a
            WHERE p.voucher_id = v.id AND a.pair <> '' GROUP BY a.pair HAVING sum(p.amount) <> 0) s
        WHERE v.posted LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'BOOKS voucher %: % is % apart', seen.id, seen.name, seen.apart
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_units_balanced';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER books_voucher_units AFTER UPDATE ON books_voucher
    REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION books_units_gate();
"""

DROP_ACCOUNTS = "DROP TRIGGER books_account_units ON books_account; DROP FUNCTION books_account_of_a_unit();"
DROP_GATE = "DROP TRIGGER books_voucher_units ON books_voucher; DROP FUNCTION books_units_gate();"


class Migration(migrations.Migration):
    dependencies = [("books", "0007_units")]
    operations = [
        seal("books_unit"),
        migrations.RunSQL(ACCOUNTS, DROP_ACCOUNTS),
        migrations.RunSQL(GATE, DROP_GATE),
    ]
