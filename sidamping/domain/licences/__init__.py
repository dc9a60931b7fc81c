"""The legal standing of a cooperative: papers that run out, thresholds of size, who licenses it (E5)."""
