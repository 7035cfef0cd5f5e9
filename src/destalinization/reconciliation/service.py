"""
The service: what is answered to a request, whatever it came by.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from attrs import frozen

from ..misfits import MisfitError
from .candidates import reconcile
from .extension import extend, propose
from .manifest import manifest
from .messages import TooManyError, read_count, read_extension, read_queries
from .preview import flyout, preview
from .suggestions import suggest_entities, suggest_properties, suggest_types

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..store.catalogue import Catalogue

    Parameters = Mapping[str, str]
    Answer = Callable[["Service", Parameters], Any]

JSON = "application/json; charset=utf-8"
JAVASCRIPT = "application/javascript; charset=utf-8"
HTML = "text/html; charset=utf-8"

READING = ("GET", "HEAD", "OPTIONS")
ASKING = (*READING, "POST")

_CALLBACK = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]{0,63}(\.[A-Za-z_$][A-Za-z0-9_$]{0,63}){0,4}")
"""The names of functions that an answer may call: identifiers of ASCII, with full stops between them."""


@frozen(kw_only=True)
class Reply:
    """
    The answer to a request.

    Attributes:
        status: the status code of HTTP.
        media_type: what the content is.
        content: the answer itself.
        allowed: the methods that would be right, where another was used.
    """

    status: int = 200
    media_type: str = JSON
    content: bytes = b""
    allowed: tuple[str, ...] = ()


class RefusedError(Exception):
    """
    A request that is not answered: the status code, why, and the methods that would be right if another was used.
    """

    def __init__(self, status: int, reason: str, allowed: tuple[str, ...] = ()) -> None:
        super().__init__(status, reason, allowed)
        self.status = status
        self.reason = reason
        self.allowed = allowed


@frozen
class Service:
    """
    A reconciliation service for a catalogue.

    Attributes:
        catalogue: what it answers from.
        address: where it is served, without a slash at the end.

    >>> import destalinization as ds
    >>> service = Service(ds.catalogue(), "http://127.0.0.1:8000")
    >>> json.loads(service.answer("GET", "/", {}).content)["versions"]
    ['0.1', '0.2']
    """

    catalogue: Catalogue
    address: str

    def answer(self, method: str, path: str, parameters: Parameters) -> Reply:
        """
        Answer a request.

        Args:
            method: the method of HTTP.
            path: the path, decoded.
            parameters: the parameters of the query or the form, decoded.
        """
        try:
            callback = _callback(parameters)
            found = _route(method, path, parameters)(self, parameters)
        except MisfitError as error:
            return refusal(400, f"{error.path}: found {error.found}, expected {error.expected}")
        except TooManyError as error:
            return refusal(413, str(error))
        except RefusedError as error:
            return refusal(error.status, error.reason, allowed=error.allowed)
        if isinstance(found, str):
            return Reply(media_type=HTML, content=found.encode(errors="replace"))
        content = json.dumps(found).encode()
        if callback:
            return Reply(media_type=JAVASCRIPT, content=b"/**/" + callback.encode() + b"(" + content + b");")
        return Reply(content=content)


def refusal(status: int, reason: str, *, allowed: tuple[str, ...] = ()) -> Reply:
    """
    Make the answer to a request that cannot be answered.

    Args:
        status: the status code of HTTP.
        reason: why, in words.
        allowed: the methods that would be right, where another was used.
    """
    content = json.dumps({"status": status, "error": reason[:2000]}).encode()
    return Reply(status=status, content=content, allowed=allowed)


def _route(method: str, path: str, parameters: Parameters) -> Answer:
    """
    Give what answers a request.
    """
    if path not in _ROUTES:
        raise RefusedError(404, f"nothing is at {path[:200]!r}; there are {', '.join(_ROUTES)}")
    methods, answer = _ROUTES[path]
    if method not in methods:
        raise RefusedError(405, f"{path} is asked by {', '.join(methods)}, not by {method}", methods)
    if method == "POST" and not parameters.keys() & {"queries", "extend"}:
        raise MisfitError("form", "neither", "queries or extend")
    return answer


def _callback(parameters: Parameters) -> str:
    """
    Give the name of the function that the answer shall call; empty where it shall call none.
    """
    callback = parameters.get("callback", "")
    if callback and not _CALLBACK.fullmatch(callback):
        raise MisfitError("callback", repr(callback[:60]), "the name of a function")
    return callback


def _root(service: Service, parameters: Parameters) -> Any:
    """
    Reconcile, extend, or describe the service.
    """
    own = service.catalogue
    if "queries" in parameters:
        queries = read_queries(parameters["queries"])
        return {key: {"result": reconcile(query, own)} for key, query in queries.items()}
    if "extend" in parameters:
        return extend(read_extension(parameters["extend"]), own)
    return manifest(service.address, own)


def _preview(service: Service, parameters: Parameters) -> str:
    return _known(parameters, preview(parameters.get("id", ""), service.catalogue))


def _flyout(of: str) -> Answer:
    def answer(service: Service, parameters: Parameters) -> Any:
        id = parameters.get("id", "")
        return {"id": id, "html": _known(parameters, flyout(of, id, service.catalogue))}

    return answer


def _known(parameters: Parameters, html: str | None) -> str:
    """
    Refuse an id that nothing has.
    """
    if html is None:
        raise RefusedError(404, f"nothing has the id {parameters.get('id', '')[:200]!r}")
    return html


def _suggest_entities(service: Service, parameters: Parameters) -> Any:
    return suggest_entities(parameters.get("prefix", ""), _cursor(parameters), service.catalogue)


def _suggest_properties(_: Service, parameters: Parameters) -> Any:
    return suggest_properties(parameters.get("prefix", ""), _cursor(parameters))


def _suggest_types(_: Service, parameters: Parameters) -> Any:
    return suggest_types(parameters.get("prefix", ""), _cursor(parameters))


def _cursor(parameters: Parameters) -> int:
    """
    Give the number of suggestions to be passed over.
    """
    return read_count(parameters.get("cursor") or "0", "cursor")


def _properties(_: Service, parameters: Parameters) -> Any:
    limit = parameters.get("limit")
    return propose(parameters.get("type", ""), read_count(limit, "limit") if limit else None)


_ROUTES: dict[str, tuple[tuple[str, ...], Answer]] = {
    "/": (ASKING, _root),
    "/preview": (READING, _preview),
    "/properties": (READING, _properties),
    "/suggest/entity": (READING, _suggest_entities),
    "/suggest/property": (READING, _suggest_properties),
    "/suggest/type": (READING, _suggest_types),
    "/flyout/entity": (READING, _flyout("entity")),
    "/flyout/property": (READING, _flyout("property")),
    "/flyout/type": (READING, _flyout("type")),
}
