import numpy as np
import matplotlib.pyplot as plt
from matplotlib.animation import FuncAnimation

rng = np.random.default_rng(19680801)
walks = rng.normal(size=(10, 100, 2)).cumsum(axis=1)

fig, ax = plt.subplots()
ax.set(xlim=(-30, 30), ylim=(-30, 30), aspect="equal")
lines = [ax.plot([], [])[0] for _ in walks]


def update(n):
    for line, walk in zip(lines, walks):
        line.set_data(walk[:n].T)
    return lines


ani = FuncAnimation(fig, update, frames=len(walks[0]) + 1, interval=100)
ani.save("walk.mp4")
