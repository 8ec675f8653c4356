"""What the commands share: opening a brief, refusing, reporting."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.problems import BriefingError, Severity
from briefing.streams import report, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from click.shell_completion import CompletionItem

    from briefing.model.brief import Brief
    from briefing.problems import Problem


class _Typed(click.Path):
    """A path as somebody typed it; an empty one would be the current folder."""

    def __init__(self, *, dir_okay: bool) -> None:
        super().__init__(path_type=Path, dir_okay=dir_okay)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:
        said = os.fspath(value)
        if not said:
            what = "the current folder is '.'" if self.dir_okay else "name a file"
            self.fail(f"it is empty; {what}.", param, ctx)
        if not self.dir_okay and said.endswith(("/", os.sep)):
            self.fail(f"'{said}' ends in a slash, as a folder does; name a file.", param, ctx)
        return super().convert(value, param, ctx)


PLACE, FILE = _Typed(dir_okay=True), _Typed(dir_okay=False)


class Group(click.Group):
    """A group whose first word may also be a PATH: then `read` is meant."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        known = {*self.commands, "--help", "-h", "--version"}
        completing = ctx.resilient_parsing and not args  # then what comes may be either
        if not completing and (not args or args[0] not in known):
            args = ["read", *args]
        with _safely():
            return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands, and what `read` takes: its options, and a PATH."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415

        read = self.commands["read"]
        of_read = read.shell_complete(click.Context(read, ctx), incomplete)
        # the file goes first: at its sight bash forgets the words before it
        found = [] if incomplete.startswith("-") else [CompletionItem(incomplete, type="file")]
        found += [*super().shell_complete(ctx, incomplete), *of_read]
        return list({item.value: item for item in found}.values())

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with _safely():
                return super().invoke(ctx)
        except BriefingError as error:
            refuse(error)
            ctx.exit(2)
        except KeyboardInterrupt:
            ctx.exit(130)


@contextmanager
def _safely() -> Iterator[None]:
    """What click says of wrong usage holds the arguments as they were typed: show them safely."""
    try:
        yield
    except click.UsageError as error:
        from briefing.text import on_one_line  # noqa: PLC0415

        raise click.UsageError(on_one_line(error.format_message()), error.ctx) from None


def open_(path: Path | None) -> Brief:
    """The brief at a path."""
    from briefing.library import open_brief  # noqa: PLC0415

    with hinting(path):
        return open_brief(path)


@contextmanager
def hinting(path: Path | None) -> Iterator[None]:
    """Where a path that is not there looks like a command, ask whether that was meant."""
    try:
        yield
    except BriefingError as error:
        if path and (meant := _meant(str(path))):
            msg = f"{error} (did you mean the command '{meant}'?)"
            raise BriefingError(msg, error.problems) from None
        raise


def _meant(word: str) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415

    group = click.get_current_context().find_root().command
    known = group.commands if isinstance(group, click.Group) else {}
    return next(iter(get_close_matches(word, known, 1)), None)


def refuse(error: BriefingError) -> None:
    """Say why a command, or a part of it, could not be done."""
    report(error.problems)
    say(f"briefing: {error}")


def finish(problems: Sequence[Problem]) -> None:
    """Report the problems of what was read and exit accordingly."""
    report(problems)
    if errors(problems):
        sys.exit(1)


def errors(problems: Sequence[Problem]) -> bool:
    """Whether any of the problems is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def line(text: str) -> str:
    """Words on one line, whatever white space was between them."""
    from briefing.text import on_one_line  # noqa: PLC0415

    return on_one_line(" ".join(text.split()))
