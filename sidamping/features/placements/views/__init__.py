"""Pages of plans: who could mentor whom."""
