"""Files to briefs: YAML events, a tree that knows its lines, the typed walk, references."""
