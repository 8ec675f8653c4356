"""What a user has chosen in config.toml. Where there is no such file, this is all that runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefing.problems import Problem

Theme = Literal["auto", "dark", "light", "terminal"]
Keys = tuple[str, ...]


class Config(NamedTuple):
    """The settings. `keys` has the commands whose keys are not their own ones, by id.

    `width` is how many cells a line of prose takes at most; 78 by default, as WCAG 2.2, 1.4.8
    asks for 80 at most. `problems` says what in the file was left out, and why. `early_frame` says
    whether a repeat launch shows its first frame before the reader is loaded.
    """

    theme: Theme = "auto"
    width: int = 78
    keys: Mapping[str, Keys] = {}
    problems: tuple[Problem, ...] = ()
    early_frame: bool = True


DEFAULTS = Config()


def config_path() -> Path:
    """Where the file is, or would be: `config.toml` in the user's folder for `briefing`."""
    from platformdirs import user_config_path  # noqa: PLC0415 - not for a command that has no use for it

    return user_config_path("briefing") / "config.toml"


def read_config(commands: Mapping[str, Keys]) -> Config:
    """The user's settings, for commands with these ids and keys of their own. Never raises.

    A mistake in the file costs the setting it is in, and becomes a problem of the result.
    """
    try:
        path = config_path()
        path.lstat()
    except (OSError, RuntimeError):  # no such file, or no home to look in
        return DEFAULTS
    from briefing.config.settings import settings_in  # noqa: PLC0415 - only where there is a file

    return settings_in(path, commands)
