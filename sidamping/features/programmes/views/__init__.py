"""Pages of programmes: mentees, assignments, users and the trail of activities."""
