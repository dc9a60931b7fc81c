"""A version of a paper and a stated figure are followed by later ones, never changed; versions have no gap."""

from django.db import migrations

from sidamping.platform.database.seals import seal

GUARD = """
CREATE FUNCTION licences_paper_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.version <> 1 + (SELECT coalesce(max(version), 0) FROM licences_paper
                           WHERE cooperative_id = NEW.cooperative_id AND kind = NEW.kind) THEN
        RAISE EXCEPTION 'LICENCES: a version follows the one before'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'paper_version_follows';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER paper_follows BEFORE INSERT ON licences_paper
    FOR EACH ROW EXECUTE FUNCTION licences_paper_follows();
"""
DROP = "DROP TRIGGER paper_follows ON licences_paper; DROP FUNCTION licences_paper_follows();"


class Migration(migrations.Migration):
    dependencies = [("licences", "0001_initial"), ("database", "0001_extensions")]

    operations = [
        migrations.RunSQL(GUARD, DROP),
        seal("licences_paper"),
        seal("licences_statement"),
    ]
