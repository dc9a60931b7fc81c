"""A new schedule is proposed by one person and agreed to by another; drafts of a loan stay as they were made."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sidamping.platform.database.ids
from sidamping.platform.database.seals import seal_except, set_once

PLANS = """
CREATE FUNCTION loans_plan_agreed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- The first schedule comes with the money; so does the next one, while no voucher of the money is left.
    IF NEW.number > 1 AND NOT EXISTS (SELECT FROM loans_proposal p
                WHERE p.id = NEW.id AND p.loan_id = NEW.loan_id AND p.agreed)
            AND EXISTS (SELECT FROM loans_event e JOIN books_voucher v ON v.id = e.voucher
                WHERE e.loan_id = NEW.loan_id AND e.kind = 'lent') THEN
        RAISE EXCEPTION 'LOANS loan %: nobody agreed to schedule %', NEW.loan_id, NEW.number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'loans_plan_agreed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER loans_plan_with_consent BEFORE INSERT ON loans_plan
    FOR EACH ROW EXECUTE FUNCTION loans_plan_agreed();
"""
DROP_PLANS = "DROP TRIGGER loans_plan_with_consent ON loans_plan; DROP FUNCTION loans_plan_agreed();"

DRAFTS = """
CREATE FUNCTION loans_draft_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM loans_event WHERE voucher = OLD.id)
            OR EXISTS (SELECT FROM loans_provision WHERE voucher = OLD.id) THEN
        RAISE EXCEPTION 'LOANS voucher %: a loan rests on it as it is', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'books_draft_bound';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER loans_voucher_kept BEFORE UPDATE ON books_voucher FOR EACH ROW
    WHEN ((OLD.lines, OLD.day, OLD.kind, OLD.nature) IS DISTINCT FROM (NEW.lines, NEW.day, NEW.kind, NEW.nature))
    EXECUTE FUNCTION loans_draft_kept();
"""
DROP_DRAFTS = "DROP TRIGGER loans_voucher_kept ON books_voucher; DROP FUNCTION loans_draft_kept();"


class Migration(migrations.Migration):
    dependencies = [
        ("loans", "0003_own_book"),
        ("books", "0012_once"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="Proposal",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sidamping.platform.database.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("months", models.PositiveSmallIntegerField()),
                ("method", models.CharField(max_length=12)),
                ("first_due", models.DateField()),
                ("why", models.CharField(max_length=400)),
                ("asked_at", models.DateTimeField()),
                ("agreed", models.BooleanField(null=True)),
                ("said", models.CharField(blank=True, max_length=400)),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "loan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="proposals", to="loans.loan"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("agreed__isnull", True)), fields=("loan",), name="loan_proposal_one_waits"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("method__in", ("flat", "declining", "annuity"))),
                        name="loan_proposal_method",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("months__gte", 1), ("months__lte", 600)), name="loan_proposal_months"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("why", ""), _negated=True), name="loan_proposal_says_why"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreed__isnull", True), ("decided_at", None), ("decided_by", None)),
                            models.Q(
                                ("agreed__isnull", False), ("decided_at__isnull", False), ("decided_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="loan_proposal_decided_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("agreed__isnull", True),
                            ("agreed", False),
                            models.Q(("decided_by", models.F("asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="loan_proposal_by_two",
                    ),
                ],
            },
        ),
        seal_except("loans_proposal", "agreed", "said", "decided_at", "decided_by_id"),
        set_once("loans_proposal", "decided_at", "agreed", "said", "decided_by_id"),
        migrations.RunSQL(PLANS, DROP_PLANS),
        migrations.RunSQL(DRAFTS, DROP_DRAFTS),
    ]
