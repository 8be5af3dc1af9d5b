"""Every item of matplotlib's page "Plot types", as a user of matplotlib would write it.

What a body has but its data is counted: `compare.py`.
"""

import data


def plot(fig):
    x, y = data.wave()
    few, low, high = data.samples()
    ax = fig.subplots()
    ax.plot(few, high, "x", markeredgewidth=2)
    ax.plot(x, y, linewidth=2)
    ax.plot(few, low, "o-", linewidth=2)
    ax.set(xlim=(0, 8), xticks=range(1, 8), ylim=(0, 8), yticks=range(1, 8))


def scatter(fig):
    x, y, sizes, values = data.cloud()
    ax = fig.subplots()
    ax.scatter(x, y, s=sizes, c=values, vmin=0, vmax=100)
    ax.set(xlim=(0, 8), xticks=range(1, 8), ylim=(0, 8), yticks=range(1, 8))


def bar(fig):
    x, y = data.few()
    ax = fig.subplots()
    ax.bar(x + 0.5, y, width=1, edgecolor="white", linewidth=0.7)
    ax.set(xlim=(0, 8), xticks=range(1, 8), ylim=(0, 8), yticks=range(1, 8))


def stem(fig):
    x, y = data.few()
    ax = fig.subplots()
    ax.stem(x + 0.5, y)
    ax.set(xlim=(0, 8), xticks=range(1, 8), ylim=(0, 8), yticks=range(1, 8))


def fill_between(fig):
    x, low, middle, high = data.band()
    ax = fig.subplots()
    ax.fill_between(x, low, high, alpha=0.5, linewidth=0)
    ax.plot(x, middle, linewidth=2)
    ax.set(xlim=(0, 8), xticks=range(1, 8), ylim=(0, 8), yticks=range(1, 8))


def stackplot(fig):
    x, y = data.shares()
    ax = fig.subplots()
    ax.stackplot(x, y)
    ax.set(xlim=(0, 8), xticks=range(1, 8), ylim=(0, 9), yticks=range(1, 9))


def stairs(fig):
    _, y = data.few()
    ax = fig.subplots()
    ax.stairs(y, linewidth=2.5)
    ax.set(xlim=(0, 8), xticks=range(1, 8), ylim=(0, 8), yticks=range(1, 8))


def hist(fig):
    x = data.sample()
    ax = fig.subplots()
    ax.hist(x, bins=8, linewidth=0.5, edgecolor="white")
    ax.set(xlim=(0, 8), xticks=range(1, 8), ylim=(0, 56), yticks=range(0, 57, 8))


def boxplot(fig):
    groups = data.groups()
    ax = fig.subplots()
    ax.boxplot(
        groups,
        positions=[2, 4, 6],
        widths=1.5,
        patch_artist=True,
        showfliers=False,
        medianprops={"color": "white", "linewidth": 0.5},
        boxprops={"facecolor": "C0", "edgecolor": "white", "linewidth": 0.5},
        whiskerprops={"color": "C0", "linewidth": 1.5},
        capprops={"color": "C0", "linewidth": 1.5},
    )
    ax.set(xlim=(0, 8), ylim=(0, 8), yticks=range(1, 8))


def errorbar(fig):
    x, y, low, high = data.measured()
    ax = fig.subplots()
    ax.errorbar(x, y, [low, high], fmt="o", linewidth=2, capsize=6)
    ax.set(xlim=(0, 8), xticks=range(1, 8), ylim=(0, 8), yticks=range(1, 8))


def violinplot(fig):
    groups = data.groups()
    ax = fig.subplots()
    ax.violinplot(groups, [2, 4, 6], widths=2)
    ax.set(xlim=(0, 8), xticks=range(1, 8), ylim=(0, 8), yticks=range(1, 8))


def eventplot(fig):
    x, times = data.events()
    ax = fig.subplots()
    ax.eventplot(times, orientation="vertical", lineoffsets=x, linewidth=0.75)
    ax.set(xlim=(0, 8), xticks=range(1, 8), ylim=(0, 8), yticks=range(1, 8))


def hist2d(fig):
    x, y = data.correlated()
    ax = fig.subplots()
    ax.hist2d(x, y, bins=20)
    ax.set(xlim=(-2, 2), ylim=(-3, 3))


def hexbin(fig):
    x, y = data.correlated()
    ax = fig.subplots()
    ax.hexbin(x, y, gridsize=20)
    ax.set(xlim=(-2, 2), ylim=(-3, 3))


def pie(fig):
    values, colors = data.pieces()
    ax = fig.subplots()
    wedges = {"linewidth": 1, "edgecolor": "white"}
    ax.pie(values, colors=colors, radius=3, center=(4, 4), wedgeprops=wedges, frame=True)
    ax.set(xlim=(0, 8), xticks=range(1, 8), ylim=(0, 8), yticks=range(1, 8))


def ecdf(fig):
    x = data.sample()
    ax = fig.subplots()
    ax.ecdf(x)


def imshow(fig):
    _, _, z = data.hills(16)
    ax = fig.subplots()
    ax.imshow(z, origin="lower")


def pcolormesh(fig):
    x, y, z = data.uneven()
    ax = fig.subplots()
    ax.pcolormesh(x, y, z, vmin=-0.5, vmax=1)


def contour(fig):
    x, y, z = data.hills(256)
    ax = fig.subplots()
    ax.contour(x, y, z, levels=7)


def contourf(fig):
    x, y, z = data.hills(256)
    ax = fig.subplots()
    ax.contourf(x, y, z, levels=7)


def barbs(fig):
    x, y, u, v = data.winds()
    ax = fig.subplots()
    ax.barbs(x, y, u, v, barbcolor="C0", flagcolor="C0", length=7, linewidth=1.5)
    ax.set(xlim=(0, 7), ylim=(0, 7))


def quiver(fig):
    x, y, u, v = data.turning()
    ax = fig.subplots()
    ax.quiver(x, y, u, v, color="C0", angles="xy", scale_units="xy", scale=5, width=0.015)
    ax.set(xlim=(-5, 5), ylim=(-5, 5))


def streamplot(fig):
    x, y, u, v = data.flow()
    ax = fig.subplots()
    ax.streamplot(x, y, u, v)


def tricontour(fig):
    x, y, z = data.scattered(256)
    ax = fig.subplots()
    ax.plot(x, y, "o", markersize=2, color="lightgrey")
    ax.tricontour(x, y, z, levels=7)
    ax.set(xlim=(-3, 3), ylim=(-3, 3))


def tricontourf(fig):
    x, y, z = data.scattered(256)
    ax = fig.subplots()
    ax.plot(x, y, "o", markersize=2, color="grey")
    ax.tricontourf(x, y, z, levels=7)
    ax.set(xlim=(-3, 3), ylim=(-3, 3))


def tripcolor(fig):
    x, y, z = data.scattered(256)
    ax = fig.subplots()
    ax.plot(x, y, "o", markersize=2, color="grey")
    ax.tripcolor(x, y, z)
    ax.set(xlim=(-3, 3), ylim=(-3, 3))


def triplot(fig):
    x, y, _ = data.scattered(128)
    ax = fig.subplots()
    ax.triplot(x, y)
    ax.set(xlim=(-3, 3), ylim=(-3, 3))


def bar3d(fig):
    x, y, heights = data.towers()
    ax = fig.add_subplot(projection="3d")
    ax.bar3d(x - 0.25, y - 0.25, 0, 0.5, 0.5, heights)


def fill_between3d(fig):
    x, y, z = data.ring()
    ax = fig.add_subplot(projection="3d")
    ax.fill_between(x, y, z, x, y, -1, alpha=0.5)
    ax.plot(x, y, z, linewidth=2)
    ax.plot(x, y, -1, linewidth=2)


def plot3d(fig):
    x, y, z = data.helix()
    ax = fig.add_subplot(projection="3d")
    ax.plot(x, y, z)


def quiver3d(fig):
    x, y, z, u, v, w = data.arrows()
    ax = fig.add_subplot(projection="3d")
    ax.quiver(x, y, z, u, v, w)


def scatter3d(fig):
    x, y, z = data.points()
    ax = fig.add_subplot(projection="3d")
    ax.scatter(x, y, z)


def stem3d(fig):
    x, y, z = data.stalks()
    ax = fig.add_subplot(projection="3d")
    ax.stem(x, y, z)


def surface3d(fig):
    x, y, z = data.ripples()
    ax = fig.add_subplot(projection="3d")
    ax.plot_surface(x, y, z, vmin=-2, cmap="Blues")


def trisurf3d(fig):
    x, y, z = data.saddle()
    ax = fig.add_subplot(projection="3d")
    ax.plot_trisurf(x, y, z, vmin=-1, cmap="Blues")


def voxels(fig):
    filled = data.cubes()
    ax = fig.add_subplot(projection="3d")
    ax.voxels(filled, edgecolor="k")


def wire3d(fig):
    x, y, z = data.terrain()
    ax = fig.add_subplot(projection="3d")
    ax.plot_wireframe(x, y, z, rstride=2, cstride=2)
