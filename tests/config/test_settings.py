"""config.toml: what is in it holds, and what is wrong in it is told with its place."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.config import Config, config_path, read_config
from briefing.config.settings import settings_in

if TYPE_CHECKING:
    from pathlib import Path

OWN = {
    "next-item": ("j", "down"),
    "search": ("slash",),
    "zoom": ("z",),
    "assume": (),
    "help": ("question_mark",),
    "quit": ("q",),
}


def written(text: str | bytes) -> Config:
    """The settings of a user whose file says this."""
    path = config_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_config(OWN)


def told(config: Config) -> list[str]:
    """The problems: line, column, message, and the hint after an arrow."""
    return [f"{p.mark.line}:{p.mark.column} {p.message} > {p.hint}" for p in config.problems]


def test_without_a_file_everything_is_as_it_comes(home: Path) -> None:
    assert read_config(OWN) == Config("auto", 78, {}, ())
    assert not list(home.iterdir())  # and none is made


def test_the_file_is_where_the_system_keeps_such_files(home: Path) -> None:
    assert config_path() == home / "config" / "briefing" / "config.toml"


def test_everything_that_can_be_set() -> None:
    text = """
    # mine
    theme = "light"
    width = 100

    [keys]
    next-item = "J"
    search = ["/", "ctrl+f"]
    zoom = ""
    assume = "Space"
    quit = ["Q", "F10"]
    """
    assert written(text) == Config(
        "light",
        100,
        {
            "next-item": ("J",),
            "search": ("slash", "ctrl+f"),
            "zoom": (),
            "assume": ("space",),
            "quit": ("Q", "f10"),
        },
        (),
    )


def test_keys_as_they_come_are_no_change() -> None:
    assert written('[keys]\nzoom = "z"\nassume = []\n') == Config()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('them = "dark"', "1:1 unknown setting 'them' > did you mean 'theme'?"),
        (
            "\n  colour = 1",
            "2:3 unknown setting 'colour' > known here: theme, width, keys, early_frame",
        ),
        (
            'theme = "drak"',
            '1:1 theme is "auto", "dark", "light" or "terminal", not "drak" > did you mean \'dark\'?',
        ),
        ("theme = 1", '1:1 theme is "auto", "dark", "light" or "terminal", not 1 > '),
        ("width = 39", "1:1 width is a number of 40 to 120, not 39 > "),
        ("width = true", "1:1 width is a number of 40 to 120, not true > "),
        ('width = "80"', '1:1 width is a number of 40 to 120, not "80" > '),
        ("width = 80.0", "1:1 width is a number of 40 to 120, not 80.0 > "),
        ("width = nan", "1:1 width is a number of 40 to 120, not nan > "),
        ("width = []", "1:1 width is a number of 40 to 120, not a list > "),
        ("width = 2026-01-02", "1:1 width is a number of 40 to 120, not a date > "),
        ("# a\nkeys = 1", "2:1 keys is a table, not 1 > write [keys] on a line"),
        ("[keys]\nserch = 'f'", "2:1 unknown command 'serch' > did you mean 'search'?"),
        (
            "[keys]\nbanana = 'f'",
            "2:1 unknown command 'banana' > known here: next-item, search, zoom, assume, help, quit",
        ),
        ("[keys]\nsection = 'f'", "2:1 the sections have the keys 1 to 9, always > "),
        (
            "[keys]\nzoom = 1",
            '2:1 a key is a text, not 1 > zoom = "x", or zoom = ["x", "ctrl+x"]',
        ),
        (
            "[keys]\nzoom = ['x', 1]",
            '2:1 a key is a text, not a list > zoom = "x", or zoom = ["x", "ctrl+x"]',
        ),
        (
            "[keys]\n'zoom' = 'zz'",
            (
                '2:1 \'zz\' is no key > a key is written as in "j", "J", "?", "space",'
                ' "pagedown", "f5", "ctrl+d", "alt+x"'
            ),
        ),
        ("[keys]\nzoom = '1'", "2:1 '1' goes to section 1, always > take another key"),
        ("[keys]\nzoom = 'ctrl+q'", "2:1 'ctrl+q' quits, always > take another key"),
        ("[keys]\nquit = ''", "2:1 'quit' needs a key > it keeps its own"),
        ("[keys]\nhelp = []", "2:1 'help' needs a key > it keeps its own"),
        (
            "keys.zoom = '/'",
            (
                "1:1 '/' was a key of 'search', which loses it"
                " > give 'search' other keys too, or none: search = \"\""
            ),
        ),
        (
            "[keys]\nzoom = 'x'\nsearch = ['s', 'x']",
            "3:1 'x' is the key of 'zoom' already > a key does one thing",
        ),
        (
            "[keys]\nzoom = 'q'",
            "2:1 'q' is the key of 'quit' already > give 'quit' another key first",
        ),
        (
            "keys = { zoom = 1 }",
            '1:1 a key is a text, not 1 > zoom = "x", or zoom = ["x", "ctrl+x"]',
        ),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_to_do(text: str, problem: str) -> None:
    assert told(written(text)) == [problem]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("width 80", "1:7 this is not TOML: expected '=' after a key in a key/value pair"),
        ("width = 80\n\n[keys\n", "3:6 this is not TOML: expected ']' at the end of a table"),
        ("a = 1\na = 2\n", "2:6 this is not TOML: cannot overwrite a value"),
        (b"width = 80\nx\xff = 1", "2:2 this is not UTF-8"),
        ("width = 1" + "0" * 5000, "1:1 this is not TOML: exceeds the limit"),
        ("x = " + "[" * 30000, "1:1 nested too deeply"),
        ("#" * 70000, "1:1 cannot be read: it is longer than 64 KiB"),
    ],
)
def test_what_is_no_toml_is_told_with_its_line_and_changes_nothing(
    text: str | bytes, problem: str
) -> None:
    config = written(text)
    (found,) = told(config)
    assert found.startswith(problem)
    assert config._replace(problems=()) == Config()


def test_what_is_right_holds_beside_what_is_wrong() -> None:
    config = written('theme = "dark"\nwidth = 7\n[keys]\nzoom = ["zz", "x"]\nsearch = "zz"\n')
    assert (config.theme, config.width, config.keys) == ("dark", 78, {"zoom": ("x",)})
    assert [problem.mark.line for problem in config.problems] == [2, 4, 5]


def test_all_mistakes_are_told_in_the_order_of_the_file() -> None:
    config = written('width = 1\n[keys]\nnope = "x"\nzoom = 1\n[colours]\na = 1\n')
    assert [problem.mark.line for problem in config.problems] == [1, 3, 4, 5]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    config = written("\ufeffwidth = 90\r\n[keys]\r\nzoom = 1\r\n")
    assert (config.width, told(config)[0][:3]) == (90, "3:1")
    assert config.problems[0].excerpt == "zoom = 1"


def test_nothing_in_a_message_steers_a_terminal() -> None:
    config = written(
        '"\\u001b]2;x\\u0007" = 1\ntheme = "\\u009b31m\\n"\n[keys]\nzoom = "\\u001b["\n'
    )
    text = "".join(problem.report() for problem in config.problems)
    assert len(config.problems) == 3
    assert all(line.isprintable() for line in text.split("\n"))


def test_a_folder_in_its_place_is_told(home: Path) -> None:
    (home / "config" / "briefing" / "config.toml").mkdir(parents=True)
    assert told(read_config(OWN)) == ["1:1 cannot be read: it is no file > "]


@pytest.mark.skipif(os.name != "posix", reason="a pipe in the file system")
def test_a_pipe_in_its_place_is_not_waited_for(home: Path) -> None:
    (home / "config" / "briefing").mkdir(parents=True)
    os.mkfifo(config_path())
    assert told(read_config(OWN)) == ["1:1 cannot be read: it is no file > "]


def test_a_link_to_nowhere_is_told(home: Path) -> None:
    (home / "config" / "briefing").mkdir(parents=True)
    config_path().symlink_to(home / "gone")
    assert told(read_config(OWN)) == ["1:1 cannot be read: no such file or directory > "]


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_settings_or_problems(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(data)
    config = settings_in(path, OWN)
    assert all(problem.mark.line >= 1 and problem.message for problem in config.problems)
