"""
Any bytes at the port of the reconciliation service: answered or refused, never at fault.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from functools import cache
from urllib.parse import quote, urlencode

from fuzz_service import EXTENSION, PATHS, QUERIES

import destalinization as ds
from destalinization.reconciliation.server import Server

WORDS = (
    "GET ", "POST ", "HEAD ", "OPTIONS ", "PUT ", "TRACE ", " HTTP/1.1\r\n", " HTTP/1.0\r\n", " HTTP/0.9\r\n",
    " HTTP/2.0\r\n", "Content-Length: ", "Transfer-Encoding: chunked\r\n", "Expect: 100-continue\r\n", "Host: x\r\n",
    "Content-Type: ", "application/x-www-form-urlencoded", "\r\n\r\n", "%00", "%ff", "%D0%A1", "http://[", "?", "#",
    "queries=", "callback=", "..", "//",
)  # fmt: skip
STATUSES = {100, 200, 204, 400, 404, 405, 408, 411, 413, 414, 415, 431, 501, 505}


@cache
def server() -> Server:
    """
    Make a server on a port of its own that nobody asks.
    """
    return Server(ds.catalogue(), port=0, seconds=2)


def seeds() -> Iterator[bytes]:
    """
    Give requests as clients send them.
    """
    for path in PATHS:
        yield f"GET {path}?prefix={quote('Стал')}&id=dushanbe HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    for query in QUERIES:
        body = urlencode({"queries": json.dumps(query)})
        yield (
            "POST / HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n{body}"
        ).encode()
    yield f"GET /?{urlencode({'extend': json.dumps(EXTENSION)})} HTTP/1.0\r\n\r\n".encode()
    yield b"OPTIONS * HTTP/1.1\r\nExpect: 100-continue\r\n\r\n"
    yield b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nqueri\r\n0\r\n\r\n"


def check(data: bytes) -> None:
    """
    Send bytes, and read the answer.
    """
    with socket.create_connection(("127.0.0.1", server().server_address[1]), timeout=10) as ours:
        ours.sendall(data)
        ours.shutdown(socket.SHUT_WR)
        theirs, address = server().get_request()
        with theirs:
            server().finish_request(theirs, address)
        answer = b"".join(iter(lambda: ours.recv(65536), b""))
    if not answer:
        return
    if answer.startswith(b"HTTP/1.1 100 "):
        answer = answer.partition(b"\r\n\r\n")[2]
    head, _, content = answer.partition(b"\r\n\r\n")
    first, *headers = head.decode("ascii").split("\r\n")
    assert int(first.split()[1]) in STATUSES
    told = dict(header.split(": ", 1) for header in headers)
    assert told["Connection"] == "close"
    if told.get("Content-Type", "").startswith("application/json") and content:
        assert isinstance(json.loads(content), dict)
