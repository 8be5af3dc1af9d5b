"""Everything that must be there before the first run: tools, peers, panim's programs."""

import json
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from common import HERE, PYTHON, REPOSITORY, WORK, Failed, say

PACKAGES = ["panim", "panim-benches"]
EXAMPLES = ["wave", "multi_panel"]
DASHBOARD = "compare_dashboard"
PLAIN = WORK / "bin"
# the same programs, which keep what they hand to the encoder where PANIM_RAW_FRAMES says
KEEPING = WORK / "bin-keeping-frames"
# each has a program in the workspace `rust`
RUST_PEERS = ["ruviz", "plotine"]


def check_tools() -> None:
    if sys.version_info < (3, 11):
        raise Failed("Python 3.11 or newer is needed: matplotlib 3.11 runs on no older one")
    if not sys.platform.startswith("linux"):
        raise Failed("Linux is needed: parallel-matplotlib-animation and the measure of memory")
    for tool, why in [("cargo", "panim"), ("ffmpeg", "the peers"), ("ffprobe", "the measures")]:
        if not shutil.which(tool):
            raise Failed(f"{tool} is not installed: {why} cannot do without it")
    if "libx264" not in output(["ffmpeg", "-v", "error", "-encoders"]):
        raise Failed("this ffmpeg has no libx264, the encoder of the peers")
    if not shutil.which("nasm"):
        say("nasm is not installed: panim's encoder is built without assembly, and slow")


def install_peers(with_torch: bool) -> None:
    """Makes the virtual environment, or keeps it while its pins are the same."""
    files = ["requirements.txt"] + ["requirements-torch.txt"] * with_torch
    pins = "".join((HERE / file).read_text() for file in files)
    stamp = WORK / "venv" / "pins"
    # one with PyTorch serves those who do without it as well
    if stamp.exists() and stamp.read_text().startswith(pins):
        return
    needed = 6 if with_torch else 1
    say(f"installing the peers: {needed} GB in {WORK / 'venv'}")
    WORK.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(WORK).free < needed * 1e9:
        raise Failed(f"{needed} GB must be free for the peers; --without-torch needs 1 GB")
    venv.create(WORK / "venv", clear=True, with_pip=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    # no dependencies beyond the pins, and nothing to compile
    alone = ["--no-deps", "--only-binary", ":all:", "--no-cache-dir"]
    wanted = [word for file in files for word in ("-r", str(HERE / file))]
    run([*pip, *alone, *wanted])
    stamp.write_text(pins)


def build_panim() -> None:
    # the plain ones last: they are what is left in the target folder
    build(KEEPING, ["--features", "panim/__raw_frames"])
    build(PLAIN, [])


def build_rust_peers() -> None:
    say("building the peers in Rust")
    programs = [f"{peer}_wave" for peer in RUST_PEERS]
    copy_built(programs, ["--locked", "--bins"], PLAIN, HERE / "rust")


def build(folder: Path, features: list[str]) -> None:
    say(f"building panim {' '.join(features)}".rstrip())
    packages = [word for package in PACKAGES for word in ("--package", package)]
    targets = [word for example in EXAMPLES for word in ("--example", example)]
    targets += ["--bench", DASHBOARD]
    copy_built([*EXAMPLES, DASHBOARD], [*packages, *targets, *features], folder, REPOSITORY)


def copy_built(programs: list[str], what: list[str], folder: Path, where: Path) -> None:
    """Copies of the programs, which no other build replaces while they are measured."""
    command = ["cargo", "build", "--release", *what, "--message-format", "json-render-diagnostics"]
    built = [json.loads(line) for line in output(command, cwd=where).splitlines()]
    paths = {of["target"]["name"]: of["executable"] for of in built if of.get("executable")}
    folder.mkdir(parents=True, exist_ok=True)
    for name in programs:
        shutil.copy2(paths[name], folder / name)


def output(command: list[str], cwd: Path | None = None) -> str:
    """What a command prints; its complaints are shown as they come."""
    done = subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise Failed(f"failed with status {done.returncode}: {' '.join(command)}")
    return done.stdout


def run(command: list[str]) -> None:
    say(output(command).rstrip())
