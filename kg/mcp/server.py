"""The server of the tools, over the standard streams or over HTTP (Model Context Protocol)."""

import functools
from collections.abc import Callable
from pathlib import Path

import uvicorn
from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from starlette.types import ASGIApp

from kg.config import Config
from kg.errors import KgError
from kg.mcp.asking import Asking
from kg.mcp.facts import Facts
from kg.mcp.limited import Limited
from kg.mcp.toolset import Toolset
from kg.version import VERSION
from kg.web import rates

INSTRUCTIONS = Path(__file__).parent / "instructions.md"  # what a model reads before all else


def made(asking: Asking) -> MCPServer:
    """Return the server of the tools."""
    read = INSTRUCTIONS.read_text(encoding="utf-8")
    server: MCPServer = MCPServer("communique", version=VERSION, instructions=read, log_level="WARNING")
    for tool in Toolset(asking).all():
        server.tool(title=tool.__name__.replace("_", " ").capitalize())(_told(tool))
    return server


def run(config: Config, port: int | None = None) -> None:
    """Serve until the client goes away or the process is ended: over the standard streams, or at a port."""
    asking = Asking(config)
    try:
        if port is None:
            made(asking).run("stdio")
        else:
            uvicorn.run(_application(config, asking), host=config.host, port=port, access_log=False)
    finally:
        asking.close()


def _application(config: Config, asking: Asking) -> ASGIApp:
    """Return the tools at `/mcp`; no request hangs on one before it, so that any process may answer it."""
    application = made(asking).streamable_http_app(host=config.host, stateless_http=True)
    return Limited(application, rates.of(config))


def _told(tool: Callable[..., Facts]) -> Callable[..., Facts]:
    """Return a tool that tells a model what it can mend, in the words that everybody gets."""

    @functools.wraps(tool)
    def told(*arguments: object, **named: object) -> Facts:
        try:
            return tool(*arguments, **named)
        except KgError as error:
            raise ToolError(error.told) from error

    return told
