"""Members' meetings: deadlines, who must be there, votes and their outcome, the order of the agenda (E2)."""
