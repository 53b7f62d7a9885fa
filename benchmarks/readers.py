"""Sixteen readers who turn pages without a pause, over real connections to gunicorn."""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import threading
import time
from itertools import cycle, islice

from benchmarks.house import ROOT, say

# What readers are compared with: the same middleware over one query, and a plain list in the frame of every page.
BARE = (("bare", "/en/bare/17000/", ""), ("framed", "/en/framed/17000/", ""))
READERS = 16
SECONDS = 8


def sixteen_readers(pages):
    """Print requests a second, median and 95th percentile for each (name, path, cookie), once it has been opened.

    Instead of one path there may be a list of them: each reader walks through it from a place of her own.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = os.environ | {"WEB_ADDRESS": "127.0.0.1", "WEB_PORT": str(port)}
    command = [sys.executable, "-m", "gunicorn", "--config", "python:config.gunicorn", "--log-level", "error"]
    server = subprocess.Popen([*command, "config.wsgi"], cwd=ROOT, env=environment)
    try:
        wait_for(port)
        say(f"{'page':<26}{'a second':>10}{'p50 ms':>8}{'p95 ms':>8}")
        for name, path, cookie in pages:
            # What a process puts together when it is first asked is not what readers wait for later.
            read(port, path, cookie, seconds=2)
            times = read(port, path, cookie)
            rate = len(times) / SECONDS
            p95 = statistics.quantiles(times, n=20)[-1]
            say(f"{name:<26}{rate:>10.0f}{statistics.median(times):>8.0f}{p95:>8.0f}")
    finally:
        server.terminate()
        server.wait(30)


def wait_for(port):
    end = time.monotonic() + 60
    while True:
        try:
            fetch(http.client.HTTPConnection("127.0.0.1", port, timeout=10), "/healthz")
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def fetch(connection, path, cookie=""):
    connection.request("GET", path, headers={"Host": "localhost", "Cookie": cookie})
    response = connection.getresponse()
    response.read()
    return response.status


def read(port, path, cookie, seconds=SECONDS):
    """Milliseconds of each request of all readers together."""
    times = []
    end = time.monotonic() + seconds
    paths = [path] if isinstance(path, str) else path

    def turn_pages(number):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        for path in islice(cycle(paths), number * len(paths) // READERS, None):
            if time.monotonic() > end:
                break
            begin = time.perf_counter()
            if fetch(connection, path, cookie) != 200:
                raise RuntimeError(path)
            times.append((time.perf_counter() - begin) * 1000)

    readers = [threading.Thread(target=turn_pages, args=[number]) for number in range(READERS)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    return times
