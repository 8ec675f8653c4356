"""Names in prose: finding them, and telling whether one is known."""

from briefing.audit.names.finding import Name, names
from briefing.audit.names.known import Known

__all__ = ["Known", "Name", "names"]
