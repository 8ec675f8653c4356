"""What an audit found, what it looked at, and what it did not."""

from msgspec import Struct

from briefing.problems import Problem, Severity, number_of


class Report(Struct, frozen=True):
    """The result of an audit.

    `problems` are those of the files and those of the audit, in order. `covered` of `sentences`
    sentences of the source, and `kept` of `figures` figures, have a point that accounts for them,
    or a reason to be left out. `points` points were checked; `hearsay` of them are reported, those
    that repeat another left aside, and `unread` no second person has compared with the source. `sources` is how many sources the brief
    has. `done` says in words what was checked, `left` what was not.
    """

    problems: tuple[Problem, ...] = ()
    points: int = 0
    sentences: int = 0
    covered: int = 0
    figures: int = 0
    kept: int = 0
    hearsay: int = 0
    sources: int = 1
    unread: int = 0
    done: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def errors(self) -> int:
        """How many problems are errors; the others are warnings."""
        return number_of(p for p in self.problems if p.severity is Severity.ERROR)

    @property
    def count(self) -> int:
        """How many problems there are, those included that are not listed."""
        return number_of(self.problems)

    def summary(self) -> str:
        """The audit in one line: "38 of 38 sentences, 0 problems, 2 hearsay, single source"."""
        if not self.sources:
            return f"not held to a source, {_counted(self.count, 'problem')}"
        said = [
            f"{self.covered} of {self.sentences} sentences",
            _counted(self.count, "problem"),
            f"{self.hearsay} hearsay",
            "single source",
        ]
        return ", ".join(said)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
