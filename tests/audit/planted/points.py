"""Anchors that lead astray, and points that are gone."""

from __future__ import annotations

from tests.audit.planting import WHOLE, Fault

FAULTS = (
    Fault("anchor to another paragraph", "F12", "at: P8.2", "at: P3.2"),
    Fault("anchor to another paragraph", "M9", "at: P5.5", "at: P9.5"),
    Fault("anchor to another paragraph", "C1", "at: P7.2", "at: P4.2"),
    Fault("anchor to another paragraph", "M11", "at: P6.2", "at: P10.3", needs_article=True),
    Fault("anchor to nothing", "M11", "at: P6.2", "at: P6.9"),
    Fault("anchor to nothing", "R11", "at: P1.2", "at: P21.2"),
    Fault("anchor to nothing", "X2", "[P7.2, P8.3]", "[P7.2, P8.7]"),
    Fault("anchor to nothing", "RK4", "at: P9.4}", "at: P19.4}"),
    Fault("point removed", "M5", WHOLE, "", at="P2.1 at"),
    Fault("point removed", "C7", WHOLE, "", at="P7.1 at"),
    Fault("point removed", "F10", WHOLE, "", at="P6.3 at"),
    Fault("point removed", "M9", WHOLE, "", at="P5.5 at"),
    Fault("point removed", "R8", WHOLE, "", at="P4.1 at"),
    Fault("point removed, and a figure with it", "F16", WHOLE, "", at="P9.4 figures"),
    Fault("point removed, and a figure with it", "F4", WHOLE, "", at="P2.2 figures"),
    Fault("point removed, and a marker with it", "C5", WHOLE, "", at="P9.1 at"),
    Fault("point removed, and a marker with it", "R6", WHOLE, "", at="R7 text"),
    Fault("anchor left out", "R5", "[P3.3, P3.4]", "P3.3", at="P3.4 at"),
)
