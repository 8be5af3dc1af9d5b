"""The tables for people, and the same figures for other programs."""

from dataclasses import asdict, dataclass, field
from statistics import median

from common import DASHBOARD, PANIM, Scene, System
from measure import Run
from quality import EqualQuality, Quality


@dataclass
class Result:
    """What one system made of one scene."""

    system: System
    warm_up: Run
    runs: list[Run] = field(default_factory=list)
    quality: Quality | None = None

    def ratios(self, panim: "Result") -> list[float]:
        """How much longer it took than panim, round by round."""
        return [run.wall / other.wall for run, other in zip(self.runs, panim.runs)]


def table(scene: Scene, results: list[Result]) -> str:
    columns = ["system", "wall s", "CPU s", "peak MB", "file kB"]
    columns += ["PSNR-Y dB", "PSNR dB", "SSIM-Y", "wall / panim's"]
    rows = [row(result, results[0]) for result in results]
    head = f"### {scene.name}: {scene.frames} frames of {scene.width}x{scene.height}"
    rounds = len(results[0].runs)
    said = f"{rounds} rounds" if rounds > 1 else "one round"
    notes = [f"Medians of {said}; ratios within a round: median (least to most)."]
    if scene.name == DASHBOARD.name:
        notes.append("No blitting: most of this scene moves, some of it behind what stands still.")
        if scene.frames < DASHBOARD.frames:
            notes.append(f"The example has {DASHBOARD.frames} frames; here all draw the first ones.")
    return "\n".join([head, "", *markdown(columns, rows), "", *notes])


def row(result: Result, panim: Result) -> list[str]:
    ratios = result.ratios(panim)
    spread = f"{median(ratios):.1f} ({min(ratios):.1f} to {max(ratios):.1f})"
    quality = result.quality
    return [
        result.system.name,
        seconds(median(run.wall for run in result.runs)),
        seconds(median(run.cpu for run in result.runs)),
        f"{result.warm_up.memory / 1e6:.0f}",
        f"{result.warm_up.size / 1e3:.0f}",
        f"{quality.psnr_y:.1f}",
        f"{quality.psnr:.1f}",
        f"{quality.ssim:.5f}",
        "1" if result.system == PANIM else spread,
    ]


def seconds(time: float) -> str:
    return f"{time:.3f}" if time < 1 else f"{time:.2f}"


def sizes(found: dict[Scene, EqualQuality]) -> str:
    columns = ["scene", "PSNR-Y dB", "panim kB", "x264 medium kB", "panim / x264"]
    rows = [
        [
            f"{scene.name}, {scene.frames} frames",
            f"{equal.psnr_y:.1f}",
            f"{equal.panim_size / 1e3:.0f}",
            f"{equal.x264_size / 1e3:.0f}",
            f"{equal.ratio:.2f}",
        ]
        for scene, equal in found.items()
    ]
    return "\n".join(["### File size at equal PSNR-Y", "", *markdown(columns, rows)])


def markdown(columns: list[str], rows: list[list[str]]) -> list[str]:
    rule = ["---"] + ["---:"] * (len(columns) - 1)
    return [f"| {' | '.join(cells)} |" for cells in [columns, rule, *rows]]


def machine(facts: dict[str, object]) -> str:
    return "\n".join(f"- {name.replace('_', ' ')}: {fact}" for name, fact in facts.items())


def figures(
    facts: dict[str, object],
    compared: dict[Scene, list[Result]],
    sizes: dict[Scene, EqualQuality],
) -> dict[str, object]:
    """Everything as JSON has it: seconds, bytes, dB."""
    return {
        "machine": facts,
        "scenes": [
            asdict(scene) | {"systems": [system_figures(result, results[0]) for result in results]}
            for scene, results in compared.items()
        ],
        "size_at_equal_psnr": [
            asdict(scene) | asdict(equal) | {"ratio": equal.ratio} for scene, equal in sizes.items()
        ],
    }


def system_figures(result: Result, panim: Result) -> dict[str, object]:
    ratios = result.ratios(panim)
    return {
        "system": result.system.key,
        "name": result.system.name,
        "wall": median(run.wall for run in result.runs),
        "cpu": median(run.cpu for run in result.runs),
        "memory": result.warm_up.memory,
        "size": result.warm_up.size,
        "quality": asdict(result.quality),
        "wall_over_panim": {"median": median(ratios), "least": min(ratios), "most": max(ratios)},
        "runs": [asdict(run) for run in result.runs],
    }
