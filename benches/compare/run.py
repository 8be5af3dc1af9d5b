#!/usr/bin/env python3
"""Compares panim with what people use: see README.md beside this file."""

import argparse
import json
import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import machine
import prepare
import report
from common import DASHBOARD, FEWER_FRAMES, PMA, SCENES, SYSTEMS, WORK, Failed, say
from suite import compare, size_at_equal_quality


def main() -> None:
    args = arguments()
    prepare.check_tools()
    if args.cores:
        restrict(args.cores)
    prepare.install_peers(with_torch=not args.without_torch)
    prepare.build_panim()
    shutil.rmtree(WORK / "videos", ignore_errors=True)

    facts = machine.facts()
    if facts["load_before"] > 0.5:
        say(f"the machine is busy, load {facts['load_before']}: expect wide spreads")
    print(f"{report.machine(facts)}\n")

    scenes = [SCENES[name] for name in args.scenes]
    systems = [system for system in SYSTEMS if system != PMA or not args.without_torch]
    compared = {}
    for scene in scenes:
        if scene == DASHBOARD:
            scene = replace(scene, frames=args.dashboard_frames)
        compared[scene] = compare(scene, systems, args.rounds)
        print(f"{report.table(scene, compared[scene])}\n", flush=True)
    sizes = {scene: size_at_equal_quality(scene) for scene in scenes}
    print(report.sizes(sizes))

    figures = report.figures(facts, compared, sizes)
    args.json.write_text(json.dumps(figures, indent=1) + "\n")
    say(f"all figures are in {args.json}, the videos in {WORK / 'videos'}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--scenes", nargs="+", choices=SCENES, default=list(SCENES), metavar="SCENE")
    add("--rounds", type=int, default=5, metavar="N", help="after a warm-up; 5 unless told")
    add("--quick", action="store_true", help="two rounds of the two small scenes, no PyTorch")
    add("--without-torch", action="store_true", help="no default mode of pma: 5 GB less to install")
    frames_help = f"1 to {DASHBOARD.frames}, {FEWER_FRAMES} unless told: peers take a second each"
    add("--dashboard-frames", type=int, default=FEWER_FRAMES, metavar="N", help=frames_help)
    add("--cores", type=int, metavar="N", help="let all systems use no more than N cores")
    add("--json", type=Path, default=WORK / "results.json", metavar="PATH")
    args = parser.parse_args()
    if args.rounds < 1 or not 1 <= args.dashboard_frames <= DASHBOARD.frames:
        parser.error(f"at least one round is needed, and 1 to {DASHBOARD.frames} frames")
    if args.quick:
        args.scenes, args.rounds, args.without_torch = ["wave", "multi_panel"], 2, True
    return args


def restrict(cores: int) -> None:
    usable = sorted(os.sched_getaffinity(0))
    if not 1 <= cores <= len(usable):
        raise Failed(f"--cores {cores}: this process may use {len(usable)}")
    os.sched_setaffinity(0, usable[:cores])


if __name__ == "__main__":
    try:
        main()
    except Failed as failed:
        sys.exit(f"compare: {failed}")
    except KeyboardInterrupt:
        sys.exit("compare: interrupted")
