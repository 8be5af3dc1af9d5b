#!/usr/bin/env python3
"""Kills a program that renders, takes its disk and its rights away, and lets system calls fail.

    faults.py target/debug/victim

After each fault: a file that was there before is as it was, nothing else is in its folder, the error
names the target; and a render in the same place makes the same bytes as one that nothing happened to.
What needs rights that this process does not have is left out, and said.
"""

import argparse
import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

FRAMES, MILLIS = "20", "4"
OLD = b"an older file"
MOMENTS = 10
NOBODY = 65534
HOUR_LONG = ("100000", "40")
# what is rendered whole first, the one that most faults are tried on last
ENDINGS = [".gif", ".png", ".mp4"]


class Faults:
    def __init__(self, victim, around):
        self.victim, self.around = victim, around
        self.count = self.failures = 0
        self.left_out = []
        self.wholes = {}
        for ending in ENDINGS:
            whole = around / f"whole{ending}"
            began = time.monotonic()
            done = self.run(whole)
            self.seconds = time.monotonic() - began
            if done.returncode != 0:
                sys.exit(f"the victim does not even run undisturbed:\n{done.stderr}")
            self.wholes[ending] = whole.read_bytes()
            play = ["ffmpeg", "-v", "error", "-i", whole, "-f", "null", "-"]
            said = subprocess.run(play, capture_output=True, text=True)
            if said.returncode != 0 or said.stderr:
                sys.exit(f"the victim's {ending} does not play:\n{said.stderr}")

    def is_whole(self, path):
        return path.read_bytes() == self.wholes[path.suffix]

    def command(self, target, *options, work=(FRAMES, MILLIS)):
        return [self.victim, str(target), *work, *options]

    def run(self, target, *options, before=(), work=(FRAMES, MILLIS), **how):
        command = [*before, *self.command(target, *options, work=work)]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, **how)

    def start(self, target, *options, before=(), **how):
        command = [*before, *self.command(target, *options, work=HOUR_LONG)]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, **how)
        # two workers set up, and one frame
        process.stderr.readline()
        process.stderr.readline()
        time.sleep(0.1)
        return process

    def that(self, holds, what, found=""):
        self.count += 1
        if not holds:
            self.failures += 1
            print(f"{what}: {found}")

    def folder(self, name, ending=".mp4"):
        """A folder with an older file in it."""
        folder = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=self.around))
        folder.chmod(0o755)
        put_old(folder / f"a{ending}")
        return folder

    def refused(self, what, done, target, *words):
        """It ended with an error that names the target, and not the file in the making."""
        said = done.stderr
        named = str(target) in said and ".part" not in said
        holds = done.returncode == 1 and named and all(word in said for word in words)
        self.that(holds, what, (done.returncode, said))

    def same(self, what, folder, before):
        self.that(seen(folder) == before, f"{what}: the folder", (before, seen(folder)))

    def again(self, what, target):
        """A render that nothing happens to."""
        done = self.run(target)
        holds = done.returncode == 0 and self.is_whole(target)
        self.that(holds, f"{what}: rendered again", done.stderr)
        parts = [path.name for path in target.parent.iterdir() if path.name.endswith(".part")]
        self.that(not parts, f"{what}: left after rendering again", parts)

    def without(self, what, why):
        self.left_out.append(f"{what}: {why}")


def put_old(path):
    path.write_bytes(OLD)
    path.chmod(0o600)


def seen(folder):
    """All that is in a folder, by name, with what it holds and its permissions."""
    found = {}
    for path in folder.rglob("*"):
        status = path.lstat()
        content = path.read_bytes() if path.is_file() else None
        found[str(path.relative_to(folder))] = (oct(status.st_mode), content)
    return found


def kills(faults):
    """At ten moments of a render for each signal: with an older file, or where a folder is missing."""

    killed = []

    def kill(name, moment):
        ending = ENDINGS[moment % len(ENDINGS)]
        what = f"{name} at moment {moment}, {ending}"
        folder = faults.folder("killed", ending)
        before = seen(folder)
        target = folder / (f"a{ending}" if moment % 2 else f"new/deep/a{ending}")
        process = subprocess.Popen(faults.command(target), stderr=subprocess.DEVNULL)
        time.sleep(faults.seconds * (moment + 0.5) / MOMENTS)
        process.send_signal(getattr(signal, name))
        process.wait(timeout=60)
        killed.append(process.returncode != 0)
        if process.returncode == 0:
            faults.that(faults.is_whole(target), what, "half a file")
        else:
            faults.that(process.returncode == -getattr(signal, name), what, process.returncode)
            if seen(folder) != before and target.exists():
                # it was killed after the video was whole
                faults.that(faults.is_whole(target), what, seen(folder).keys())
            else:
                faults.same(what, folder, before)
        faults.again(what, target)
        shutil.rmtree(folder)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = [
            pool.submit(kill, name, moment)
            for name in ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"]
            for moment in range(MOMENTS)
        ]
    for job in jobs:
        job.result()
    faults.that(sum(killed) > len(killed) / 2, "kills", f"only {sum(killed)} came in time")


def ends(faults):
    """The program ends itself, in the middle of a frame."""
    for how, status in [("exit", 3), ("abort", -signal.SIGABRT)]:
        for name in ["a.mp4", "new/a.mp4"]:
            folder = faults.folder(how)
            before = seen(folder)
            done = faults.run(folder / name, how, f"rows={folder / name}.csv")
            faults.that(done.returncode == status, how, (done.returncode, done.stderr))
            faults.same(how, folder, before)


def interrupts(faults):
    """Interrupts as cancels; and a program that is told to ignore one."""
    for name in ["SIGINT", "SIGTERM", "SIGHUP"]:
        folder = faults.folder("cancelled")
        before = seen(folder)
        process = faults.start(folder / "a.mp4", "cancel")
        process.send_signal(getattr(signal, name))
        said = process.communicate(timeout=60)[1]
        holds = process.returncode == 1 and f"interrupted by {name} after" in said
        faults.that(holds, f"{name} as a cancel", (process.returncode, said))
        faults.same(f"{name} as a cancel", folder, before)
    folder = faults.folder("ignored")
    process = faults.start(folder / "a.mp4", "cancel", before=["nohup"])
    process.send_signal(signal.SIGHUP)
    time.sleep(0.3)
    faults.that(process.poll() is None, "nohup", "it was cancelled")
    process.kill()
    process.communicate()


@contextlib.contextmanager
def mounted(faults, what, *arguments, at):
    done = subprocess.run(["mount", *arguments, at], capture_output=True, text=True)
    if done.returncode != 0:
        faults.without(what, f"cannot mount: {done.stderr.strip()}")
        yield False
        return
    try:
        yield True
    finally:
        subprocess.run(["umount", "-l", at], check=True)


def full_disk(faults):
    for kilobytes in [4, 300, 1000]:
        folder = faults.folder("full")
        what = f"a disk of {kilobytes} kB"
        options = ["-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs"]
        with mounted(faults, what, *options, at=folder) as is_mounted:
            if not is_mounted:
                return
            target = folder / "a.mp4"
            if kilobytes > 4:
                put_old(target)
            before = seen(folder)
            if kilobytes < 1000:
                faults.refused(what, faults.run(target), target, "No space left on device")
                faults.same(what, folder, before)
                subprocess.run(["mount", "-o", "remount,size=8m", folder], check=True)
            faults.again(what, target)


def mounts(faults):
    folder = faults.folder("read-only")
    with mounted(faults, "a read-only disk", "-t", "tmpfs", "-o", "ro", "tmpfs", at=folder) as yes:
        for target in [folder / "a.mp4", folder / "new/a.mp4"] if yes else []:
            done = faults.run(target)
            faults.refused("a read-only disk", done, target, "Read-only file system")
            faults.that("setup" not in done.stderr, "a read-only disk", "told after work")
    folder = faults.folder("mounted")
    (folder / "b.mp4").write_bytes(OLD)
    target = folder / "a.mp4"
    with mounted(faults, "a mounted file", "--bind", folder / "b.mp4", at=target) as yes:
        if yes:
            done = faults.run(target)
            faults.refused("a mounted file", done, target, "mounted")
            faults.that("setup" not in done.stderr, "a mounted file", "told after work")


def permissions(faults):
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        faults.without("permissions", "needs root and setpriv")
        return
    nobody = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]

    def as_nobody(what, target, *words, **how):
        before = seen(target.parent if target.parent.is_dir() else target.parent.parent)
        done = faults.run(target, before=nobody, **how)
        faults.refused(what, done, target, *words)
        faults.that("setup" not in done.stderr, what, f"told after work: {done.stderr}")
        faults.same(what, target.parent if target.parent.is_dir() else target.parent.parent, before)

    folder = faults.folder("denied")
    as_nobody("a folder of another's", folder / "a.mp4", "Permission denied")
    as_nobody("a folder of another's", folder / "b.mp4", "Permission denied")
    as_nobody("a folder in a folder of another's", folder / "new/a.mp4", "Permission denied")
    folder.chmod(0o1777)
    as_nobody("another's file in a sticky folder", folder / "a.mp4", "another user")
    folder.chmod(0o777)
    done = faults.run(folder / "a.mp4", before=nobody)
    faults.that(done.returncode == 0, "another's file in everybody's folder", done.stderr)
    faults.that((folder / "a.mp4").stat().st_mode & 0o777 == 0o600, "keeps its mode")

    # revoked while it renders: the video is finished, and is kept somewhere
    folder = faults.folder("revoked")
    os.chown(folder, NOBODY, NOBODY)
    elsewhere = faults.folder("elsewhere")
    elsewhere.chmod(0o777)
    target = folder / "a.mp4"
    before = seen(folder)
    work = ("20", "60")
    command = [*nobody, *faults.command(target, work=work)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=elsewhere)
    process.stderr.readline()
    os.chown(folder, 0, 0)
    said = process.communicate(timeout=60)[1]
    kept = re.search("the finished file is kept as `([^`]*)`", said)
    faults.that(process.returncode == 1 and str(target) in said and kept, "rights revoked", said)
    faults.same("rights revoked", folder, before)
    if kept:
        kept = Path(kept[1])
        faults.that(faults.is_whole(kept), "what is kept", "another file")
        if kept.parent != elsewhere:
            kept.unlink()
    faults.again("rights revoked", target)

    folder = faults.folder("immutable")
    target = folder / "a.mp4"
    if subprocess.run(["chattr", "+i", target], capture_output=True).returncode != 0:
        faults.without("an immutable file", "chattr is missing, or does not work here")
        return
    done = faults.run(target)
    faults.refused("an immutable file", done, target, "immutable")
    faults.that("setup" not in done.stderr, "an immutable file", "told after work")
    subprocess.run(["chattr", "-i", target], check=True)


def no_regular_files(faults):
    folder = faults.folder("others")
    os.mkfifo(folder / "pipe")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(folder / "socket"))
    (folder / "link").symlink_to("/dev/stdout")
    before = {name: found for name, found in seen(folder).items()}
    paths = [folder / "pipe", folder / "socket", folder / "link", "/dev/stdout", "/dev/null"]
    out = folder / "out"
    for path in [*paths, "/dev/fd/1", "/proc/self/fd/1"]:
        with out.open("wb") as file:
            command = faults.command(path)
            done = subprocess.run(command, stdout=file, stderr=subprocess.PIPE, text=True)
        faults.refused("no regular file", done, path)
        faults.that("setup" not in done.stderr, f"{path}", "told after work")
        faults.that(out.read_bytes() == b"", f"{path}", "something was written")
        out.unlink()
    faults.that(Path("/dev/stdout").is_symlink(), "/dev/stdout", "is no link any more")
    faults.same("no regular file", folder, before)
    listener.close()


def failing_calls(faults):
    """Each call on the way to the file fails in turn."""
    if not shutil.which("strace"):
        faults.without("failing system calls", "strace is missing")
        return
    tried = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, text=True)
    if tried.returncode != 0:
        faults.without("failing system calls", f"strace: {tried.stderr.strip()}")
        return

    def inject(call, how, folder, paths=(), options=(), **rest):
        before = ["strace", "-f", "-qq", "-o", "/dev/null", "--signal=none"]
        before += [f"--trace-path={path}" for path in paths]
        before += ["-e", f"trace={call}", "-e", f"inject={call}:{how}"]
        return faults.run(folder / "a.mp4", *options, before=before, **rest)

    def fails(call, how, *words):
        what = f"{call}:{how}"
        folder = faults.folder("fails")
        before = seen(folder)
        faults.refused(what, inject(call, how, folder), folder / "a.mp4", *words)
        faults.same(what, folder, before)
        faults.again(what, folder / "a.mp4")
        shutil.rmtree(folder)

    def works(call, how, **rest):
        what = f"{call}:{how}"
        folder = faults.folder("works")
        done = inject(call, how, folder, **rest)
        target = folder / "a.mp4"
        faults.that(done.returncode == 0, what, done.stderr)
        faults.that(faults.is_whole(target), what, "another file")
        faults.that(list(seen(folder)) == ["a.mp4"], what, list(seen(folder)))
        shutil.rmtree(folder)

    def keeps(call, how, **rest):
        """The video is whole: it stays, with a name that the error tells."""
        what = f"{call}:{how}"
        folder = faults.folder("keeps")
        before = seen(folder)
        done = inject(call, how, folder, cwd=folder, **rest)
        faults.refused(what, done, folder / "a.mp4", "the finished file is kept as `")
        kept = Path(re.search("the finished file is kept as `([^`]*)`|$", done.stderr)[1] or "/")
        faults.that(kept.is_file() and faults.is_whole(kept), what, done.stderr)
        if kept.is_file():
            kept.unlink()
        faults.same(what, folder, before)
        faults.again(what, folder / "a.mp4")
        shutil.rmtree(folder)

    jobs = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        # head, four groups, the groups moved, the index
        for number in range(1, 8):
            error, word = [("EIO", "Input/output error"), ("ENOSPC", "No space left")][number % 2]
            jobs.append(pool.submit(fails, "write", f"error={error}:when={number}", word))
        jobs.append(pool.submit(works, "write", "error=EINTR:when=1+2"))
        for error, word in [("EIO", "Input/output error"), ("ENOSPC", "No space left")]:
            jobs.append(pool.submit(fails, "fsync", f"error={error}", word))
        for error in ["EINVAL", "EOPNOTSUPP", "ENOSYS", "EROFS", "EIO:when=2", "EINTR:when=1"]:
            jobs.append(pool.submit(works, "fsync", f"error={error}"))
        jobs.append(pool.submit(works, "linkat", "error=EINTR:when=1"))
        jobs.append(pool.submit(keeps, "linkat", "error=EXDEV"))
        jobs.append(pool.submit(works, "/^rename", "error=EINTR:when=1"))
        for error in ["EIO", "EBUSY", "EACCES"]:
            jobs.append(pool.submit(keeps, "/^rename", f"error={error}:when=1"))
    for job in jobs:
        job.result()

    # a file system that knows no files without a name
    folder = faults.folder("named")
    flags = {"paths": [folder], "call": "openat", "how": "error=EOPNOTSUPP"}
    done = inject(folder=folder, **flags)
    faults.that(faults.is_whole(folder / "a.mp4"), "a hidden name", done.stderr)
    faults.that(list(seen(folder)) == ["a.mp4"], "a hidden name", list(seen(folder)))
    before = seen(folder)
    trace = ["strace", "-D", "-f", "-qq", "-o", "/dev/null", f"--trace-path={folder}"]
    trace += ["-e", "trace=openat", "-e", "inject=openat:error=EOPNOTSUPP"]
    process = faults.start(folder / "a.mp4", before=trace)
    process.kill()
    process.communicate()
    left = seen(folder).keys() - before.keys()
    faults.that(left == {".a.mp4.0.part"}, "a hidden name after SIGKILL", left)
    faults.again("a hidden name after SIGKILL", folder / "a.mp4")
    faults.same("a hidden name after SIGKILL", folder, before)


def main():
    # What is ignored here, as in the background, would be ignored by the programs too.
    for name in [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]:
        signal.signal(name, signal.SIG_DFL)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("victim", type=Path)
    began = time.monotonic()
    # not in /tmp: a sticky folder, and perhaps one in memory
    with tempfile.TemporaryDirectory(dir="/var/tmp") as around:
        around = Path(around)
        around.chmod(0o755)
        victim = shutil.copy(parser.parse_args().victim, around / "victim")
        faults = Faults(victim, around)
        for part in [
            kills, ends, interrupts, full_disk, mounts, permissions, no_regular_files, failing_calls,
        ]:
            start = time.monotonic()
            part(faults)
            print(f"{part.__name__}: {time.monotonic() - start:.1f} s")
    for what in faults.left_out:
        print(f"NOT CHECKED: {what}", file=sys.stderr)
    seconds = time.monotonic() - began
    print(f"{faults.count} checks, {faults.failures} failed, in {seconds:.0f} s")
    sys.exit(1 if faults.failures else 0)


if __name__ == "__main__":
    main()
