"""What Prometheus reads at /metrics: requests, and how large and how fresh the graph is.

With several workers any of them may be asked, and tells for all: they share the folder that PROMETHEUS_MULTIPROC_DIR
names. Registries belong to one application; the library's global one is left alone.
"""

from __future__ import annotations

import math
import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from threading import Lock

from fastapi import APIRouter, Request, Response
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.metrics_core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from netgov.api.dependencies import Store
from netgov.graph.errors import NetgovError
from netgov.graph.ontology import ONTOLOGY
from netgov.graph.store import GraphStore

SHARED_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
KEPT_SECONDS = 15.0
"""How long figures of the graph are kept: scrapes that come more often do not ask the database again."""
SCRAPE_SECONDS = 2.0
TIMEOUT = 504

router = APIRouter(include_in_schema=False)

_FRESHNESS = """
OPTIONAL MATCH (document:Document) WHERE document.sha256 IS NOT NULL
WITH count(document) AS documents, max(coalesce(document.date, document.period_end)) AS newest
OPTIONAL MATCH (turn:Turn {id: 'write'})
RETURN documents, newest, turn.time AS ingested
"""


class Metrics:
    """Figures of the requests to one application."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        labels = ("method", "route")
        self.requests = Counter(
            "netgov_http_requests", "Requests answered.", (*labels, "status"), registry=self.registry
        )
        self.seconds = Histogram(
            "netgov_http_request_duration_seconds", "Time until the end of the answer.", labels, registry=self.registry
        )
        self.timeouts = Counter("netgov_query_timeouts", "Queries that took too long.", registry=self.registry)
        self.in_progress = Gauge(
            "netgov_http_requests_in_progress",
            "Requests being answered.",
            registry=self.registry,
            multiprocess_mode="livesum",
        )

    def count(self, method: str, route: str | None, status: int, seconds: float) -> None:
        """Count a request; what clients can make up, an unknown path or method, gets no figures of its own."""
        labels = (method if method in METHODS else "other", route or "unmatched")
        self.requests.labels(*labels, str(status)).inc()
        self.seconds.labels(*labels).observe(seconds)
        if status == TIMEOUT:
            self.timeouts.inc()

    def render(self, graph: Collector) -> bytes:
        """All figures in the text form of Prometheus, those of other workers included."""
        requests = CollectorRegistry()
        if SHARED_FOLDER in os.environ:
            MultiProcessCollector(requests)  # type: ignore[no-untyped-call]
        else:
            requests.register(self.registry)
        requests.register(graph)
        return generate_latest(requests)


class GraphFigures(Collector):
    """Size and freshness of a graph, asked for when they are scraped and then kept for some seconds."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._read_at = -math.inf
        self._figures: tuple[Metric, ...] = ()

    def collect(self) -> tuple[Metric, ...]:
        """The figures as of the last refresh."""
        return self._figures

    def refresh(self, store: GraphStore) -> None:
        """Read the figures again where they are too old."""
        with self._lock:
            if time.monotonic() - self._read_at > KEPT_SECONDS:
                self._figures, self._read_at = tuple(_read_figures(store)), time.monotonic()


@router.get("/metrics")
def metrics(request: Request, store: Store) -> Response:
    """Figures for Prometheus."""
    state = request.app.state
    state.figures.refresh(store)
    return Response(state.metrics.render(state.figures), media_type=CONTENT_TYPE_LATEST)


def _read_figures(store: GraphStore) -> Iterator[Metric]:
    """Build, state, size and freshness; a database that does not answer has no size, and the scrape goes on."""
    yield InfoMetricFamily("netgov_build", "What runs here.", {"version": _installed_version()})
    try:
        size = [*_read_size(store), *_read_freshness(store)]
    except NetgovError:
        size = []
    yield GaugeMetricFamily("netgov_store_up", "Whether the database answers.", float(bool(size)))
    yield from size


def _installed_version() -> str:
    try:
        return version("netgov")
    except PackageNotFoundError:  # it runs from its source
        return "source"


def _read_size(store: GraphStore) -> Iterator[Metric]:
    nodes = GaugeMetricFamily("netgov_graph_nodes", "Nodes by label.", labels=["label"])
    for label in ONTOLOGY.nodes:
        ((count,),) = store.read(f"MATCH (n:{label}) RETURN count(n)", timeout=SCRAPE_SECONDS).rows
        nodes.add_metric([label], count)
    yield nodes


def _read_freshness(store: GraphStore) -> Iterator[Metric]:
    ((documents, newest, ingested),) = store.read(_FRESHNESS, timeout=SCRAPE_SECONDS).rows
    yield GaugeMetricFamily("netgov_graph_documents", "Ingested documents.", documents)
    if newest:
        age = "Age of the newest date that a document bears or reports until."
        yield GaugeMetricFamily("netgov_newest_document_age_seconds", age, _age(newest))
    if ingested:
        yield GaugeMetricFamily("netgov_last_ingest_age_seconds", "Time since the graph last changed.", _age(ingested))


def _age(text: str) -> float:
    """Seconds since an ISO time; of a month or year ("2018-02", "2018"), since it began."""
    moment = datetime.fromisoformat(text + "-01" * (2 - text.count("-")) if len(text) < len("2018-02-01") else text)
    return (datetime.now(UTC) - (moment if moment.tzinfo else moment.replace(tzinfo=UTC))).total_seconds()
