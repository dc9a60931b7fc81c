"""Products, terms, deposits and what was credited never change; a run or payout may only be marked as undone, once."""

from django.db import migrations

from sidamping.platform.database.seals import seal, seal_except, set_once


def refers(table: str, name: str, columns: str, target: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY ({columns}) REFERENCES {target}",
        f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )


class Migration(migrations.Migration):
    dependencies = [("savings", "0001_initial"), ("books", "0003_members")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE savings_product ADD CONSTRAINT product_of_book UNIQUE (id, book_id)",
            "ALTER TABLE savings_product DROP CONSTRAINT product_of_book",
        ),
        refers("savings_product", "product_account_of_book", "book_id, account", "books_account (book_id, code)"),
        refers("savings_run", "run_product_of_book", "product_id, book_id", "savings_product (id, book_id)"),
        refers("savings_deposit", "deposit_product_of_book", "product_id, book_id", "savings_product (id, book_id)"),
        seal("savings_product"),
        seal("savings_terms"),
        seal_except("savings_run", "undone_at", "undone_why"),
        set_once("savings_run", "undone_at", "undone_why"),
        seal("savings_deposit"),
        seal_except("savings_payout", "undone_at"),
        set_once("savings_payout", "undone_at"),
        seal("savings_credited"),
    ]
