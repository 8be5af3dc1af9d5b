import numpy as np
import matplotlib.pyplot as plt
from matplotlib.animation import FuncAnimation

fig, ax = plt.subplots()
x = np.arange(0, 2 * np.pi, 0.01)
(line,) = ax.plot(x, np.sin(x))


def update(i):
    line.set_ydata(np.sin(x + i / 50))
    return (line,)


ani = FuncAnimation(fig, update, frames=200, interval=20, blit=True)
ani.save("sine.mp4")
