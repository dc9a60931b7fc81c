"""The codes of the roles. What a role is called is data per programme (`rulebook/programmes`)."""

MENTOR = "mentor"
CHAIR = "chair"
TREASURER = "treasurer"
COORDINATOR = "coordinator"
DINAS_REGENCY = "dinas_regency"
DINAS_PROVINCE = "dinas_province"
SECRETARIAT = "secretariat"
PMO = "pmo"
ASSESSOR = "assessor"
ADMIN = "admin"

ALL = (MENTOR, CHAIR, TREASURER, COORDINATOR, DINAS_REGENCY, DINAS_PROVINCE, SECRETARIAT, PMO, ASSESSOR, ADMIN)
BOARD = (CHAIR, TREASURER)
"""Roles bound to one cooperative, whose books they keep."""
AFIELD = (MENTOR, CHAIR, ASSESSOR)
"""Roles that fill in forms away from a desk."""
OVERSEERS = (COORDINATOR, DINAS_REGENCY, DINAS_PROVINCE, SECRETARIAT, PMO)
"""Roles that look over a territory rather than over their own mentees or cooperative."""
