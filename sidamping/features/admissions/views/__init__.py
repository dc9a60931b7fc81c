"""Pages of calls and applications: public ones for applicants, the others for officers."""
