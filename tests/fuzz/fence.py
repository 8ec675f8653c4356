"""Where a program that is given anything may write: in its own folder, and nowhere else.

`python -m tests.fuzz.fence FOLDER [ARGUMENT]...` runs `briefing` so.
"""

from __future__ import annotations

import errno
import os
import sys

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = {"os.mkdir", "os.remove", "os.rmdir", "os.rename", "os.link", "os.symlink"}
_CHANGES |= {"os.truncate", "os.chmod", "os.chown", "os.utime"}
_DEVICES = ("/dev/null", "/dev/tty", "/dev/pts/")


def fence(folder: str) -> None:
    """Refuse to change anything outside a folder, as a system refuses what is not ours."""
    inside = os.path.realpath(folder)

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            paths = [path] if isinstance(flags, int) and flags & _WRITES else []
        elif event in _CHANGES:
            paths = list(arguments[: 2 if event in {"os.rename", "os.link"} else 1])
        else:
            return
        for path in paths:
            if not isinstance(path, str | bytes):  # a file that is open
                continue
            real = os.path.realpath(os.fsdecode(path))
            if real != inside and not real.startswith((f"{inside}/", *_DEVICES)):
                raise PermissionError(errno.EACCES, "outside the fence", path)

    sys.addaudithook(hear)


if __name__ == "__main__":
    fence(sys.argv[1])
    sys.argv[1:] = sys.argv[2:]
    from briefing.__main__ import main

    main()
