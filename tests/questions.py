"""Random and hostile queries, asked of a running service: each is answered, or refused with a reason."""

import http.client
import json
from collections import Counter
from pathlib import Path
from urllib.parse import urlencode

import live
import strait
from grammar import bent, queries
from hypothesis import HealthCheck, given, settings

JSON = "application/sparql-results+json"
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": f"{JSON}, text/turtle;q=0.5"}
REFUSED = {400, 403, 406, 413, 422, 503, 504}  # with what is wrong, or for now


def judged(service: live.Service, query: str) -> str:
    """Return what became of a query: `right`, `clear error`, or what is wrong with the answer."""
    body = urlencode({"query": query.encode("utf-8", "surrogatepass"), "complete": "1"}).encode()
    try:
        status, headers, answer = service.send("POST", "/sparql", body, FORM)
    except (OSError, http.client.HTTPException) as error:
        return f"{type(error).__name__}"
    if status in REFUSED:
        told = json.loads(answer)
        return "clear error" if told["status"] == status and told["detail"] else f"{status} without a word"
    if status != 200:
        return f"status {status}"
    media = headers["Content-Type"].partition(";")[0]
    if media == JSON:
        found = json.loads(answer)
        return "right" if "boolean" in found or "bindings" in found["results"] else "no result"
    return "right" if media == "text/turtle" else f"result as {media}"


def asked(service: live.Service, number: int) -> Counter[str]:
    """Ask so many queries, half of them bent; return what became of them."""
    found: Counter[str] = Counter()
    most = settings(
        max_examples=number // 2,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    for kind in (queries(), bent()):

        @most
        @given(query=kind)
        def ask(query: str) -> None:
            found[judged(service, query)] += 1

        ask()
    return found


def tried(folder: Path, number: int = 10_000) -> dict[str, Counter[str]]:
    """Ask so many of a service of its own, and see that it lives."""
    with live.serve(strait.make(folder), log="none", workers="2", query_seconds="2") as service:
        found = asked(service, number)
        found["right" if service.send("GET", "/readyz")[0] == 200 else "the service"] += 1
    return {"random and hostile queries": found}
