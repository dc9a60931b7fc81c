"""The homes of each role."""
