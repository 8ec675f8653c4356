"""`python -m briefing` and the `briefing` command."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line."""
    from briefing.cli import cli  # noqa: PLC0415 - so that importing this module costs nothing

    if sys.stdin is None:  # whoever started us closed it
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 - for as long as we run
    if sys.stdout is None:
        _give_up("standard output is closed")
    try:
        cli()
    except OSError as error:  # a full disk behind standard output, for instance
        # what is left in the buffer would fail once more, at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        _give_up(error.strerror or str(error))


def _give_up(reason: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(f"briefing: {reason}\n")
    sys.exit(2)


if __name__ == "__main__":
    main()
