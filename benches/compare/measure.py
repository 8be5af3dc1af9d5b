"""Wall time, CPU time and memory of a command with all the processes that it starts."""

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from common import Failed

# seconds between two looks at the memory; short, because so is panim's wave
INTERVAL = 0.003
# the share of the time that looking may take, where many pages have to be counted
LOOKING = 0.2


@dataclass(frozen=True)
class Run:
    wall: float
    # user and system time of the whole tree
    cpu: float
    # bytes of the whole tree at its peak, if they were watched
    memory: int | None
    # bytes of the video
    size: int


def run(command: list[str], video: Path, watch_memory: bool) -> Run:
    """Runs where the video is to be written; what is printed is in a `log` beside it."""
    folder = video.parent
    folder.mkdir(parents=True, exist_ok=True)
    video.unlink(missing_ok=True)
    with (folder / "log").open("wb") as log:
        begun = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        memory = watch(process.pid) if watch_memory else None
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode or not video.exists():
        end = (folder / "log").read_text(errors="replace")[-3000:]
        raise Failed(f"status {process.returncode} of {' '.join(command)}\n{end}")
    return Run(wall, usage.ru_utime + usage.ru_stime, memory, video.stat().st_size)


def watch(root: int) -> int:
    """The largest sum of the tree's proportional set sizes, until its root ends."""
    peak = 0
    while os.waitid(os.P_PID, root, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        begun = time.perf_counter()
        peak = max(peak, sum(map(proportional_size, tree(root))))
        took = time.perf_counter() - begun
        time.sleep(max(INTERVAL, took * (1 / LOOKING - 1)))
    return peak


def tree(root: int) -> list[int]:
    processes = [root]
    # grows while it is walked
    for process in processes:
        try:
            for thread in os.listdir(f"/proc/{process}/task"):
                children = Path(f"/proc/{process}/task/{thread}/children").read_text()
                processes += map(int, children.split())
        except OSError:
            pass  # it has ended meanwhile
    return processes


def proportional_size(process: int) -> int:
    """Bytes of a process, where pages that several processes share count once in all."""
    try:
        with open(f"/proc/{process}/smaps_rollup", "rb") as rollup:
            for line in rollup:
                if line.startswith(b"Pss:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass  # it has ended meanwhile
    return 0
