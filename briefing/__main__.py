"""`python -m briefing` and the `briefing` command."""

from __future__ import annotations

import gc
import os
import sys

from briefing import early

TYPE_CHECKING = False  # typing takes as long to load as all that paints an early frame
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and leave with its exit status."""
    # A command is over before there is anything worth collecting; the reader turns it on again.
    gc.disable()
    if sys.stdin is None:  # whoever started us closed it
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 - for as long as we run
    if sys.stdout is None:
        _leave(2, "standard output is closed")
    try:
        early.paint(sys.argv[1:])
        _run(sys.argv[1:])
    except SystemExit as end:
        status = end.code
    except KeyboardInterrupt:  # Ctrl+C, before the reader takes the keys or where there is none
        _leave(130)
    except OSError as error:  # a full disk behind standard output, for instance
        _leave(2, error.strerror or str(error))
    except BaseException as error:  # noqa: BLE001 - whatever it is: an error of ours
        from briefing import crash  # noqa: PLC0415 - hardly ever

        _leave(crash.tell(error, status=2))
    try:
        sys.stdout.flush()
    except OSError as error:
        _leave(2, error.strerror or str(error))
    _leave(status if isinstance(status, int) else int(bool(status)))


def _run(arguments: list[str]) -> NoReturn:
    from briefing import launch  # noqa: PLC0415 - so that a closed output costs nothing

    completing = "_BRIEFING_COMPLETE" in os.environ
    if launch.is_plain(arguments) and not completing:
        sys.exit(launch.main(arguments))
    from briefing.cli import cli  # noqa: PLC0415 - the short way does without

    if completing:
        _complete(cli)
    cli()
    sys.exit()


def _complete(cli: Callable[[], object]) -> NoReturn:
    """Answer the shell of somebody who types, with not a word of what fails: it would be in the way."""
    try:
        cli()
    except (KeyError, ValueError):  # it did not say what is typed, or not in our encoding
        sys.exit(1)
    sys.exit()


def _leave(status: int, reason: str = "") -> NoReturn:
    """End at once: taking every module apart first takes longer than most commands."""
    early.leave()
    if sys.stderr is not None:
        try:
            if reason:
                from briefing.streams import say  # noqa: PLC0415 - hardly ever

                say(f"briefing: {reason}")
            sys.stderr.flush()
        except OSError:  # the terminal is gone, and with it who would read that
            pass
    os._exit(status)


if __name__ == "__main__":
    main()
