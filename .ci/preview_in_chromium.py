#!/usr/bin/env python3
"""Uses a program's preview in Chromium: scrubs, plays, steps, looks at a frame that fails, in two tabs,
beside a client that goes away, and across a restart of the program.

    preview_in_chromium.py target/debug/wave [SCREENSHOTS]

The program is the one of tests/wave.rs. Needs chromium and chromedriver. Screenshots are kept in the folder, if
one is given. Exits with 1 if anything is not as it should be.
"""

import base64
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
from contextlib import contextmanager
from pathlib import Path

from webdriver import WebDriverError, chromium, http, request

SECONDS = 20
FAILING = 7


class Failed(Exception):
    """The preview does not do as it should."""


class Page:
    """The page in the browser's current tab."""

    def __init__(self, session, screenshots):
        self.session = session
        self.screenshots = screenshots

    def run(self, script):
        return self.session.call(f"(async () => {{ {script} }})", seconds=SECONDS)

    def wait(self, what, condition):
        """Until a JavaScript expression is true."""
        deadline = time.monotonic() + SECONDS
        while not self.run(f"return Boolean({condition});"):
            if time.monotonic() > deadline:
                seen = self.run("return document.body.innerText;")
                raise Failed(f"{what}: not within {SECONDS} s; the page says {seen!r}")
            time.sleep(0.02)

    def scrub(self, frame):
        self.run(
            f"const it = document.getElementById('scrubber'); it.value = {frame};"
            "it.dispatchEvent(new Event('input'));"
        )

    def press(self, key, shift=False):
        shift = "true" if shift else "false"
        self.run(
            f"document.body.dispatchEvent(new KeyboardEvent('keydown', {{key: '{key}', "
            f"shiftKey: {shift}, bubbles: true}}));"
        )

    def wait_for_frame(self, frame):
        shown = f"document.getElementById('picture').ariaLabel.startsWith('Frame {frame},')"
        self.wait(f"frame {frame}", f"{shown} && !document.getElementById('picture').hidden")

    def frame(self):
        return self.run("return document.getElementById('scrubber').valueAsNumber;")

    def text(self, element):
        return self.run(f"return document.getElementById('{element}').textContent;")

    def pixels(self):
        data = self.run(
            "const it = document.getElementById('picture');"
            "const {data} = it.getContext('2d').getImageData(0, 0, it.width, it.height);"
            "let text = ''; for (const byte of data) text += String.fromCharCode(byte);"
            "return btoa(text);"
        )
        return base64.b64decode(data)

    def screenshot(self, name):
        if self.screenshots:
            (self.screenshots / f"{name}.png").write_bytes(self.session.screenshot())

    def prefer(self, scheme):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.session.command("Emulation.setEmulatedMedia", features=features)


@contextmanager
def preview(program, folder, fails):
    """The running program, and the address that it prints."""
    environment = dict(os.environ, XDG_RUNTIME_DIR=folder)
    if fails:
        environment["WAVE_FAILS"] = str(FAILING)
    command = [program, "preview", "--no-open"]
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        try:
            status = process.wait(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            status = None
        process.stdout.close()
    if status != 128 + signal.SIGTERM:
        raise Failed(f"it ended with {status}, not {128 + signal.SIGTERM}")


def check(condition, message):
    if not condition:
        raise Failed(message)


def check_looking(page, address):
    page.wait_for_frame(0)
    for frame in (30, 59, 12):
        page.scrub(frame)
        page.wait_for_frame(frame)
        sent = http.open(address.replace("/?", f"/frame?number={frame}&")).read()
        check(page.pixels() == sent, f"frame {frame} is not shown as it was sent")
    check("phase" in page.text("parameters") and "1.2" in page.text("parameters"), "no parameters")
    check(page.text("time") == "0.400 s", f"the time is {page.text('time')}")
    # as fast as somebody scrubs: the last one is shown
    for frame in range(59):
        page.scrub(frame)
    page.wait_for_frame(58)
    for key, shift, frame in (
        ("ArrowRight", False, 59),
        ("ArrowRight", False, 59),
        ("ArrowLeft", True, 49),
        ("Home", False, 0),
        ("End", False, 59),
    ):
        page.press(key, shift)
        page.wait_for_frame(frame)
    page.press("+")
    zoomed = page.run("return document.getElementById('zoom').value;")
    check(zoomed == "0.5", f"zoom is {zoomed}")
    page.press("0")


def check_playing(page):
    page.press("Home")
    page.wait_for_frame(0)
    began = page.run(
        "window.seen = new Set(); window.watching = setInterval(() => "
        "seen.add(document.getElementById('scrubber').value), 5); return performance.now();"
    )
    page.press(" ")
    time.sleep(1.2)
    page.press(" ")
    frame = page.frame()
    passed = (page.run("clearInterval(watching); return performance.now();") - began) / 1000
    seen = page.run("return seen.size;")
    # in so many seconds, 30 of them a second; the browser takes its time for each command
    check(0.5 * 30 <= frame <= 30 * passed + 1, f"frame {frame} after {passed:.2f} s")
    check(seen > frame / 3, f"only {seen} of {frame} frames were shown")
    check(page.text("play") == "Play", "it still plays")
    time.sleep(0.3)
    check(page.frame() == frame, "it goes on when it is paused")


def check_failing(page):
    page.scrub(FAILING)
    page.wait("the error", "!document.getElementById('error').hidden")
    error = page.text("error")
    check(error == f"frame {FAILING} failed: nothing to draw at 0.700", error)
    check(page.run("return document.getElementById('picture').hidden;"), "a picture beside the error")
    page.screenshot("error")
    page.scrub(FAILING + 1)
    page.wait_for_frame(FAILING + 1)


def go_away(address, count):
    """Clients that ask for frames and do not wait for them, or do not even finish asking."""
    parts = urllib.parse.urlsplit(address)
    for i in range(count):
        with socket.create_connection((parts.hostname, parts.port)) as client:
            target = f"/frame?number={i % 60}&{parts.query}"
            message = f"GET {target} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode()
            client.sendall(message if i % 2 else message[:-9])


def check_two_tabs(page, address):
    session = page.session.address
    first = request("GET", f"{session}/window")
    second = request("POST", f"{session}/window/new", {"type": "tab"})["handle"]
    request("POST", f"{session}/window", {"handle": second})
    page.session.open(address)
    page.wait_for_frame(0)
    page.scrub(21)
    page.wait_for_frame(21)
    request("POST", f"{session}/window", {"handle": first})
    page.scrub(22)
    page.wait_for_frame(22)
    request("POST", f"{session}/window", {"handle": second})
    check(page.frame() == 21, "a tab shows what the other one looks at")
    request("DELETE", f"{session}/window")
    request("POST", f"{session}/window", {"handle": first})


def check_all(page, program, folder):
    with preview(program, folder, fails=True) as address:
        page.session.open(address)
        check_looking(page, address)
        page.screenshot("light")
        page.prefer("dark")
        page.screenshot("dark")
        check_playing(page)
        check_failing(page)
        go_away(address, 40)
        check_two_tabs(page, address)
        page.scrub(FAILING)
        page.wait("the error", "!document.getElementById('error').hidden")
    page.wait("the end", "document.getElementById('status').classList.contains('lost')")
    page.screenshot("lost")
    # built anew, without the mistake
    with preview(program, folder, fails=False) as again:
        check(again == address, f"it was at {address} and is at {again}")
        page.wait_for_frame(FAILING)
        page.screenshot("again")


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    program = Path(sys.argv[1]).resolve()
    screenshots = Path(sys.argv[2]).resolve() if len(sys.argv) == 3 else None
    with tempfile.TemporaryDirectory() as folder, chromium() as session:
        try:
            check_all(Page(session, screenshots), program, folder)
        except (Failed, OSError, WebDriverError) as error:
            print(f"preview: {error}")
            return 1
    print("preview: scrubbed, played, failed, lost and found again")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except WebDriverError as error:
        sys.exit(f"no Chromium to look with: {error}")
