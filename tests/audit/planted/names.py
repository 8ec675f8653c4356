"""Names: invented, changed in a digit, or taken from elsewhere in the source."""

from __future__ import annotations

from tests.audit.planting import Fault

FAULTS = (
    Fault("name invented, at the start", "R1", "Halvik is", "Marstrand is"),
    Fault("name invented, at the start", "C6", "Sundbank, the", "Sundkredit, the"),
    Fault("name invented, at the start", "F14", "Norrgas wants", "Vestgas wants"),
    Fault("name invented, in the middle", "R9", "in Norrsund that", "in Marstrand that"),
    Fault("name invented, in the middle", "R12", "to Norrsund, hydrogen", "to Lysekil, hydrogen"),
    Fault("name invented, in the middle", "C8", "Ferries and Kattline", "Ferries and Red Sound"),
    Fault("name invented, as a possessive", "C2", "Kattline's route", "Sandline's route"),
    Fault("name invented, as a possessive", "R3", "Halvik's St.", "Marstrand's St."),
    Fault("name invented, as a possessive", "K4", "than Skagerline's", "than Vestline's"),
    Fault("name changed in part", "T12", "for Coastal Energy", "for Marine Energy"),
    Fault("name changed in part", "F18", "Nordic Ferry Council", "Nordic Ferry Board"),
    Fault("name changed in part", "R3", "St. Olav", "St. Erik"),
    Fault("name with digits changed", "R2", "the E18", "the E20"),
    Fault("name with digits changed", "F4", "Class 8", "Class 6"),
    Fault("name from elsewhere in the source", "C5", "Norrgas could", "Kattline could"),
    Fault("name from elsewhere in the source", "C6", "Sundbank, the", "Norrgas, the"),
    Fault("name added", "F19", "Skagerline made", "Skagerline and Vestline made"),
    Fault("name added", "T5", "with a shipyard", "with a shipyard in Gdansk"),
)
