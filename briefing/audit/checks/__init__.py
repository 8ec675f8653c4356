"""The checks, one family a file: each takes the evidence and yields problems."""
