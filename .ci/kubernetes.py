#!/usr/bin/env python3
"""Checks what a program's command `kubernetes` prints against Kubernetes' own schema, and runs its pods here.

    kubernetes.py PROGRAM

Containers are run as processes in one folder, with the environment that Kubernetes sets for them; the video
has to be the one that a single process writes, to the byte. Needs the Python package kubernetes-validate.
Exits with 1 if anything is not as it should be.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import kubernetes_validate
import yaml

SHARES = 4
LOOK = ["--gop", "10", "-o", "a video.mp4"]
# the oldest one that has all that is used, and the newest that is known
VERSIONS = ["1.33", kubernetes_validate.latest_version()]


def main(program):
    with tempfile.TemporaryDirectory(prefix="panim-kubernetes-") as folder:
        folder = Path(folder)
        subprocess.run([program, *LOOK], check=True, cwd=folder, stdout=subprocess.DEVNULL)
        video = folder / LOOK[-1]
        whole = video.rename(folder / "whole.mp4").read_bytes()
        options = ["--image", "registry.example/wave:1", "--claim", "videos", "--tasks", SHARES]
        words = map(str, [program, "kubernetes", *options, "--cpus", 2, *LOOK])
        text = subprocess.run(words, check=True, cwd=folder, stdout=subprocess.PIPE, text=True).stdout
        jobs = list(yaml.safe_load_all(text))
        for version in VERSIONS:
            for job in jobs:
                kubernetes_validate.validate(job, version, strict=True)
        shares, merge = jobs
        # in no order that anybody may count on
        for index in reversed(range(shares["spec"]["completions"])):
            run(program, shares, folder, {"JOB_COMPLETION_INDEX": str(index)})
        run(program, merge, folder, {})
        if video.read_bytes() != whole:
            sys.exit("kubernetes: the video is another one than a single process writes")
    names = [job["metadata"]["name"] for job in jobs]
    print(f"{' and '.join(names)}: as Kubernetes {' and '.join(VERSIONS)} has it; the video is the same")


def run(program, job, folder, environment):
    """One pod of a job, container after container."""
    pod = job["spec"]["template"]["spec"]
    for container in [*pod["initContainers"], *pod["containers"]]:
        command = [program, *container["args"]]
        done = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        if done.returncode:
            sys.exit(f"kubernetes: status {done.returncode} of {command}: {done.stderr}")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
