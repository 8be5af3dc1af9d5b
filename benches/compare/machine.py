"""What the figures were taken on."""

import datetime
import os
import platform
import re
import subprocess
from pathlib import Path

from common import HERE, REPOSITORY
from prepare import output


def facts() -> dict[str, object]:
    return {
        "date": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "cpu": cpu(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "system": platform.platform(),
        "load_before": round(os.getloadavg()[0], 2),
        "panim": commit(),
        "rustc": output(["rustc", "--version"]).strip(),
        "python": platform.python_version(),
        "matplotlib": pinned("matplotlib"),
        "parallel-matplotlib-animation": pinned("parallel-matplotlib-animation"),
        "ffmpeg": output(["ffmpeg", "-version"]).splitlines()[0].split(" Copyright")[0],
    }


def cpu() -> str:
    found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    return found[1] if found else platform.machine()


def commit() -> str:
    """Of a clone; a downloaded archive has none."""
    git = ["git", "describe", "--always", "--dirty"]
    told = subprocess.run(git, cwd=REPOSITORY, capture_output=True, text=True)
    return told.stdout.strip() or "unknown"


def pinned(package: str) -> str:
    pins = (HERE / "requirements.txt").read_text()
    return re.search(rf"^{package}==(\S+)", pins, re.MULTILINE)[1]
