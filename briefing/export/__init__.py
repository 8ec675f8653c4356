"""Briefs to plain text and JSON, and writing them safely."""
