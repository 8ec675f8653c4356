"""The reader: app, screens, widgets, and pure functions that turn briefs into lines."""
