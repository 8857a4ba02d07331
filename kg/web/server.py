"""Run the application under gunicorn."""

import socket
from functools import partial

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from kg.config import Config
from kg.errors import KgError
from kg.web import create_app
from kg.web.operation import log, meter, patience

# Seconds that requests under way have to end when the service is stopped.
GRACE = 10
LINE = 8190  # bytes of an address, with its query, and of a header: the most that gunicorn bounds
FIELDS = 100  # headers of a request


class _Server(BaseApplication):  # type: ignore[misc] # gunicorn is not typed
    """gunicorn as the service is set; each process makes its own application, after it was forked."""

    def __init__(self, config: Config) -> None:
        self._config = config
        super().__init__()

    def load_config(self) -> None:
        settings = {
            "bind": [
                f"[{host}]:{port}" if ":" in host else f"{host}:{port}" for host, port in self._config.binds
            ],
            "control_socket_disable": True,  # else it opens a socket in the home folder
            "graceful_timeout": GRACE,
            "limit_request_field_size": LINE,
            "limit_request_fields": FIELDS,
            "limit_request_line": LINE,
            "logconfig_dict": log.configuration(self._config),
            "on_starting": partial(_forget, self._config),
            "proc_name": "kg",
            "raw_env": [f"PROMETHEUS_MULTIPROC_DIR={self._config.counted}"],
            "threads": self._config.threads,
            "when_ready": partial(_hold_back, self._config.stall_seconds),
            "worker_class": patience.worker(self._config.stall_seconds),
            "workers": self._config.workers,
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        return create_app(self._config, meter=meter.shared(self._config.counted))


def run(config: Config) -> None:
    """Serve until the process is told to stop; requests under way may end.

    Raises:
        KgError: an address cannot be listened on, or the figures have no port of their own.
    """
    if len({port for _, port in config.binds}) < len(config.binds):
        raise KgError(f"KG_METRICS: expected a port of its own, found that of the service, {config.port}")
    for host, port in config.binds:
        _refuse_taken(host, port)
    _Server(config).run()


def _hold_back(seconds: float, arbiter: Arbiter) -> None:
    """Have the system hold back who connects and sends nothing yet, such as browsers in advance (Linux)."""
    for listener in arbiter.LISTENERS:
        listener.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, max(1, int(seconds)))


def _forget(config: Config, _: Arbiter) -> None:
    meter.empty(config.counted)


def _refuse_taken(host: str, port: int) -> None:
    """Try an address: gunicorn itself would try again for seconds and say nothing of use."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:  # the latter of a port above 65535
            found = getattr(error, "strerror", None) or error
            raise KgError(f"{host}:{port}: expected an address to listen on, found: {found}") from error
