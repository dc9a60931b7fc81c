"""What was handed over is never changed; an edition belongs to the material named, a starter's file to its code."""

from django.db import migrations

from sidamping.platform.database.seals import seal

GATE = """
CREATE FUNCTION fieldwork_delivery_gate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.edition_id IS NULL AND NEW.version NOT LIKE 'materials/' || NEW.code || '/%' THEN
        RAISE EXCEPTION 'DELIVERY: the file is of another material' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.edition_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM materials_edition WHERE id = NEW.edition_id AND material_id::text = NEW.code
    ) THEN
        RAISE EXCEPTION 'DELIVERY: the edition is of another material' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER fieldwork_delivery_gate BEFORE INSERT ON fieldwork_delivery
    FOR EACH ROW EXECUTE FUNCTION fieldwork_delivery_gate();
"""
UNDO = "DROP TRIGGER fieldwork_delivery_gate ON fieldwork_delivery; DROP FUNCTION fieldwork_delivery_gate();"


class Migration(migrations.Migration):
    dependencies = [("fieldwork", "0006_delivery"), ("materials", "0002_seal")]
    operations = [seal("fieldwork_delivery"), migrations.RunSQL(GATE, UNDO)]
