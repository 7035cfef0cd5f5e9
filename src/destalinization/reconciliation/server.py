"""
The service over HTTP, for use on one's own machine or behind a proxy.

A connection carries one request. What is too large, too slow or no request at all is refused, so that no client keeps
others waiting for long; at most `Server.threads` requests are answered at once, further ones wait for their turn.
"""

from __future__ import annotations

import io
import ipaddress
import socket
import sys
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from threading import BoundedSemaphore
from time import monotonic
from typing import Any, cast
from urllib.parse import parse_qsl, unquote, urlsplit

from ..store.catalogue import Catalogue
from ..toponyms.spellings import index_of
from .service import RefusedError, Reply, Service, refusal

LARGEST = 10 * 1024 * 1024
"""The largest body of a request, in bytes."""

FIELDS = 100
"""How many fields a query or a form may have."""

FORM = "application/x-www-form-urlencoded"

_LINGER = 2.0
"""How long the rest of a refused request is read and thrown away, so that the client sees why, in seconds."""


class _Timely(io.RawIOBase):
    """
    What a client sends, all of which must have come by a deadline.
    """

    def __init__(self, connection: socket.socket, seconds: float) -> None:
        self._connection = connection
        self._deadline = monotonic() + seconds

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        left = self._deadline - monotonic()
        if left <= 0:
            raise TimeoutError("the request took too long")
        self._connection.settimeout(left)
        return self._connection.recv_into(buffer)


class _Handler(BaseHTTPRequestHandler):
    """
    One request.
    """

    protocol_version = "HTTP/1.1"
    default_request_version = "HTTP/1.0"
    disable_nagle_algorithm = True
    unread = True

    def setup(self) -> None:
        super().setup()
        self.own = cast("Server", self.server)
        self.rfile.close()
        self.rfile = io.BufferedReader(_Timely(self.connection, self.own.seconds))

    def finish(self) -> None:
        super().finish()
        if self.unread:
            with suppress(OSError):
                self.connection.shutdown(socket.SHUT_WR)
                rest = _Timely(self.connection, _LINGER)
                while rest.readinto(bytearray(65536)):
                    pass

    def _serve(self) -> None:
        """
        Answer the request.
        """
        try:
            reply = self._reply()
        except Exception:
            self.send(refusal(500, "the service is at fault, not the request"))
            raise
        self.send(reply)

    do_GET = do_HEAD = do_POST = do_OPTIONS = do_PUT = do_PATCH = do_DELETE = _serve  # noqa: N815 - as the base class has it

    def _reply(self) -> Reply:
        """
        Work out the answer.
        """
        try:
            target = urlsplit(self.path)
            path = unquote(target.path, errors="strict") or "/"
            fields = _fields(target.query.encode("latin-1"), "the query")
            if self.command == "POST":
                fields |= _fields(self._body(), "the form")
            else:
                self.unread = "Content-Length" in self.headers or "Transfer-Encoding" in self.headers
        except RefusedError as error:
            return refusal(error.status, error.reason)
        except TimeoutError:
            return refusal(408, f"the request has not come within {self.own.seconds:g} seconds")
        except ValueError as error:
            return refusal(400, f"the address cannot be read: {error}")
        if self.command == "OPTIONS":
            return Reply(status=204)
        return self.own.service.answer(self.command, path, fields)

    def _body(self) -> bytes:
        """
        Read the form.
        """
        kind = self.headers.get_content_type() if "Content-Type" in self.headers else FORM
        if kind != FORM:
            raise RefusedError(415, f"the body is {kind}, expected {FORM}")
        length = self.headers.get("Content-Length")
        if length is None or "Transfer-Encoding" in self.headers:
            raise RefusedError(411, "the body has no Content-Length")
        if not (length.isascii() and length.isdigit()):
            raise RefusedError(400, f"Content-Length: found {length[:60]!r}, expected a number")
        if len(length) > 12 or int(length) > LARGEST:
            raise RefusedError(413, f"the body has {length[:60]} bytes, expected {LARGEST:,} at most")
        body = self.rfile.read(int(length))
        self.unread = False
        if len(body) < int(length):
            raise RefusedError(400, f"the body has {len(body)} bytes, expected {length} as Content-Length says")
        return body

    def send(self, reply: Reply) -> None:
        """
        Send an answer; the connection is closed after it.

        Args:
            reply: the answer.
        """
        self.close_connection = True
        self.request_version = self.protocol_version  # or one who names version 0.9 gets an answer without a head
        self.connection.settimeout(self.own.seconds)
        self.send_response(reply.status)
        for header, value in _headers(reply):
            self.send_header(header, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """
        Refuse what is no request.

        Args:
            code: the status code.
            message: why.
            explain: more about it.
        """
        reason = message or self.responses.get(code, ("refused",))[0]
        self.send(refusal(code, f"{reason}: {explain}" if explain else reason))

    def version_string(self) -> str:
        """
        Name the software.
        """
        return "destalinization"

    def log_message(self, format: str, *arguments: Any) -> None:
        """
        Keep no log: the names that somebody looks up are nobody else's business.
        """


class Server(ThreadingTCPServer):
    """
    A server of the service.

    Args:
        catalogue: what it answers from.
        host: the name or address of the interface; nobody but this machine can reach the default.
        port: the port; 0 takes one that is free.
        address: what links begin with, where that is not the address it is bound to, as behind a proxy.
        seconds: how long a request may take to come, and an answer to be taken.
        threads: how many requests are answered at once.

    Raises:
        OSError: the port is in use, or there is no such interface.
    """

    allow_reuse_address = sys.platform != "win32"
    daemon_threads = True
    request_queue_size = 128

    def __init__(
        self,
        catalogue: Catalogue,
        host: str = "127.0.0.1",
        port: int = 8000,
        *,
        address: str | None = None,
        seconds: float = 10.0,
        threads: int = 64,
    ) -> None:
        index_of(catalogue).table()  # so that the first to ask need not wait for it
        self.seconds = seconds
        self._places = BoundedSemaphore(threads)
        try:
            self.address_family, _, _, _, bound = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
            super().__init__((str(bound[0]), port), _Handler)
        except OSError as error:
            raise OSError(error.errno, error.strerror, f"{host}:{port}") from None
        self.service = Service(catalogue, (address or self._own_address()).rstrip("/"))

    @property
    def is_private(self) -> bool:
        """
        Whether this machine alone can reach it.
        """
        return ipaddress.ip_address(str(self.server_address[0])).is_loopback

    def _own_address(self) -> str:
        """
        Give the address that it is bound to; with this machine's name where that is all interfaces.
        """
        host, port = str(self.server_address[0]), self.server_address[1]
        if ipaddress.ip_address(host).is_unspecified:
            host = socket.gethostname()
        return f"http://{f'[{host}]' if ':' in host else host}:{port}"

    def process_request(self, request: Any, client_address: Any) -> None:
        """
        Answer a request in a thread of its own, as soon as there are not too many.

        Args:
            request: the connection.
            client_address: whose it is.
        """
        self._places.acquire()
        try:
            super().process_request(request, client_address)
        except BaseException:
            self._places.release()
            raise

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """
        Answer a request in this thread.

        Args:
            request: the connection.
            client_address: whose it is.
        """
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._places.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """
        Say what went wrong, unless it is that a client has gone.

        Args:
            request: the connection.
            client_address: whose it is.
        """
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


def _headers(reply: Reply) -> list[tuple[str, str]]:
    """
    Give the headers of an answer; any page may read it, none may take it for something else.
    """
    allowed = ", ".join(reply.allowed)
    return [
        ("Content-Type", reply.media_type),
        *([("Content-Length", str(len(reply.content)))] if reply.status != 204 else []),
        ("Connection", "close"),
        ("Access-Control-Allow-Origin", "*"),
        ("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS"),
        ("Access-Control-Allow-Headers", "*"),
        ("X-Content-Type-Options", "nosniff"),
        ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"),
        *([("Allow", allowed)] if allowed else []),
    ]


def _fields(encoded: bytes, what: str) -> dict[str, str]:
    """
    Decode the fields of a query or a form; the last of several with one name counts.
    """
    try:
        text = encoded.decode()
        return dict(parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=FIELDS))
    except UnicodeDecodeError as error:
        raise RefusedError(400, f"{what} is not UTF-8 at byte {error.start}") from None
    except ValueError:
        raise RefusedError(413, f"{what} has more than {FIELDS} fields") from None
