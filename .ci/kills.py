#!/usr/bin/env python3
"""Kills renders that keep what is finished, again and again, and looks at the file in the end.

    kills.py target/debug/victim target/debug/wave [--kills 50] [--seed 0]

Each render is killed with SIGKILL at a random moment, run again, and killed again, some times with two
processes at once, and with what a loss of power leaves: a last group that is torn. When it is let to its
end, the file is equal to that of a render that nothing happened to, and nothing else is left. Shares are
killed in the same way, several at a time. Then a disk is filled, and a folder may not be written to.
"""

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

FRAMES, MILLIS = 40, 4
ENDINGS = [".mp4", ".gif", ".png"]
NOBODY = 65534


class Kills:
    def __init__(self, victim, around):
        self.victim, self.around = victim, around
        self.checks = self.failures = self.killed = 0
        self.left_out = []
        self.wholes, self.seconds = {}, {}
        for ending in ENDINGS:
            whole = around / f"whole{ending}"
            began = time.monotonic()
            done = self.run(whole, resume=False)
            self.seconds[ending] = time.monotonic() - began
            if done.returncode != 0:
                sys.exit(f"the victim does not even run undisturbed:\n{done.stderr}")
            self.wholes[ending] = whole.read_bytes()

    def command(self, target, resume=True):
        return [self.victim, str(target), str(FRAMES), str(MILLIS), *(["resume"] if resume else [])]

    def run(self, target, resume=True, before=()):
        command = [*before, *self.command(target, resume)]
        return subprocess.run(command, capture_output=True, text=True, timeout=120)

    def start(self, target):
        return subprocess.Popen(self.command(target), stderr=subprocess.DEVNULL)

    def that(self, holds, what, found=""):
        self.checks += 1
        if not holds:
            self.failures += 1
            print(f"{what}: {found}")

    def folder(self, name):
        folder = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=self.around))
        folder.chmod(0o755)
        return folder

    def kill(self, target, chance):
        """One process or two, killed at some moment. Whether they came to their end before."""
        processes = [self.start(target) for _ in range(chance.choice([1, 1, 1, 2]))]
        time.sleep(chance.uniform(0, 0.6) * self.seconds[target.suffix])
        for process in processes:
            process.send_signal(signal.SIGKILL)
        statuses = [process.wait(timeout=60) for process in processes]
        self.killed += statuses.count(-signal.SIGKILL)
        return 0 in statuses

    def kill_with(self, target, part):
        """Killed as soon as such a part of the video is kept. Which part was."""
        process = self.start(target)
        kept = 0
        while kept < part and process.poll() is None:
            time.sleep(0.005)
            segments = target.with_name(f"{target.name}.parts").glob("*.segment")
            bytes_kept = sum(segment.stat().st_size for segment in segments)
            kept = bytes_kept / len(self.wholes[target.suffix])
        process.kill()
        process.wait()
        return kept

    def tear(self, parts, chance):
        """What was written last is lost, in part."""
        for segment in parts.glob("*.segment"):
            if chance.random() < 0.3:
                length = segment.stat().st_size
                os.truncate(segment, max(0, length - chance.randrange(1, 2000)))

    def ends_well(self, what, target):
        done = self.run(target)
        self.that(done.returncode == 0, what, done.stderr)
        is_whole = target.exists() and target.read_bytes() == self.wholes[target.suffix]
        self.that(is_whole, what, "another file")
        names = [path.name for path in target.parent.iterdir()]
        self.that(names == [target.name], what, names)


def random_kills(kills, wanted, seed):
    """Of several renders, until there were so many."""

    def render(number):
        chance = random.Random(f"{seed} {number}")
        ending = ENDINGS[number % len(ENDINGS)]
        folder = kills.folder("killed")
        target = folder / f"a{ending}"
        for _ in range(chance.randrange(2, 6)):
            if kills.kill(target, chance):
                break
            kills.tear(folder / f"a{ending}.parts", chance)
        kills.ends_well(f"render {number} of seed {seed}, {ending}", target)
        shutil.rmtree(folder)

    number = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        while kills.killed < wanted:
            batch = range(number, number + os.cpu_count())
            list(pool.map(render, batch))
            number = batch.stop


def goes_on(kills):
    """What is finished is not drawn again: else the kills show nothing."""
    folder = kills.folder("goes-on")
    target = folder / "a.mp4"
    kept = kills.kill_with(target, 0.3)
    kills.that(kept >= 0.3, "what is kept", f"{100 * kept:.0f} % of the video")
    began = [path.stat().st_size for path in (folder / "a.mp4.parts").glob("*.segment")]
    kills.that(len(began) == 1, "segments", began)
    kills.ends_well("after a kill", target)


def shares(kills, wave, seed):
    """All shares at a time, some of them twice, killed and run again until nothing is missing."""
    quick = {**os.environ, "WAVE_SLEEPS": "15"}
    for number, ending in enumerate([".mp4", ".gif"]):
        chance = random.Random(f"{seed} shares {number}")
        folder = kills.folder("shares")
        target = f"a{ending}"

        def run(*arguments):
            command = [wave, *arguments, "-o", target]
            return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)

        kills.that(run("--fps", "25").returncode == 0, "the whole", "it does not even run")
        whole = (folder / target).read_bytes()
        (folder / target).unlink()
        count = chance.randrange(2, 9)
        kills.that(run("plan", "--fps", "25", "--tasks", str(count)).returncode == 0, "plan", target)
        waiting = list(range(count))
        for attempt in range(20):
            numbers = waiting + [chance.choice(waiting)]
            command = [wave, "shard", "-o", target, "--workers", "1"]
            processes = [
                subprocess.Popen([*command, str(share)], cwd=folder, env=quick, stdout=subprocess.DEVNULL)
                for share in numbers
            ]
            time.sleep(chance.uniform(0.1, 0.5 * (attempt + 1)))
            for process in processes:
                if chance.random() < 0.6:
                    process.kill()
            statuses = [process.wait(timeout=60) for process in processes]
            kills.killed += statuses.count(-signal.SIGKILL)
            kills.that(set(statuses) <= {0, -signal.SIGKILL}, "shares", statuses)
            merged = run("merge")
            if merged.returncode == 0:
                break
            listed = re.search("shares? ([0-9,-]+) (?:is|are) not finished", merged.stderr)
            kills.that(merged.returncode == 75 and listed, "merge", merged.stderr)
            kills.that(not (folder / target).exists(), "merge", "a file with shares missing")
            spans = [span.split("-") for span in listed[1].split(",")]
            waiting = [n for span in spans for n in range(int(span[0]), int(span[-1]) + 1)]
        names = [path.name for path in folder.iterdir()]
        is_whole = names == [target] and (folder / target).read_bytes() == whole
        kills.that(is_whole, f"{count} shares of {target}, seed {seed}", names)


def full_disk(kills):
    folder = kills.folder("full")
    mount = ["mount", "-t", "tmpfs", "-o", "size=900k", "tmpfs", folder]
    done = subprocess.run(mount, capture_output=True, text=True)
    if done.returncode != 0:
        kills.left_out.append(f"a full disk: cannot mount: {done.stderr.strip()}")
        return
    try:
        target = folder / "a.mp4"
        done = kills.run(target)
        said = done.stderr.strip().splitlines()[-1:]
        holds = done.returncode == 1 and "No space left on device" in "".join(said)
        kills.that(holds, "a full disk", done.stderr)
        kept = list((folder / "a.mp4.parts").glob("*.segment"))
        kills.that(kept and not target.exists(), "a full disk", "nothing is kept")
        subprocess.run(["mount", "-o", "remount,size=20m", folder], check=True)
        kills.ends_well("a disk with room again", target)
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def permissions(kills):
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        kills.left_out.append("permissions: needs root and setpriv")
        return
    nobody = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    folder = kills.folder("denied")
    folder.chmod(0o777)
    target, parts = folder / "a.mp4", folder / "a.mp4.parts"
    kills.kill_with(target, 0.1)
    parts.chmod(0o555)
    done = kills.run(target, before=nobody)
    holds = done.returncode == 1 and str(parts) in done.stderr and "Permission denied" in done.stderr
    kills.that(holds and "setup" not in done.stderr, "parts of another's", done.stderr)
    kills.ends_well("parts of another's", target)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("victim", type=Path)
    parser.add_argument("wave", type=Path)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    began = time.monotonic()
    # not in /tmp: a sticky folder, and perhaps one in memory
    with tempfile.TemporaryDirectory(dir="/var/tmp") as around:
        around = Path(around)
        around.chmod(0o755)
        victim = shutil.copy(arguments.victim, around / "victim")
        kills = Kills(victim, around)
        goes_on(kills)
        random_kills(kills, arguments.kills, arguments.seed)
        shares(kills, arguments.wave.resolve(), arguments.seed)
        full_disk(kills)
        permissions(kills)
    for what in kills.left_out:
        print(f"NOT CHECKED: {what}", file=sys.stderr)
    seconds = time.monotonic() - began
    print(f"{kills.killed} kills, {kills.checks} checks, {kills.failures} failed, in {seconds:.0f} s")
    sys.exit(1 if kills.failures else 0)


if __name__ == "__main__":
    main()
