import numpy as np
import matplotlib.pyplot as plt
from matplotlib.animation import FuncAnimation

fig, ax = plt.subplots()
x = np.linspace(0, 2 * np.pi, 120)
y = np.linspace(0, 2 * np.pi, 100).reshape(-1, 1)


def f(shift):
    return np.sin(x + shift) + np.cos(y + shift)


image = ax.imshow(f(0), vmin=-2, vmax=2)
fig.colorbar(image)


def update(i):
    image.set_data(f(i * np.pi / 30))
    ax.set_title(f"frame {i}")


ani = FuncAnimation(fig, update, frames=60, interval=50)
ani.save("image.gif", writer="pillow")
