"""Finding statements: the index, the query, the highlights."""
