"""The server: uvicorn with logs in JSON, one line a request, and as many workers as asked for."""

from __future__ import annotations

import logging.config
import os
import signal
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from tempfile import TemporaryDirectory
from typing import Any

import structlog
import uvicorn

from netgov.api.app import create_app
from netgov.api.metrics import SHARED_FOLDER
from netgov.graph.settings import Settings
from netgov.graph.store import GraphStore

LOGGED = ("request_id", "method", "path", "status", "milliseconds", "key")
"""What a line of the log may bear beside its time, level, logger and event."""
STOP_SECONDS = 5
"""How much longer than a query may take requests have to end when the server stops."""


def serve(settings: Settings, *, host: str, port: int, workers: int) -> None:
    """Serve until SIGTERM or SIGINT; requests under way end. Raises StoreUnavailable when there is no database.

    The store is opened here even where every worker opens its own: a database that is down fails the start rather than
    each worker in turn, and the embedded engine stays up while a worker is replaced.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # uvicorn stops first, and then lets it through
    with ExitStack() as stack:
        store = stack.enter_context(GraphStore.open(settings))
        if workers > 1 and SHARED_FOLDER not in os.environ:
            os.environ[SHARED_FOLDER] = stack.enter_context(TemporaryDirectory(prefix="netgov-metrics-"))
        uvicorn.run(
            create_app(settings, store) if workers == 1 else "netgov.api.app:create_app",
            factory=workers > 1,
            host=host,
            port=port,
            workers=workers,
            log_config=log_settings(),
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=int(settings.query_timeout) + STOP_SECONDS,
        )


def log_settings() -> dict[str, Any]:
    """All logs, those of libraries included, as one JSON object a line on stderr."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": json_formatter}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"level": "INFO", "handlers": ["stderr"]},
    }


def json_formatter(_options: Mapping[str, object] | None = None) -> logging.Formatter:
    """A formatter of the standard library's log records; a traceback is the field `exception`."""
    return structlog.stdlib.ProcessorFormatter(
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.JSONRenderer(),
        ],
        foreign_pre_chain=[
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ExtraAdder(allow=LOGGED),
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
        ],
    )
