"""
The service over real sockets: many clients, slow clients, clients that go, and what is no request at all.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

import destalinization as ds
from destalinization.reconciliation.server import LARGEST, Server
from destalinization.reconciliation.service import Service

JSON = "application/json; charset=utf-8"


@contextmanager
def serving(**options: Any) -> Iterator[Server]:
    """
    Serve the bundled data on a free port.
    """
    with Server(ds.catalogue(), port=0, **options) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """
    A server that all tests of this module ask.
    """
    with serving() as server:
        yield server


@pytest.fixture(scope="module")
def patientless() -> Iterator[Server]:
    """
    A server that waits for half a second only.
    """
    with serving(seconds=0.5) as server:
        yield server


def ask(
    server: Server, method: str, path: str, body: bytes | None = None, **headers: str
) -> tuple[HTTPResponse, bytes]:
    """
    Send a request, and give the response with its content.
    """
    connection = HTTPConnection("127.0.0.1", server.server_address[1], timeout=30)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        connection.request(method, path, body, named)
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


def post(server: Server, **form: Any) -> Any:
    """
    Post a form of JSON, and read the answer.
    """
    body = urlencode({name: json.dumps(value, ensure_ascii=False) for name, value in form.items()}).encode()
    response, content = ask(server, "POST", "/", body, Content_Type="application/x-www-form-urlencoded; charset=UTF-8")
    assert (200, JSON) == (response.status, response.headers["Content-Type"])
    return json.loads(content)


def exchange(server: Server, sent: bytes, *, end: bool = True) -> bytes:
    """
    Send bytes, and read until the server closes the connection.
    """
    with socket.create_connection(("127.0.0.1", server.server_address[1]), timeout=30) as client:
        client.sendall(sent)
        if end:
            client.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: client.recv(65536), b""))


def refused(answer: bytes) -> int:
    """
    Give the status of an answer that is a refusal in JSON.
    """
    head, _, content = answer.partition(b"\r\n\r\n")
    status = int(head.split()[1])
    assert (status, JSON.encode() in head) == (json.loads(content)["status"], True)
    return status


def test_a_form_is_answered(server: Server) -> None:
    """
    A batch that was posted gets its answer, whatever the script.
    """
    found = post(server, queries={"q0": {"query": "Сталинабад"}, "q1": {"query": "Stalinabad & Co+é%"}})
    assert ["dushanbe"] == [candidate["id"] for candidate in found["q0"]["result"]]
    assert "q1" in found


@pytest.mark.parametrize("text", ["Сталинабад", "Stalinabad "])
def test_an_address_is_decoded(server: Server, text: str) -> None:
    """
    A query in the address is decoded as UTF-8.
    """
    batch = quote(json.dumps({"q0": {"query": text}}, ensure_ascii=False))
    _, content = ask(server, "GET", f"/?queries={batch}")
    assert ["dushanbe"] == [candidate["id"] for candidate in json.loads(content)["q0"]["result"]]


@pytest.mark.parametrize("path", ["/", "/nothing", "/preview?id=volgograd", "/suggest/type?prefix=c", "/?queries={"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "PUT"])
def test_any_page_may_read_the_answer(server: Server, method: str, path: str) -> None:
    """
    Every answer, refusals too, allows other origins, and forbids to guess its type.
    """
    response, content = ask(server, method, path, Origin="https://example.org")
    wanted = {"Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff", "Connection": "close"}
    assert wanted == {name: response.headers[name] for name in wanted}
    assert "POST" in response.headers["Access-Control-Allow-Methods"]
    assert (method in ("HEAD", "OPTIONS")) == (content == b"")
    assert method != "OPTIONS" or response.status == 204


def test_head_is_get_without_content(server: Server) -> None:
    """
    HEAD tells the length that GET has.
    """
    got, content = ask(server, "GET", "/")
    headed, nothing = ask(server, "HEAD", "/")
    assert (str(len(content)), b"", got.headers["Content-Type"]) == (
        headed.headers["Content-Length"],
        nothing,
        headed.headers["Content-Type"],
    )


def test_links_do_not_believe_the_host_header(server: Server) -> None:
    """
    Links begin with the address that the server is bound to, whatever a client calls it.
    """
    _, content = ask(server, "GET", "/", Host="evil.example")
    port = server.server_address[1]
    assert f"http://127.0.0.1:{port}/preview?id={{{{id}}}}" == json.loads(content)["view"]["url"]
    assert b"evil" not in content


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"POST / HTTP/1.1\r\n\r\n", 411),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411),
        (b"POST / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411),
        (b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % (LARGEST + 1), 413),
        (b"POST / HTTP/1.1\r\nContent-Length: %s\r\n\r\n" % (b"9" * 5000), 413),
        (b"POST / HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}", 415),
        (b"POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\na=\xff", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\na=%FF", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: 399\r\n\r\n" + b"&".join([b"a=1"] * 100), 400),
        (b"POST / HTTP/1.1\r\nContent-Length: 403\r\n\r\n" + b"&".join([b"a=1"] * 101), 413),
        (b"GET /%ff HTTP/1.1\r\n\r\n", 400),
        (b"GET /?a=\xff HTTP/1.1\r\n\r\n", 400),
        (b"GET http://[ HTTP/1.1\r\n\r\n", 400),
        (b"GET /../../etc/passwd HTTP/1.1\r\n\r\n", 404),
        (b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n\r\n", 404),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", 414),
        (b"GET / HTTP/1.1\r\nA: " + b"a" * 70_000 + b"\r\n\r\n", 431),
        (b"GET / HTTP/1.1\r\n" + b"A: a\r\n" * 200 + b"\r\n", 431),
        (b"DELETE / HTTP/1.1\r\n\r\n", 405),
        (b"BREW / HTTP/1.1\r\n\r\n", 501),
        (b"GET / HTTP/9.9\r\n\r\n", 505),
        (b"garbage\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00 \x01 \x00\x01\r\n\r\n", 400),
    ],
)
def test_what_is_refused(server: Server, sent: bytes, status: int) -> None:
    """
    What is too large, or no request that is understood, is refused in JSON.
    """
    assert status == refused(exchange(server, sent))


def test_an_absolute_address_is_understood(server: Server) -> None:
    """
    A proxy may send the whole address.
    """
    assert exchange(server, b"GET http://anywhere/suggest/type HTTP/1.1\r\n\r\n").startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize("line", [b"GET /suggest/type", b"GET /suggest/type HTTP/0.9", b"GET /suggest/type HTTP/1.0"])
def test_an_old_client_gets_a_head_too(server: Server, line: bytes) -> None:
    """
    Whatever version of HTTP a request names, or none, the answer says what it is.
    """
    head, _, content = exchange(server, line + b"\r\n\r\n").partition(b"\r\n\r\n")
    assert (True, True) == (head.startswith(b"HTTP/1.1 200 OK\r\n"), JSON.encode() in head)
    assert json.loads(content)["result"]


def test_a_large_body_is_told_so(server: Server) -> None:
    """
    A client that sends more than is read still gets to know why it was refused.
    """
    response, content = ask(server, "POST", "/", b"a" * (LARGEST + 1))
    assert (413, 413) == (response.status, json.loads(content)["status"])


def test_a_body_of_the_largest_size_is_read(server: Server) -> None:
    """
    Ten megabytes are not too many.
    """
    body = b"queries=" + quote('{"q0": {"query": "Stalinabad"}}').encode()
    _, content = ask(server, "POST", "/", body + b"+" * (LARGEST - len(body)))
    assert ["dushanbe"] == [candidate["id"] for candidate in json.loads(content)["q0"]["result"]]


def test_fifty_clients_at_once(server: Server) -> None:
    """
    Fifty clients that ask at the same moment all get their own answers.
    """
    names = {"Stalinabad": "dushanbe", "Сталинабад": "dushanbe", "malye-shigali": "malye-shigali"}
    barrier = threading.Barrier(50)

    def client(number: int) -> bool:
        text = list(names)[number % len(names)]
        barrier.wait()
        found = post(server, queries={str(number): {"query": text}})
        return list(found) == [str(number)] and found[str(number)]["result"][0]["id"] == names[text]

    with ThreadPoolExecutor(50) as pool:
        assert [True] * 50 == list(pool.map(client, range(50)))


def test_others_are_answered_while_some_are_slow(server: Server) -> None:
    """
    Fifty clients that say nothing keep nobody waiting.
    """
    address = ("127.0.0.1", server.server_address[1])
    idle = [socket.create_connection(address) for _ in range(50)]
    try:
        start = time.monotonic()
        assert 200 == ask(server, "GET", "/")[0].status
        assert time.monotonic() - start < server.seconds / 2
    finally:
        for client in idle:
            client.close()


def test_more_clients_than_threads_wait_for_their_turn() -> None:
    """
    With two threads, twenty clients are all answered.
    """
    with serving(threads=2) as server, ThreadPoolExecutor(20) as pool:
        statuses = list(pool.map(lambda _: ask(server, "GET", "/")[0].status, range(20)))
    assert [200] * 20 == statuses


@pytest.mark.parametrize("sent", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nA: b\r\n"])
def test_a_slow_head_is_cut_off(patientless: Server, sent: bytes) -> None:
    """
    A client that does not end its request is closed.
    """
    start = time.monotonic()
    assert b"" == exchange(patientless, sent, end=False)
    assert 0.4 < time.monotonic() - start < 5


def test_a_slow_body_is_told_so(patientless: Server) -> None:
    """
    A client that does not send what it said is told that it took too long.
    """
    assert 408 == refused(exchange(patientless, b"POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nq", end=False))


def test_a_dripping_client_is_cut_off(patientless: Server) -> None:
    """
    A byte now and then does not keep a connection open: the whole request has one deadline.
    """
    with socket.create_connection(("127.0.0.1", patientless.server_address[1]), timeout=10) as client:
        start = time.monotonic()
        closed = False
        while not closed and time.monotonic() - start < 8:
            try:
                client.sendall(b"G")
                client.settimeout(0.1)
                closed = client.recv(10) == b""
            except TimeoutError:
                pass
            except ConnectionError:
                closed = True
    assert closed
    assert time.monotonic() - start < 5


def test_clients_that_go_leave_no_trace(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    """
    A client that closes in the middle, or does not take its answer, causes no traceback.
    """
    reset = b"\x01\x00\x00\x00\x00\x00\x00\x00"
    for sent in (
        b"",
        b"GET",
        b"POST / HTTP/1.1\r\nContent-Length: 99\r\n\r\na",
        b"GET /preview?id=volgograd HTTP/1.1\r\n\r\n",
    ):
        client = socket.create_connection(("127.0.0.1", server.server_address[1]))
        client.sendall(sent)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset)
        client.close()
    assert 200 == ask(server, "GET", "/")[0].status
    time.sleep(0.2)
    assert ("", "") == tuple(capfd.readouterr())


def test_a_fault_of_the_service_is_told(
    server: Server, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """
    An error of the code is a 500 in JSON for the client, and a traceback for whoever runs the service.
    """

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Service, "answer", broken)
    response, content = ask(server, "GET", "/")
    time.sleep(0.1)
    assert (500, "the service is at fault, not the request") == (response.status, json.loads(content)["error"])
    assert "ZeroDivisionError" in capfd.readouterr().err


@given(
    head=st.sampled_from([b"GET ", b"POST / HTTP/1.1\r\nContent-Length: 20\r\n\r\n", b"POST / HTTP/1.1\r\n", b""]),
    rest=st.binary(max_size=60) | st.text(max_size=20).map(str.encode),
)
def test_any_bytes_are_answered_or_refused(server: Server, head: bytes, rest: bytes) -> None:
    """
    Whatever comes, the answer is none, or a refusal in JSON, or what was asked for.
    """
    answer = exchange(server, head + rest)
    if answer and not answer.startswith((b"HTTP/1.1 200 ", b"HTTP/1.1 204 ", b"HTTP/1.1 100 ")):
        assert refused(answer) < 500 or answer.split()[1] in (b"501", b"505")


@given(
    body=st.binary(max_size=200)
    | st.dictionaries(st.sampled_from(["queries", "extend", "callback", "a"]), st.text()).map(
        lambda form: urlencode(form).encode(errors="replace")
    )
)
def test_any_form_is_answered_or_refused(server: Server, body: bytes) -> None:
    """
    Whatever a form holds, the answer is JSON, and never the fault of the service.
    """
    response, content = ask(server, "POST", "/", body)
    assert response.status in (200, 400, 413)
    if response.headers["Content-Type"] == JSON:
        assert isinstance(json.loads(content), dict)


@pytest.mark.parametrize(
    ("host", "private", "begins"),
    [
        ("127.0.0.1", True, "http://127.0.0.1:"),
        ("localhost", True, "http://"),
        ("0.0.0.0", False, f"http://{socket.gethostname()}:"),
    ],
)
def test_who_can_reach_it(host: str, private: bool, begins: str) -> None:
    """
    A server on the loopback interface is private, one on all interfaces is not.
    """
    with Server(ds.catalogue(), host, 0) as server:
        assert (private, True) == (server.is_private, server.service.address.startswith(begins))


def test_links_may_begin_with_another_address() -> None:
    """
    Behind a proxy, links begin with the address that it is reached by.
    """
    with Server(ds.catalogue(), port=0, address="https://example.org/names/") as server:
        assert "https://example.org/names" == server.service.address


def test_a_port_in_use(server: Server) -> None:
    """
    The error names the address.
    """
    port = server.server_address[1]
    with pytest.raises(OSError, match="in use") as caught:
        Server(ds.catalogue(), port=int(port))
    assert f"127.0.0.1:{port}" == caught.value.filename
