"""The demonstration office: invented people in real villages, four months of their work, told through the services."""
