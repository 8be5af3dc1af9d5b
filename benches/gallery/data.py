"""What the figures of both show. `data.rs` computes the same numbers."""

import numpy as np


class Chance:
    """Numbers that look random and are the same in any language: a linear congruential generator."""

    def __init__(self, seed):
        self.state = seed

    def uniform(self, low, high):
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return low + (high - low) * (self.state / 2**31)

    def normal(self, mean, deviation):
        """The sum of twelve uniform numbers is as good as normal."""
        return mean + deviation * (sum(self.uniform(0, 1) for _ in range(12)) - 6)

    def uniforms(self, count, low, high):
        return np.array([self.uniform(low, high) for _ in range(count)])

    def normals(self, count, mean, deviation):
        return np.array([self.normal(mean, deviation) for _ in range(count)])


def wave():
    x = np.linspace(0, 8, 81)
    return x, 4 + np.sin(2 * x)


def samples():
    x = np.linspace(0, 8, 21)
    return x, 2 + np.sin(2 * x) * np.exp(-x / 5), 6 + np.cos(x)


def few():
    """Eight values, one for each whole number from 0."""
    return np.arange(8.0), np.array([4.8, 5.5, 3.5, 4.6, 6.5, 6.6, 2.6, 3.0])


def cloud():
    chance = Chance(3)
    x, y = chance.normals(40, 4, 1.5), chance.normals(40, 4, 1.5)
    return x, y, chance.uniforms(40, 20, 120), chance.uniforms(40, 0, 100)


def band():
    x = np.linspace(0, 8, 33)
    middle = 3 + 1.5 * np.sin(x)
    return x, middle - 0.3 - x / 8, middle, middle + 0.5 + x / 5


def shares():
    x = np.arange(0.0, 10, 2)
    return x, np.array([[1, 1.2, 2, 2.6, 3], [1.6, 2.4, 2, 2.8, 3.4], [0.6, 1, 1.8, 1.2, 2.2]])


def sample():
    return Chance(1).normals(200, 4, 1.5)


def groups():
    chance = Chance(10)
    return [chance.normals(100, mean, spread) for mean, spread in [(3, 1.25), (5, 1), (4, 1.4)]]


def measured():
    x = np.array([2.0, 4, 6])
    return x, np.array([3.6, 5, 4.2]), np.array([0.9, 0.4, 0.5]), np.array([1, 0.6, 1.2])


def events():
    chance = Chance(7)
    return [2, 4, 6], [np.cumsum(chance.uniforms(30, 0.02, 0.5)) for _ in range(3)]


def correlated():
    chance = Chance(1)
    x = chance.normals(4000, 0, 0.9)
    return x, 1.2 * x + chance.normals(4000, 0, 0.8)


def pieces():
    return [1, 2, 3, 4], ["#d6e6f4", "#6aaed6", "#2e7ebc", "#0b559f"]


def hills(count):
    """A surface with hills and dales over -3 to 3."""
    x = np.linspace(-3, 3, count)
    return x, x, hill(x[None, :], x[:, None])


def hill(x, y):
    return (1 - x / 2 + x * x * x * y) * np.exp(-x * x - y * y / 2)


def uneven():
    """The same over cells of many widths."""
    x = np.array([-3, -2, -1.6, -1.2, -0.8, -0.5, -0.2, 0.1, 0.3, 0.5, 0.8, 1.1, 1.5, 1.9, 2.3, 3])
    y = np.linspace(-3, 3, 31)
    return x, y, hill(x[None, :], y[:, None])


def winds():
    x, y = np.meshgrid([1.0, 2, 3, 4, 5, 6], [1.0, 2.5, 4, 5.5])
    return x, y, 12 * (x - 2), 9 * (y - 2)


def turning():
    x = np.linspace(-4, 4, 7)
    return x, x, (x[:, None] + x[None, :]) / 2, (x[:, None] - x[None, :]) / 2


def flow():
    x = np.linspace(-3, 3, 40)
    return x, x, -1 - x[None, :] ** 2 + x[:, None], 1 + x[None, :] - x[:, None] ** 2


def scattered(count):
    """Points without order, and the height of the hills there."""
    chance = Chance(1)
    x, y = chance.uniforms(count, -3, 3), chance.uniforms(count, -3, 3)
    return x, y, hill(x, y)


def towers():
    x, y = np.array([1.0, 1, 2, 2, 3]), np.array([1.0, 2, 1, 2, 2])
    return x, y, np.array([2, 3, 1, 4, 2.5])


def ring():
    turn = np.linspace(0, 2 * np.pi, 50)
    return np.cos(turn), np.sin(turn), 0.5 * np.sin(3 * turn)


def helix():
    turn = np.linspace(0, 6 * np.pi, 100)
    return np.cos(turn), np.sin(turn), np.linspace(0, 1, 100)


def arrows():
    """Out of the middle of a cube, at its 27 lattice points."""
    x, y, z = np.meshgrid([-1.0, 0, 1], [-1.0, 0, 1], [-1.0, 0, 1], indexing="ij")
    x, y, z = x.ravel(), y.ravel(), z.ravel()
    return x, y, z, (x + y) / 5, (y - x) / 5, z / 4 + 0.1


def points():
    chance = Chance(5)
    return chance.normals(100, 0, 1), chance.normals(100, 0, 1), chance.normals(100, 0, 1)


def stalks():
    turn = np.linspace(0, 2 * np.pi, 20)
    return np.cos(turn), np.sin(turn), np.linspace(0, 1, 20)


def ripples():
    x, y, z = ripple(40)
    return *np.meshgrid(x, y), z


def ripple(count):
    x = np.linspace(-5, 5, count)
    return x, x, np.sin(np.hypot(x[None, :], x[:, None]))


def saddle():
    """On circles around the middle, each half a step on from the one in it: four points that are on a
    circle of their own would be two triangles in two ways."""
    radius, step = np.meshgrid(np.arange(1, 9), np.arange(36), indexing="ij")
    turn = (step + radius / 2) * (2 * np.pi / 36)
    x, y = np.append(0, radius / 8 * np.cos(turn)), np.append(0, radius / 8 * np.sin(turn))
    return x, y, np.sin(-x * y)


def cubes():
    """Two corners of a block."""
    x, y, z = np.indices((8, 8, 8))
    return ((x < 3) & (y < 3) & (z < 3)) | ((x >= 5) & (y >= 5) & (z >= 5))


def terrain():
    x, y, z = ripple(30)
    return *np.meshgrid(x, y), z * np.cos(x / 3)[None, :]
