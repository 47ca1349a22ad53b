"""Disks that fill up, turn read-only or fail, for tests that are root or can trace."""

import os
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .environment import beyond, missing
from .running import wait_until

WRITES = "pwrite64,fdatasync,fsync,ftruncate,fallocate"


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk of its own in memory, which only root can make."""
    folder.mkdir()
    _mount(["-t", "tmpfs", "-o", f"size={size}", "small", str(folder)])
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


class Image:
    """A real file system in a file, which the kernel can be made to turn read-only."""

    def __init__(self, folder: Path) -> None:
        if os.geteuid() != 0:
            beyond("only root can mount a disk")
        if shutil.which("mkfs.ext4") is None:
            missing("there is no mkfs.ext4")
        self.folder = folder
        self._file = folder.with_suffix(".img")
        self._file.write_bytes(b"")
        os.truncate(self._file, 32 << 20)
        subprocess.run(["mkfs.ext4", "-q", "-F", str(self._file)], check=True)
        folder.mkdir()

    def mount(self) -> None:
        _mount(["-o", "loop", str(self._file), str(self.folder)])

    def turn_read_only(self) -> None:
        """As the kernel does after an error of the disk, whoever has files open."""
        subprocess.run(["mount", "-o", "remount,abort", self.folder], check=True)

    def unmount(self) -> None:
        subprocess.run(["umount", self.folder], check=False, capture_output=True)


def _mount(words: list[str]) -> None:
    done = subprocess.run(["mount", *words], check=False, capture_output=True, text=True)
    if os.geteuid() != 0 or done.returncode:
        beyond(f"only root can mount a disk: {done.stderr.strip()}")


@contextmanager
def failing(process: int, error: str, when: str, log: Path) -> Iterator[None]:
    """The writes of a running process fail with an error, some or all, as long as this is open."""
    inject = f"inject={WRITES}:error={error}:when={when}"
    command = ["strace", "-f", "-e", f"trace={WRITES}", "-e", inject, "-o", str(log)]
    with log.with_suffix(".said").open("w+") as said:
        tracer = subprocess.Popen([*command, "-p", str(process)], stderr=said)
        there = wait_until(lambda: "attached" in log.with_suffix(".said").read_text(), 10)
        if not there:
            tracer.kill()
            tracer.wait()
            missing("strace cannot attach to a process here")
        time.sleep(0.2)
        try:
            yield
        finally:
            tracer.send_signal(signal.SIGINT)
            tracer.wait(20)


@contextmanager
def file_limit(size: int) -> Iterator[None]:
    """No file of this process may grow beyond `size`; writing further is an error, as Python has
    it."""
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
