"""The index of a library as far as it is there, asked in a thread, one question at a time."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path

    from briefing.library.events import Event
    from briefing.search import Shelf

    Wanted = tuple[str, Callable[[Shelf], "Answer"]]

Answer = TypeVar("Answer")

AT_ONCE = 0.02  # seconds in which an answer can be painted with the letter that asks for it


class Reach:
    """Opens the index once it is said to be sound, and again after each change.

    `generation` counts the changes, None while there is no index; `damaged` says that the last
    question could not be answered, which `mend` is told. `shelf` is for one thread, which answers what is `asked` in turn.
    """

    def __init__(self, folder: Path, mend: Callable[[], object] = lambda: None) -> None:
        self._folder = folder
        self._mend = mend
        self.generation: int | None = None
        self.damaged = False
        self._opened: int | None = None
        self._shelf: Shelf | None = None
        self._thread = ThreadPoolExecutor(1, "index")

    def renew(self) -> None:
        """Open the index, or open it again, with the next question.

        What the librarian calls a generation may be the same number for an index built anew.
        """
        self.generation = (self.generation or 0) + 1

    def shelf(self) -> Shelf | None:
        """The index with all that is known to be in it; None where there is none to be read."""
        now = self.generation
        if now == self._opened:
            return self._shelf
        from briefing.search import Shelf  # noqa: PLC0415 - loads the engine

        try:
            if self._shelf is None:
                self._shelf = Shelf.open(self._folder)
            else:
                self._shelf.reload()
        except BaseException:  # noqa: BLE001 - damage, until it is mended; the engine panics at some
            self._shelf = None
        self._opened = now
        return self._shelf

    def asked(self, question: Callable[[Shelf], Answer]) -> Future[Answer | None]:
        """The answer of the index, from a thread; None where there is no index yet."""
        return self._thread.submit(self._answer, question)

    def _answer(self, question: Callable[[Shelf], Answer]) -> Answer | None:
        shelf = self.shelf()
        self.damaged = shelf is None and self.generation is not None
        if shelf:
            try:
                shelf.check()
                return question(shelf)
            except BaseException:  # noqa: BLE001 - the engine meets damage with a panic, no Exception
                self._shelf, self._opened, self.damaged = None, None, True
        if self.damaged:
            self._mend()
        return None


class Heeding:
    """A screen that asks the index, and hears what the librarian tells for as long as it is open."""

    newest: Newest[Any]

    def heed(self, event: Event) -> None:
        """Take in what the librarian tells."""
        raise NotImplementedError


class Newest(Generic[Answer]):
    """Asks one question after another, and tells the answer to the newest only.

    While one is being answered, those that come wait, and only the last of them is asked then.
    """

    def __init__(self, reach: Reach, tell: Callable[[str, Answer | None], None]) -> None:
        self._reach, self._tell = reach, tell
        self._wanted: Wanted[Answer] | None = None
        self._running: asyncio.Task[None] | None = None

    @property
    def waits(self) -> bool:
        """Whether an answer is still to come."""
        return self._running is not None

    def ask(self, name: str, question: Callable[[Shelf], Answer], patience: float = 0) -> None:
        """Ask; `tell` gets the name of the question with its answer.

        An answer that comes within `patience` seconds is told before this returns: what was typed
        and what it finds are painted as one then, in half the time of one after the other.
        """
        self._wanted = wanted = name, question
        if self._running is None:
            asked = self._reach.asked(question)
            wait([asked], patience)
            if asked.done():
                self._told(wanted, asked.result())
            else:
                self._running = asyncio.create_task(self._run(wanted, asked))
                self._running.add_done_callback(_heard)

    def forget(self) -> None:
        """Want no answer any more."""
        self._wanted = None

    async def _run(self, wanted: Wanted[Answer], asked: Future[Answer | None]) -> None:
        self._told(wanted, await asyncio.wrap_future(asked))
        while newer := self._wanted:
            self._told(newer, await asyncio.wrap_future(self._reach.asked(newer[1])))
        self._running = None

    def _told(self, wanted: Wanted[Answer], answer: Answer | None) -> None:
        if self._wanted is wanted:
            self._wanted = None
            self._tell(wanted[0], answer)


def _heard(task: asyncio.Task[None]) -> None:
    """Have an error heard at once: nobody waits for the task, and it is kept."""
    if not task.cancelled() and (error := task.exception()):
        told = {"message": "an answer could not be told", "exception": error}
        task.get_loop().call_exception_handler(told)
