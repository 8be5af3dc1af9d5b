"""The numbers of the dashboard, the same to the last digit or two as in examples/dashboard.rs."""

import numpy as np

FRAMES = 120
SAMPLES = 1000
SIGMAS = (2, 1)

TIMES = np.linspace(0, 10, 200)
ANGLES = np.linspace(0, 2 * np.pi, 300)
FLOW_SIDE = np.linspace(-3, 3, 40)
FLOW_GRID = np.meshgrid(FLOW_SIDE, FLOW_SIDE)
ARROW_GRID = np.meshgrid(*[np.linspace(-2, 2, 15)] * 2)


def even(stream: int | np.ndarray, frame: int | np.ndarray, n: int) -> np.ndarray:
    """`n` numbers from 0 to 1 that look random, along a new last axis. SplitMix64."""
    seed = np.left_shift(np.uint64(stream), np.uint64(32)) | np.asarray(frame, np.uint64)
    steps = np.arange(1, n + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    z = seed[..., None] + steps
    z = (z ^ z >> np.uint64(30)) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ z >> np.uint64(27)) * np.uint64(0x94D049BB133111EB)
    return ((z ^ z >> np.uint64(31)) >> np.uint64(11)).astype(float) / 2**53


def normal(stream: int | np.ndarray, frame: int | np.ndarray, n: int) -> np.ndarray:
    """`n` numbers of the standard normal distribution, by Box and Muller."""
    numbers = even(stream, frame, 2 * n)
    radius = np.sqrt(-2 * np.log(1 - numbers[..., 0::2]))
    return radius * np.cos(2 * np.pi * numbers[..., 1::2])


CLOUD_RANDOM = even(1, 0, 300)
CLOUD_SIZES = 20 + 200 * CLOUD_RANDOM[:150]
CLOUD_VALUES = CLOUD_RANDOM[150:]
CLOUD = normal(2, 0, 300).reshape(150, 2) * [1, 0.7]
GROUPS = [normal(10 + k, 0, 100) for k in range(5)]


def surface(x: np.ndarray, y: np.ndarray, phase: float) -> np.ndarray:
    return np.sin(np.hypot(x, y) - phase) * np.exp(-0.05 * (x * x + y * y)) * 1.4


def field(x: np.ndarray, y: np.ndarray, phase: float) -> np.ndarray:
    return np.sin(x + phase) * np.cos(y - phase)


def petals(phase: float) -> np.ndarray:
    return 1 + 0.5 * np.sin(5 * ANGLES + phase)


def heat(frame: int) -> np.ndarray:
    """Noise that drifts to the left, and waves in it."""
    channel, time = np.ogrid[0:20, frame : frame + 40]
    noise = normal(100 + channel, time, 1)[..., 0]
    return noise + np.sin(0.3 * time + 0.5 * channel)


def signal(k: int, phase: float) -> np.ndarray:
    return np.sin(2 * np.pi * 0.12 * TIMES + np.pi / 4 * k + phase)


def arrows(phase: float) -> tuple[np.ndarray, np.ndarray]:
    (x, y), sin, cos = ARROW_GRID, np.sin(phase), np.cos(phase)
    return x * sin - y * cos, x * cos + y * sin


def measurements(phase: float) -> tuple[np.ndarray, np.ndarray]:
    """Heights of the bars, and how sure one is of them."""
    i = np.arange(8)
    heights = np.array([5, 9, 13, 15, 13.5, 11, 7, 9]) + 1.5 * np.sin(phase + i)
    return heights, 0.9 + 0.4 * np.sin(phase + 2 * i)


def cloud(phase: float) -> np.ndarray:
    """A cloud that turns around its middle."""
    sin, cos = np.sin(phase), np.cos(phase)
    return CLOUD @ np.array([[cos, sin], [-sin, cos]])


def samples(frame: int) -> np.ndarray:
    return normal(3, frame // 4, SAMPLES) + 0.5 * np.sin(2 * np.pi * frame / FRAMES)


def statistics(values: np.ndarray) -> str:
    return f"μ = {values.mean():.2f}\nσ = {values.std():.2f}\nN = {len(values)}"


def shares(phase: float) -> np.ndarray:
    share = np.array([30, 25, 20, 15, 10])
    return share * (1 + 0.4 * np.sin(phase + share))


def levels(phase: float) -> np.ndarray:
    return np.round(6 + 4.5 * np.sin(0.8 * np.arange(20) - phase))


def groups(frame: int) -> list[np.ndarray]:
    phase = 2 * np.pi * frame / FRAMES
    return [(1 + 0.4 * k + 0.5 * np.sin(phase + k)) * group for k, group in enumerate(GROUPS)]


def flow(phase: float) -> tuple[np.ndarray, np.ndarray]:
    (x, y), pull = FLOW_GRID, 0.3 * np.sin(phase)
    return -y + pull * x, x + pull * y


def mean(phase: float) -> np.ndarray:
    return np.sin(TIMES + phase)


def deviation(phase: float) -> np.ndarray:
    """The standard deviation, which breathes."""
    return 0.22 + 0.06 * np.sin(0.7 * TIMES + 2 * phase)
