"""
The verb that serves the data to OpenRefine and its like.
"""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError, Namespace
from importlib import util

from .verbs import catalogue_of


def serve(options: Namespace) -> int:
    """
    Serve reconciliation until somebody ends it.
    """
    from ..reconciliation.server import Server

    try:
        with Server(catalogue_of(options), options.host, options.port, address=options.url) as server:
            reach = "this machine only" if server.is_private else "open to every machine that can reach this one"
            print(f"{server.service.address}/ ({reach}); Ctrl-C ends it", flush=True)
            if util.find_spec("rapidfuzz") is None:
                print("misspelt names are not found: pip install 'destalinization[fuzzy]'", file=sys.stderr)
            server.serve_forever()
    except KeyboardInterrupt:
        pass
    return 0


def port(text: str) -> int:
    """
    Read the number of a port.

    Args:
        text: the number.

    Raises:
        ArgumentTypeError: it is none.
    """
    if text.isascii() and text.isdigit() and len(text) < 6 and int(text) < 65536:
        return int(text)
    raise ArgumentTypeError(f"{text!r} is no port: expected a number from 0 to 65535")
