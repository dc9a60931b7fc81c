"""A year is closed once and a book opened once, until the voucher that did it is turned back: the database's part."""

from django.db import migrations

ONCE = """
CREATE FUNCTION books_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    seen record;
BEGIN
    SELECT v.id, v.nature INTO seen FROM after_rows v JOIN books_voucher o
            ON o.book_id = v.book_id AND o.nature = v.nature AND o.posted AND o.id <> v.id
                AND (v.nature = 'opening' OR extract(year FROM o.day) = extract(year FROM v.day))
        WHERE v.posted AND v.nature IN ('opening', 'closing')
            AND NOT EXISTS (SELECT FROM books_voucher r WHERE r.reverses_id = o.id AND r.posted) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'BOOKS voucher %: % posted already', seen.id, seen.nature
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_once';
    END IF;
    RETURN NULL;
END $$;

-- Named to come after the gate, which lets one voucher of a kind and year pass at a time.
CREATE TRIGGER books_voucher_once AFTER UPDATE ON books_voucher
    REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION books_once();
"""
DROP_ONCE = "DROP TRIGGER books_voucher_once ON books_voucher; DROP FUNCTION books_once();"


class Migration(migrations.Migration):
    dependencies = [("books", "0011_posting")]
    operations = [migrations.RunSQL(ONCE, DROP_ONCE)]
