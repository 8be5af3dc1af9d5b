"""Chromium without a window, driven through chromedriver in plain HTTP (the WebDriver protocol)."""

import base64
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager, suppress

CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # letters as their outlines are, whatever the machine's settings say
    "--disable-lcd-text",
    "--font-render-hinting=none",
]

SECONDS_TO_START = 60

# Straight to this machine, whatever proxies the environment names.
http = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class WebDriverError(Exception):
    """The browser did not do what it was asked, or there is none."""


def not_installed():
    """The first of the programs that are needed and not there, or `None`."""
    return next((it for it in ("chromium", "chromedriver") if not shutil.which(it)), None)


class Session:
    """One browser with one page."""

    def __init__(self, driver, session):
        self.address = f"{driver}/session/{session}"

    def open(self, url):
        request("POST", f"{self.address}/url", {"url": url})

    def command(self, name, **params):
        """One of Chromium's own protocol."""
        body = {"cmd": name, "params": params}
        return request("POST", f"{self.address}/goog/cdp/execute", body)

    def screenshot(self, **params):
        """A PNG of what is seen, or of what the parameters of Page.captureScreenshot say."""
        return base64.b64decode(self.command("Page.captureScreenshot", **params)["data"])

    def call(self, function, *arguments, seconds):
        """What the page's async `function` resolves with, in so many seconds at most."""
        request("POST", f"{self.address}/timeouts", {"script": int(seconds * 1000)})
        script = f"""
            const done = arguments[arguments.length - 1];
            {function}(...arguments[0]).then(
                (value) => done({{ value }}),
                (error) => done({{ error: String(error) }}),
            );"""
        body = {"script": script, "args": [list(arguments)]}
        try:
            answer = request("POST", f"{self.address}/execute/async", body, seconds + 10)
        except WebDriverError as error:
            answer = {"error": error}
        if "error" in answer:
            raise WebDriverError(f"{function}: {answer['error']}")
        return answer["value"]


@contextmanager
def chromium():
    """A browser for as long as the block lasts."""
    if program := not_installed():
        raise WebDriverError(f"{program} is not installed")
    port = free_port()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, driver(port):
        address = f"http://127.0.0.1:{port}"
        options = {
            "binary": shutil.which("chromium"),
            "args": [*CHROMIUM_FLAGS, f"--user-data-dir={folder}/profile"],
        }
        capabilities = {"browserName": "chrome", "goog:chromeOptions": options}
        body = {"capabilities": {"alwaysMatch": capabilities}}
        session = Session(address, request("POST", f"{address}/session", body)["sessionId"])
        try:
            yield session
        finally:
            with suppress(WebDriverError):  # it may have crashed
                request("DELETE", session.address, seconds=10)


@contextmanager
def driver(port):
    """chromedriver, which takes the browsers that it started with it when it ends."""
    process = subprocess.Popen(
        ["chromedriver", f"--port={port}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_until_ready(process, f"http://127.0.0.1:{port}/status")
        yield
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_until_ready(process, status):
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise WebDriverError(f"chromedriver ended at once with status {process.returncode}")
        try:
            if request("GET", status)["ready"]:
                return
        except WebDriverError:
            time.sleep(0.05)
    raise WebDriverError(f"chromedriver was not ready after {SECONDS_TO_START} s")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def request(method, url, body=None, seconds=SECONDS_TO_START):
    data = None if body is None else json.dumps(body).encode()
    headers = {"Content-Type": "application/json"}
    message = urllib.request.Request(url, data, headers, method=method)
    try:
        with http.open(message, timeout=seconds) as answer:
            return json.load(answer)["value"]
    except urllib.error.HTTPError as error:
        message = json.load(error)["value"]["message"]
        raise WebDriverError(message.splitlines()[0]) from None
    except OSError as error:
        raise WebDriverError(f"{method} {url}: {error}") from None
