"""
Any request to the reconciliation service: answered or refused, in JSON, never at fault.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

import destalinization as ds
from destalinization.reconciliation.service import HTML, JAVASCRIPT, JSON, Service

PATHS = (
    "/", "/preview", "/properties", "/suggest/entity", "/suggest/property", "/suggest/type", "/flyout/entity",
    "/flyout/property", "/flyout/type",
)  # fmt: skip
WORDS = (
    *PATHS, "queries=", "extend=", "prefix=", "cursor=", "limit=", "id=", "callback=", "type=", '{"q0":', '"query":',
    '"properties":', '"pid":', '"v":', '"type_strict":', '"should"', '"settings":', '"ids":', '"date"', '"country"',
    '"kind"', '"honours"', '"limit":', "1e400", "1961-11-10T00:00:00Z", "null", "[", "{", "\\ud800",
)  # fmt: skip
QUERIES = (
    {"q0": {"query": "Stalino", "limit": 3}},
    {"q0": {"query": "Сталинабад", "type": "city", "type_strict": "should"}, "q1": {"query": "Stalinabda"}},
    {"q": {"query": "Stalino", "properties": [{"pid": "date", "v": ["1950", 1961.0]}, {"pid": "country", "v": "UA"}]}},
    {"q": {"query": "volgograd", "properties": [{"pid": "honours", "v": {"id": "joseph-stalin"}}]}},
    {"q": {"query": "Gorky", "properties": [{"pid": "x", "v": True}]}},
)  # fmt: skip
EXTENSION = {
    "ids": ["dushanbe", "gulag", "atlantis"],
    "properties": [
        {"id": "name-on", "settings": {"date": "1950", "language": "ru"}},
        {"id": "country"},
        {"id": "founded"},
    ],
}


@cache
def service() -> Service:
    """
    Make the service.
    """
    return Service(ds.catalogue(), "http://127.0.0.1:8000")


def seeds() -> Iterator[bytes]:
    """
    Give requests: the method and the path in the first line, a parameter in each other.
    """
    for path in PATHS:
        yield f"GET {path}\nid=dushanbe\nprefix=stal\ncursor=1\nlimit=2\ntype=city\ncallback=a.b".encode()
    for query in QUERIES:
        yield f"POST /\nqueries={json.dumps(query, ensure_ascii=False)}".encode()
    yield f"GET /\nextend={json.dumps(EXTENSION)}".encode()
    yield b"POST /\nqueries={}"


def check(data: bytes) -> None:
    """
    Ask, and read the answer.
    """
    head, *lines = data.decode(errors="surrogateescape").split("\n")
    method, _, path = head.partition(" ")
    parameters = {key: value for key, _, value in (line.partition("=") for line in lines)}
    reply = service().answer(method, path, parameters)
    assert reply.status in {200, 400, 404, 405, 413}
    assert bool(reply.allowed) == (reply.status == 405)
    if reply.media_type == HTML:
        assert reply.content.decode()
        return
    content = reply.content
    if reply.media_type == JAVASCRIPT:
        begin = f"/**/{parameters['callback']}(".encode()
        assert content.startswith(begin)
        content = content[len(begin) : -2]
    else:
        assert reply.media_type == JSON
    answer = json.loads(content)
    assert isinstance(answer, dict)
    assert reply.status == 200 or set(answer) == {"status", "error"}
