"""The window that asks what to export: its defaults, its rows, and what it writes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from briefing.export import as_json, plain
from briefing.text import width
from tests.commands import run
from tests.tui.reading import SIZES, read

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.brief import Brief
    from tests.tui.reading import Reading

NAME = "northwind-plans-a-mill-in-arland"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def window(reading: Reading) -> dict[str, str]:
    """What is chosen in each row; the row with the bar has a star."""
    rows = reading.rows("Choices")
    rows += [a + b for a, b in zip(reading.rows("Named"), reading.rows("QueryLine"), strict=True)]
    found = {}
    for row in rows:
        name, _, rest = row[2:].strip().partition(" ")
        chosen = [part.split("  ")[0].strip() for part in rest.split("●")[1:]] or [rest.strip()]
        found[("*" if row.startswith("▌") else "") + name] = chosen[0]
    return found


def is_open(reading: Reading) -> bool:
    return bool(reading.screen.query("Choices"))


def only(folder: Path) -> tuple[str, str]:
    """The name and the text of the one file there."""
    (path,) = folder.iterdir()
    return path.name, path.read_text()


def test_x_and_enter_write_the_brief_as_text_under_its_own_name(small: Brief, folder: Path) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("x")
        assert window(reading) == {
            "*Format": "text",
            "Depth": "brief",
            "Sections": "all",
            "File": f"{NAME}.txt",
        }
        await reading.press("enter")
        assert not is_open(reading)
        assert reading.message == f"Saved {NAME}.txt, {len(plain(small).split())} words"
        await reading.press("x", "enter")
        assert reading.message == f"Already saved as {NAME}.txt"

    read(small, story)
    assert only(folder) == (f"{NAME}.txt", plain(small))


def test_esc_writes_nothing(small: Brief, folder: Path) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("5", "x", "tab", "space", "escape")
        assert not is_open(reading)
        assert (reading.heading, reading.message) == ("RISKS", "")

    read(small, story)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("keys", "options"),
    [
        ("", ""),
        ("space", "-f json"),
        ("j l", "--full"),
        ("down right", "--full"),
        ("tab h", "--full"),
        ("j j space", "-s risks"),
        ("j j space k k space", "-f json -s risks"),
        ("tab tab 2 6", "-s regions -s timeline"),
        ("j j 6 2 2", "-s timeline"),
        ("j j 6 6", "-s timeline"),
        ("j j h 2 k l", "-s regions -s risks --full"),
        ("j j h h h", ""),
        ("k", ""),
        ("z a", ""),
    ],
)
def test_what_is_chosen_is_what_the_command_writes(
    small: Brief, folder: Path, keys: str, options: str
) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("5", "x")
        await reading.burst(*keys.split(), "enter")
        assert not is_open(reading)

    read(small, story)
    (path,) = folder.iterdir()
    assert path.read_bytes() == run("export", small.folder, *options.split()).raw
    assert path.name == NAME + (".json" if "json" in options else ".txt")


def test_the_rows_go_round_and_the_file_is_one_of_them(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("x")
        seen = []
        for key in ("j", "down", "tab", "down", "shift+tab", "up", "k", "k"):
            await reading.press(key)
            seen.append(next(name for name in window(reading) if name.startswith("*"))[1:])
        assert seen == "Depth Sections File Format File Sections Depth Format".split()  # noqa: SIM905

    read(small, story)


def test_the_row_is_explained_below(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("5", "x")
        assert reading.words("#told") == "Text is for people, JSON for programs."
        await reading.press("j")
        assert reading.words("#told").startswith("Brief is what a hurried reader needs")
        await reading.press("j", "space")
        assert reading.words("#told") == "Risks. 1 to 9 choose some."
        await reading.press("6", "1")
        assert reading.words("#told") == "Overview, Timeline. 1 to 9 choose some."
        assert window(reading)["*Sections"] == "some"
        await reading.press("j")
        assert reading.words("#told").startswith("In the current folder")
        await reading.press("tab", "space", "tab")
        assert (window(reading)["*Depth"], reading.words("#told")) == (
            "full",
            "JSON has everything.",
        )

    read(small, story)


def test_keys_that_come_before_the_window_do_not_name_the_file(small: Brief, folder: Path) -> None:
    async def story(reading: Reading) -> None:
        await reading.burst("x", "j", "l")
        assert window(reading)["File"] == f"{NAME}.txt"
        await reading.press("enter")

    read(small, story)
    assert only(folder) == (f"{NAME}.txt", plain(small))


def test_the_file_is_typed_in_its_row(small: Brief, folder: Path) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("x", "k")
        await reading.type("jk x.txt")
        assert window(reading)["*File"] == "jk x.txt"
        await reading.press("enter")
        assert reading.message.startswith("Saved jk x.txt, ")

    read(small, story)
    assert only(folder) == ("jk x.txt", plain(small))


def test_a_name_of_ones_own_stays_when_the_format_changes(small: Brief, folder: Path) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("x", "space")
        assert window(reading)["File"] == f"{NAME}.json"
        await reading.press("k", "m", "tab", "space")
        assert window(reading) == {
            "*Format": "text",
            "Depth": "brief",
            "Sections": "all",
            "File": "m",
        }
        await reading.press("space", "enter")

    read(small, story)
    assert only(folder) == ("m", as_json(small))


def test_another_file_is_replaced_when_enter_comes_twice(small: Brief, folder: Path) -> None:
    (folder / "mine").write_text("mine")

    async def story(reading: Reading) -> None:
        await reading.press("x", "k", *"mine", "enter")
        assert reading.words("#told") == "Mine exists already. Enter once more replaces it."
        await reading.press("tab", "space", "enter")  # another thing to write: asked again
        assert reading.words("#told") == "Mine exists already. Enter once more replaces it."
        assert (folder / "mine").read_text() == "mine"
        await reading.press("enter")
        assert reading.message.startswith("Saved mine, ")

    read(small, story)
    assert only(folder) == ("mine", as_json(small))


def test_what_cannot_be_written_is_said_in_the_window_and_nothing_is_lost(
    small: Brief, folder: Path
) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("x", "j", "space", "k", "k", *"no/such", "enter")
        assert reading.words("#told") == "Cannot write no/such: there is no such folder"
        assert window(reading)["*File"] == "no/such"
        assert window(reading)["Depth"] == "full"
        await reading.press("home", *["delete"] * 3, "enter")
        assert reading.message.startswith("Saved such, ")

    read(small, story)
    assert only(folder) == ("such", plain(small, full=True))


def test_no_permission_is_said(small: Brief, folder: Path) -> None:
    target = "/proc/x" if sys.platform == "linux" else "/dev/null/x"

    async def story(reading: Reading) -> None:
        await reading.press("x", "k", *target, "enter")
        assert reading.words("#told").startswith(f"Cannot write {target}: ")
        assert is_open(reading)

    read(small, story)
    assert list(folder.iterdir()) == []


def test_the_palette_offers_every_point(small: Brief, folder: Path) -> None:
    async def story(reading: Reading) -> None:
        reading.reader.action_do("sharing.export_full")
        await reading.settle()
        assert window(reading)["Depth"] == "full"
        await reading.press("enter")

    read(small, story)
    assert only(folder) == (f"{NAME}.txt", plain(small, full=True))


def test_a_click_chooses(small: Brief) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("x")
        region = reading.screen.query_one("Choices").region
        await reading.click(region.x + 3, region.y + 1)
        assert "*Depth" in window(reading)
        await reading.click(region.x + 3, region.y + 1)
        assert window(reading)["*Depth"] == "full"
        line = reading.screen.query_one("QueryLine").region
        await reading.click(line.x + 1, line.y)
        assert "*File" in window(reading)

    read(small, story)


@pytest.mark.parametrize("size", SIZES)
def test_the_window_fits_every_size(small: Brief, size: tuple[int, int]) -> None:
    async def story(reading: Reading) -> None:
        await reading.press("4", "x", "j", "j", *"23456789")
        text = reading.text
        assert "● some" in text
        assert "←→ pick · Enter write · Esc close" in text
        assert "Outlook, Source. 1 to 9 choose some." in reading.words("#told")
        assert all(width(line) <= size[0] for line in reading.lines)

    read(small, story, size=size)
