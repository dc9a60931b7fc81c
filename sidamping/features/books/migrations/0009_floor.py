"""No member's account falls below nothing, and an added account is like the one it stands below: the database's part.

Savings that were never paid in cannot be paid out, a loan cannot be paid back twice. Only a reversal may undo what was
posted, whatever stands there since. Whoever takes from an account waits for others who do; receipts wait for nobody.
"""

from django.db import migrations

FLOOR = """
CREATE FUNCTION books_floor() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    taken bigint[];
    seen record;
BEGIN
    taken := ARRAY(SELECT DISTINCT n.account_id FROM new_rows n
        JOIN books_account a ON a.id = n.account_id JOIN books_voucher v ON v.id = n.voucher_id
        WHERE n.member_id IS NOT NULL AND a.per_member AND a."group" IN ('assets', 'liabilities', 'equity')
            AND v.nature <> 'reversing' AND (n.amount < 0) = ((a."group" = 'assets') <> a.contra));
    IF cardinality(taken) = 0 THEN
        RETURN NULL;
    END IF;
    PERFORM books_read_committed();
    PERFORM FROM books_account a WHERE a.id = ANY(taken) ORDER BY a.id FOR NO KEY UPDATE;
    SELECT v.id, v.kind, v.day, a.code || ' ' || a.name_id AS account, l.member_id AS member, d.day AS at,
            abs(d.held) AS short INTO seen
        FROM (SELECT account_id, member_id, min(day) AS since, min(voucher_id::text) AS voucher_id FROM new_rows
            WHERE account_id = ANY(taken) AND member_id IS NOT NULL GROUP BY account_id, member_id) l
        JOIN books_account a ON a.id = l.account_id JOIN books_voucher v ON v.id = l.voucher_id::uuid
        CROSS JOIN LATERAL (
            SELECT p.day, sum(sum(p.amount)) OVER (ORDER BY p.day) AS held FROM books_posting p
            WHERE p.account_id = l.account_id AND p.member_id = l.member_id GROUP BY p.day) d
        WHERE d.day >= l.since AND d.held <> 0 AND (d.held < 0) = ((a."group" = 'assets') <> a.contra) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'BOOKS voucher %: % of member % is short on %', seen.id, seen.account, seen.member, seen.at
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_member_floor', DETAIL = to_jsonb(seen)::text;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER books_posting_floor AFTER INSERT ON books_posting
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION books_floor();
"""
DROP_FLOOR = "DROP TRIGGER books_posting_floor ON books_posting; DROP FUNCTION books_floor();"

LIKENESS = """
CREATE FUNCTION books_account_like() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    seen record;
BEGIN
    SELECT n.code INTO seen FROM new_rows n LEFT JOIN LATERAL (
            SELECT true AS there, (a."group", a.line, a.contra, a.per_member, a.cash, a.unit, false, '', '')
                = (n."group", n.line, n.contra, n.per_member, n.cash, n.unit, n.header, n.role, n.pair) AS alike
            FROM books_account a WHERE a.book_id = n.book_id AND NOT a.header AND a.unit = n.unit
                AND split_part(n.code, '-', 1) LIKE split_part(a.code, '-', 1) || '_%'
            ORDER BY length(a.code) DESC LIMIT 1) above ON true
        WHERE NOT above.alike OR above.there IS NULL AND n.unit = '' AND n.pair = '' AND EXISTS (
            SELECT FROM books_account o WHERE o.book_id = n.book_id AND NOT EXISTS (
                SELECT FROM new_rows r WHERE r.id = o.id)) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'BOOKS account %: unlike the account it stands below', seen.code
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_account_like';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER books_account_alike AFTER INSERT ON books_account
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION books_account_like();
"""
DROP_LIKENESS = "DROP TRIGGER books_account_alike ON books_account; DROP FUNCTION books_account_like();"


class Migration(migrations.Migration):
    dependencies = [("books", "0008_units_guard")]
    operations = [migrations.RunSQL(FLOOR, DROP_FLOOR), migrations.RunSQL(LIKENESS, DROP_LIKENESS)]
