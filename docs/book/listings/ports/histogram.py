import numpy as np
import matplotlib.pyplot as plt
from matplotlib.animation import FuncAnimation

rng = np.random.default_rng(19680801)
data = rng.standard_normal(1000)
bins = np.linspace(-4, 4, 41)

fig, ax = plt.subplots()


def update(i):
    global data
    if i > 0:
        data = 0.98 * data + 0.2 * rng.standard_normal(1000)
    ax.clear()
    ax.hist(data, bins, ec="yellow", fc="green", alpha=0.5)
    ax.set(ylim=(0, 120), title=f"step {i}")


ani = FuncAnimation(fig, update, frames=100, init_func=lambda: None, interval=100)
ani.save("histogram.mp4", dpi=150)
