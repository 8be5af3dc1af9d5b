import numpy as np
import matplotlib.pyplot as plt
from matplotlib.animation import FuncAnimation

fig, ax = plt.subplots()
ax.grid()
ax.set_ylim(-1.1, 1.1)
(line,) = ax.plot([], [], lw=2)
xdata, ydata = [], []


def update(t):
    xdata.append(t)
    ydata.append(np.sin(2 * np.pi * t) * np.exp(-t / 10))
    ax.set_xlim(0, 10 if t < 10 else 20)
    line.set_data(xdata, ydata)


times = np.linspace(0, 20, 401)
ani = FuncAnimation(fig, update, frames=times, init_func=lambda: None, interval=50)
ani.save("decay.mp4")
