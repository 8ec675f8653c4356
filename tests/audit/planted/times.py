"""Times: an event's date, months and label, and what follows from them."""

from __future__ import annotations

from tests.audit.planting import Fault

FAULTS = (
    Fault("months that fall", "T3", "months: [14, 18]", "months: [18, 14]"),
    Fault("time changed in the text", "T1", "in May 2027", "in May 2026"),
    Fault("time changed in the text", "T3", "in late 2028", "in early 2028"),
    Fault("time changed in the text", "T7", "by Q3 2029", "by Q2 2029"),
    Fault("time changed in the text", "T2", "14 to 18 months", "14 to 16 months"),
    Fault("time changed in the text", "T9", "In October", "In November"),
    Fault("time changed in the text", "F6", "last year", "this year"),
    Fault("date changed", "T1", '"2027-05"', '"2027-06"'),
    Fault("date changed", "T7", '"2029-35"', '"2029-36"'),
    Fault("date changed", "T11", '"2030"', '"2031"'),
    Fault("date changed", "T3", "[2028-10..2028-12]", "[2028-01..2028-03]"),
    Fault("date changed", "T12", "../2033", "../2035"),
    Fault("date changed", "T8", "[2030-04..2030-09]", "[2031-04..2031-09]"),
    Fault("months changed", "T6", "[30, 36]", "[24, 36]"),
    Fault("months changed", "T10", "months: 18", "months: 12"),
    Fault("months changed", "T2", "[14, 18]", "[14, 20]"),
    Fault("label changed", "T3", "label: late 2028", "label: early 2028"),
    Fault("label changed", "T5", "label: in October 2027", "label: in November 2027"),
    Fault("label changed", "T10", "label: in 18 months", "label: in 8 months"),
    Fault("bounds out of order", "T3", "[2028-10..2028-12]", "[2028-12..2028-10]"),
    Fault("bounds out of order", "T8", "[2030-04..2030-09]", "2030-09/2030-04"),
    Fault("times that do not add up", "T3", "after: T1", "after: T4"),
    Fault("times that do not add up", "X1", "[T5, T6, T7, T8]", "[T5, T6, T8]", at="T7 after"),
    Fault("times that do not add up", "X1", "    between: [T5, T6, T7, T8]\n", "", at="T7 after"),
)
