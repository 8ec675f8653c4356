"""Whatever is pressed, in whatever order, at whatever size: the reader stays whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.examples import FEW
from tests.tui.reading import read

if TYPE_CHECKING:
    from briefing.model.brief import Brief
    from tests.tui.reading import Reading

KEYS = [
    *"123456789[]jkgGbnNswazy<>/?",
    "space",
    "enter",
    "escape",
    "tab",
    "backspace",
    "up",
    "down",
]
KEYS += ["pagedown", "pageup", "home", "end", *"chip", "left", "delete", "ctrl+w"]
steps = st.lists(
    st.sampled_from(KEYS)
    | st.tuples(st.integers(1, 160), st.integers(1, 50))
    | st.tuples(st.integers(0, 159), st.integers(0, 49), st.just("click")),
    max_size=60,
)


def assert_sound(reading: Reading) -> None:
    """One pane that can be seen has the keyboard, and its cursor is on something it can show."""
    if reading.screen is not reading.reader:
        return
    assert reading.focused in {"text", "evidence"}
    view = reading.pane(f"#{reading.focused}")
    assert view.is_on_screen or not reading.app.size.area or reading.app.size.height < 6
    assert reading.place.section
    for pane in (reading.pane("#text"), reading.pane("#evidence")):
        assert pane.key == "" or pane.key in {item.key for item in pane.page.items}
        assert 0 <= pane.cursor.top <= max(0, len(pane.cursor.rows))


@FEW
@given(size=st.sampled_from([(40, 15), (80, 24), (120, 36)]), keys=steps)
def test_no_sequence_of_keys_breaks_the_reader(
    small: Brief, size: tuple[int, int], keys: list[str | tuple[int, int] | tuple[int, int, str]]
) -> None:
    async def story(reading: Reading) -> None:
        for step in keys:
            if isinstance(step, str):
                await reading.press(step)
            elif len(step) == 2:
                await reading.resize(*step)
            elif step[0] < reading.app.size.width and step[1] < reading.app.size.height - 1:
                await reading.click(step[0], step[1])
            assert reading.app._exception is None
            assert_sound(reading)

    read(small, story, size=size)
