"""Talking to the person: steps with their time, and what to do when one fails.

Everything here goes to stderr, so that stdout stays free for results: the address,
the logins, the output of a script.
"""

import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path

from . import paths

TAIL_LINES = 15


class StepFailed(Exception):
    """A step could not be done; `advice` says what the person can do about it."""

    def __init__(self, reason: str, advice: str = "", log: Path | None = None):
        super().__init__(reason)
        self.reason = reason
        self.advice = advice
        self.log = log


def say(text: str = "") -> None:
    print(text, file=sys.stderr, flush=True)


def tail(log: Path, lines: int = TAIL_LINES) -> str:
    text = log.read_text(errors="replace") if log.exists() else ""
    return "\n".join(f"    {line}" for line in text.splitlines()[-lines:])


@contextmanager
def step(title: str, advice: str = ""):
    """Announce a step, show that it lives, tell its time; on failure name it."""
    began = time.monotonic()
    pulse = _Pulse(title)
    pulse.start()
    try:
        yield
    except StepFailed as failure:
        pulse.stop()
        failure.advice = failure.advice or advice
        _explain(title, failure)
        raise SystemExit(1) from failure
    except BaseException:
        pulse.stop()
        raise
    pulse.stop()
    say(f"  ✓ {title} ({time.monotonic() - began:.0f} с)")


def fail(title: str, failure: StepFailed) -> int:
    """Tell of a failure that belongs to no long step; the exit status."""
    _explain(title, failure)
    return 1


def _explain(title: str, failure: StepFailed) -> None:
    say(f"  ✗ {title}: не получилось.")
    say(f"    {failure.reason}")
    if failure.log:
        say(f"    Последние строки журнала {failure.log}:")
        say(tail(failure.log))
    if failure.advice:
        say(f"    Что делать: {failure.advice}")


class _Pulse:
    """Seconds that tick on a terminal; in a file only one line when a step begins."""

    def __init__(self, title: str):
        self.title = title
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._tick, daemon=True)
        self.alive_terminal = sys.stderr.isatty()

    def start(self) -> None:
        if self.alive_terminal:
            self.thread.start()
        else:
            say(f"  … {self.title}")

    def stop(self) -> None:
        self.ended.set()
        if self.alive_terminal:
            self.thread.join()
            sys.stderr.write("\r\033[K")

    def _tick(self) -> None:
        began = time.monotonic()
        while not self.ended.wait(0.5):
            seconds = time.monotonic() - began
            sys.stderr.write(f"\r\033[K  … {self.title} {seconds:.0f} с")
            sys.stderr.flush()


def run(
    command: Sequence[object], log: str, *, stdin: str | None = None, **options
) -> None:
    """Run a program of a step; its words go to the log of that name."""
    words = [str(word) for word in command]
    target = paths.log_file(log)
    given = {"input": stdin, "text": True} if stdin else {"stdin": subprocess.DEVNULL}
    with target.open("w") as output:
        print("$", *words, file=output, flush=True)
        try:
            result = subprocess.run(
                words,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
                **given,
                **options,
            )
        except FileNotFoundError as absence:
            raise StepFailed(f"Нет программы {words[0]}.") from absence
    if result.returncode:
        reason = f"Программа {Path(words[0]).name} вернула код {result.returncode}."
        raise StepFailed(reason, log=target)
