"""Two more pairs of accounts between a unit and the cooperative: the interest it gets from it, and pays it."""

from django.db import migrations, models
from django.db.models import Q

ACCOUNTS = """
CREATE OR REPLACE FUNCTION books_account_of_a_unit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    seen record;
BEGIN
    SELECT n.code INTO seen FROM new_rows n WHERE (n.unit <> '' OR n.pair <> '') AND NOT EXISTS (
        SELECT FROM books_unit u WHERE u.book_id = n.book_id AND n.unit IN ('', u.code)
            AND (n.pair = '' AND n.unit = u.code OR split_part(n.pair, '.', 1) = u.code
                AND split_part(n.pair, '.', 2) IN ({kinds}))) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'BOOKS account %: its unit is none of this book, or its pair is none of this unit', seen.code
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_unit_known';
    END IF;
    RETURN NULL;
END $$;
"""
BEFORE = "'current', 'capital'"
KINDS = f"{BEFORE}, 'earned', 'paid'"
OF_INTEREST = Q(pair__endswith=".earned") | Q(pair__endswith=".paid")
GROUPS = (
    Q(group__in=("assets", "liabilities", "equity")) & ~OF_INTEREST | Q(group__in=("income", "expense")) & OF_INTEREST
)


class Migration(migrations.Migration):
    dependencies = [("books", "0012_once")]
    operations = [
        migrations.RunSQL(ACCOUNTS.format(kinds=KINDS), ACCOUNTS.format(kinds=BEFORE)),
        migrations.RemoveConstraint("account", "account_pair_is_real"),
        migrations.AddConstraint(
            "account", models.CheckConstraint(condition=Q(pair="") | GROUPS, name="account_pair_of_its_group")
        ),
    ]
