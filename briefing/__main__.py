"""`python -m briefing` and the `briefing` command."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from briefing.cli import cli  # noqa: PLC0415 - so that importing this module costs nothing

    cli()


if __name__ == "__main__":
    main()
