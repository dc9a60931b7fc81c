"""Migration operations that make the database itself refuse a change of official rows (house rule 18)."""

from __future__ import annotations

from django.db.migrations import RunSQL


def seal(table: str) -> RunSQL:
    """Refuse UPDATE, DELETE and TRUNCATE on every row of the table."""
    return RunSQL(
        f"""
        CREATE TRIGGER {table}_sealed BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION sidamping_refuse_change();
        CREATE TRIGGER {table}_kept BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION sidamping_refuse_change();
        """,
        f"DROP TRIGGER {table}_sealed ON {table}; DROP TRIGGER {table}_kept ON {table};",
    )


def seal_except(table: str, *columns: str) -> RunSQL:
    """As seal, but the named columns may be set; any other change, DELETE and TRUNCATE are refused."""
    kept = " - ".join(["to_jsonb({row})", *(f"'{column}'" for column in columns)])
    changed = f"{kept.format(row='OLD')} IS DISTINCT FROM {kept.format(row='NEW')}"
    return RunSQL(
        f"""
        CREATE TRIGGER {table}_sealed BEFORE UPDATE ON {table}
            FOR EACH ROW WHEN ({changed}) EXECUTE FUNCTION sidamping_refuse_change();
        CREATE TRIGGER {table}_undeleted BEFORE DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION sidamping_refuse_change();
        CREATE TRIGGER {table}_kept BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION sidamping_refuse_change();
        """,
        f"DROP TRIGGER {table}_sealed ON {table}; DROP TRIGGER {table}_undeleted ON {table};"
        f" DROP TRIGGER {table}_kept ON {table};",
    )


def set_once(table: str, mark: str, *beside: str) -> RunSQL:
    """Once `mark` holds a value, neither it nor the columns beside it change again; a table may have several marks."""
    changed = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in (mark, *beside))
    return RunSQL(
        f"""
        CREATE TRIGGER {table}_{mark}_once BEFORE UPDATE ON {table}
            FOR EACH ROW WHEN (OLD.{mark} IS NOT NULL AND ({changed})) EXECUTE FUNCTION sidamping_refuse_change();
        """,
        f"DROP TRIGGER IF EXISTS {table}_{mark}_once ON {table}; DROP TRIGGER IF EXISTS {table}_once ON {table};",
    )
