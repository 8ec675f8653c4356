"""Is a brief faithful to its source? The source record, the checks, and the report."""
