"""A program that serves pages on this machine: start it, talk to it, stop it.

Run by the other programs' own Python, so it needs nothing but the standard library.
"""

from __future__ import annotations

import http.client
import json
import os
import resource
import signal
import socket
import subprocess
import time
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

WAIT = 60.0


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """A serving process; `started` is how long it took to the first page, in seconds."""

    def __init__(
        self, command: Sequence[str], port: int, page: str, env: Mapping[str, str]
    ) -> None:
        self.port = port
        began = time.perf_counter()
        self._process = subprocess.Popen(
            command, env={**os.environ, **env}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._wait(page)
        self.started = time.perf_counter() - began

    def _wait(self, page: str) -> None:
        give_up = time.monotonic() + WAIT
        while time.monotonic() < give_up:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port)
                connection.request("GET", page)
                connection.getresponse().read()
                connection.close()
                return
            except OSError:
                if self._process.poll() is not None:
                    break
                time.sleep(0.01)
        self._process.kill()
        raise SystemExit("the server did not start")

    def stop(self) -> float:
        """End it and return the most memory it had, in MiB."""
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


class Client:
    """One kept-alive connection with cookies, as a browser has it."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
        # without this each small request waits for an acknowledgement
        self._connection.connect()
        self._connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._cookies: dict[str, str] = {}

    def ask(
        self, method: str, path: str, body: bytes | None = None, kind: str = ""
    ) -> tuple[int, bytes]:
        """Send a request and return status and body."""
        headers = {"Content-Type": kind} if kind else {}
        if self._cookies:
            headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in self._cookies.items())
        self._connection.request(method, path, body=body, headers=headers)
        answer = self._connection.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        return answer.status, answer.read()

    def json(self, method: str, path: str, value: Any = None) -> Any:
        """Send and receive JSON; SystemExit where the server refuses."""
        body = None if value is None else json.dumps(value).encode()
        status, answer = self.ask(method, path, body, "application/json" if body else "")
        if status >= 400:
            raise SystemExit(f"{method} {path}: {status} {answer[:200]!r}")
        return json.loads(answer) if answer else None

    def upload(
        self, path: str, fields: Mapping[str, str], files: Sequence[tuple[str, Path]]
    ) -> Any:
        """Send a form with files."""
        mark = uuid.uuid4().hex
        parts = [
            f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in fields.items()
        ]
        for name, file in files:
            kind = "text/html" if file.suffix == ".html" else "text/plain"
            head = f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; '
            head += f'filename="{file.name}"\r\nContent-Type: {kind}\r\n\r\n'
            parts += [head.encode(), file.read_bytes(), b"\r\n"]
        body = b"".join([*parts, f"--{mark}--\r\n".encode()])
        status, answer = self.ask("POST", path, body, f"multipart/form-data; boundary={mark}")
        if status >= 400:
            raise SystemExit(f"POST {path}: {status} {answer[:200]!r}")
        return json.loads(answer)
