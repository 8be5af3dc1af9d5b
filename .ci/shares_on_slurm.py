#!/usr/bin/env python3
"""Renders a video in shares on a throwaway Slurm of three nodes, while things go wrong.

    shares_on_slurm.py target/release/examples/multi_panel
    shares_on_slurm.py PROGRAM --speed-up

One share is killed, the node of another loses its power, a third is requeued by hand. The video has to be
the one that a single process writes, to the byte. With --speed-up nothing goes wrong, and the time that two
nodes of one CPU each take is compared with one's. Exits with 1 if anything is not as it should be.
"""

import argparse
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from slurm import Slurm, SlurmError, read

SHARES = 12
# groups short enough for every share to have one, pictures large enough for it to take seconds
LOOK = ["--gop", "7", "--dpi", "250"]
SECONDS = 240


class Failed(Exception):
    """The shares do not come to the video that they should."""


class Render:
    """A video in shares, in a folder of its own."""

    def __init__(self, slurm, program, folder):
        self.slurm, self.program, self.folder = slurm, program, folder
        self.video = folder / "multi panel.mp4"
        folder.mkdir()

    def submit(self, shares=SHARES):
        options = ["--tasks", shares, "--cpus", 1, "--time", 10, "-o", self.video.name, *LOOK]
        said = self.slurm.run(self.program, "slurm", *options, cwd=self.folder)
        print(said.rstrip())
        found = re.search(r"^job (\d+): \d+ shares", said, re.MULTILINE)
        if not found:
            raise Failed(f"no job's number: {said}")
        self.job = found[1]

    def running(self):
        """The shares that run, by number: their nodes."""
        jobs = self.slurm.jobs("-t", "R", form="%F %K %N")
        return {int(share): node for job, share, node in jobs if job == self.job}

    def process_of(self, share):
        """The process that draws a share, if it has begun."""
        wanted = f"SLURM_ARRAY_TASK_ID={share}".encode()
        for process in filter(str.isdecimal, os.listdir("/proc")):
            try:
                is_ours = os.readlink(f"/proc/{process}/exe") == str(self.program)
            except OSError:
                continue
            if is_ours and wanted in read(f"/proc/{process}/environ").split(b"\0"):
                return int(process)
        return None

    def wait(self, what, condition):
        def looked_at():
            self.slurm.lift_holds()
            return condition()

        self.slurm.wait(what, looked_at, SECONDS)

    def wait_for_end(self):
        self.wait("the end of all jobs", lambda: not self.slurm.jobs())

    def logs(self):
        logs = sorted(Path(f"{self.video}.logs").glob("*.log"))
        return "\n".join(f"{log.name}: {log.read_text(errors='replace')}" for log in logs)

    def check(self, whole):
        if not self.video.exists():
            raise Failed(f"no video was put together\n{self.logs()}")
        if self.video.read_bytes() != whole.read_bytes():
            raise Failed("the video is another one than a single process writes")
        if Path(f"{self.video}.parts").exists():
            raise Failed("the parts are still there")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=Path)
    parser.add_argument("--speed-up", action="store_true", help="measure, and let nothing go wrong")
    args = parser.parse_args()
    program = args.program.resolve()
    with tempfile.TemporaryDirectory(prefix="panim-slurm-") as folder:
        folder = Path(folder)
        whole = folder / "whole.mp4"
        subprocess.run([program, "-o", whole, *LOOK], check=True, stdout=subprocess.DEVNULL)
        if args.speed_up:
            measure(program, folder, whole)
        else:
            disturb(program, folder, whole)


def disturb(program, folder, whole):
    with Slurm(folder / "slurm", nodes=3, cpus=1) as slurm:
        # scripts have to stand a folder and a file like these
        render = Render(slurm, program, folder / "50% of it's data")
        begun = time.monotonic()
        render.submit()
        render.wait("three shares at once", lambda: len(render.running()) == 3)
        killed, cut_off, requeued = render.running()
        render.wait("the share to kill", lambda: render.process_of(killed))
        os.kill(render.process_of(killed), signal.SIGKILL)
        slurm.stop_node(render.running()[cut_off])
        slurm.run("scontrol", "requeue", f"{render.job}_{requeued}")
        print(f"killed share {killed}, stopped the node of {cut_off}, requeued {requeued}")
        render.wait_for_end()
        print(f"ended after {time.monotonic() - begun:.0f} s")
        render.check(whole)
        logs = render.logs()
        if not re.search(rf"share {killed} is not finished: submitted again, 1 of 3", logs):
            raise Failed(f"share {killed} was killed, and not submitted again:\n{logs}")
    print(f"{SHARES} shares on Slurm: the video is the same, to the byte")


def measure(program, folder, whole):
    """All that a user waits for: from the command to the video."""
    seconds = {}
    for nodes in [1, 2]:
        with Slurm(folder / f"slurm-{nodes}", nodes=nodes, cpus=1) as slurm:
            render = Render(slurm, program, folder / f"on-{nodes}")
            begun = time.monotonic()
            render.submit()
            render.wait_for_end()
            seconds[nodes] = time.monotonic() - begun
            render.check(whole)
    speed_up = seconds[1] / seconds[2]
    print(f"1 node {seconds[1]:.1f} s, 2 nodes {seconds[2]:.1f} s: {speed_up:.2f} times as fast")


if __name__ == "__main__":
    try:
        main()
    except (Failed, SlurmError, subprocess.CalledProcessError) as failed:
        sys.exit(f"shares_on_slurm: {failed}")
