"""Pages of assessments: rounds, filling in, evidence, results, instruments."""
