"""Calls of the tools for language models, by the library's own client."""

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from live import ROOT
from loops import awaited
from mcp import Client, StdioServerParameters
from mcp.server import MCPServer

Reached = MCPServer | StdioServerParameters | str


@dataclass(frozen=True)
class Answer:
    """What a tool answered: its page of facts, or why there is none."""

    told: dict[str, Any] | None
    error: str

    @property
    def facts(self) -> list[dict[str, Any]]:
        """Return the facts; an error fails the test."""
        assert self.told is not None, self.error
        return self.told["facts"]

    @property
    def texts(self) -> list[str]:
        """Return the facts in words."""
        return [fact["text"] for fact in self.facts]


def call(server: Reached, tool: str, **arguments: object) -> Answer:
    """Return what a tool answers, asked by a client of its own."""
    return calls(server, (tool, arguments))[0]


def calls(server: Reached, *wanted: tuple[str, dict[str, object]]) -> list[Answer]:
    """Return what tools answer to one client that asks all at a time."""

    async def ask() -> list[Answer]:
        async with Client(server) as client:
            found = await asyncio.gather(*(client.call_tool(name, given) for name, given in wanted))
            return [Answer(f.structured_content, f.content[0].text if f.is_error else "") for f in found]

    return awaited(ask())


def by_streams(data: Path) -> StdioServerParameters:
    """Return how a client starts the command over the standard streams."""
    command = ["-m", "kg", "mcp", "--data", str(data)]
    return StdioServerParameters(command=sys.executable, args=command, cwd=ROOT, env=dict(os.environ))


@contextmanager
def at_port(data: Path, **settings: str) -> Iterator[str]:
    """Yield the address of the command over HTTP; settings are named without `KG_`, in lower case."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {f"KG_{name.upper()}": value for name, value in settings.items()}
    command = [sys.executable, "-m", "kg", "mcp", "--data", str(data), "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        # From this line on connections are taken.
        assert any("running on" in line for line in process.stderr), "the tools did not start"
        yield f"http://127.0.0.1:{port}/mcp"
    finally:
        process.terminate()
        process.wait()
        process.stderr.close()
