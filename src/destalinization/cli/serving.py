"""
The verb that serves the data to OpenRefine and its like.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from contextlib import suppress
from importlib import util

from .process import EndedError
from .verbs import catalogue_of


def serve(options: Namespace) -> int:
    """
    Serve reconciliation until somebody ends it.
    """
    from ..reconciliation.server import Server

    try:
        with Server(catalogue_of(options), options.host, options.port, address=options.url) as server:
            reach = "this machine only" if server.is_private else "open to every machine that can reach this one"
            with suppress(OSError):  # there need be nobody to read it
                print(f"{server.service.address}/ ({reach}); Ctrl-C ends it", flush=True)
            if util.find_spec("rapidfuzz") is None:
                print("misspelt names are not found: pip install 'destalinization[fuzzy]'", file=sys.stderr)
            server.serve_forever()
    except (KeyboardInterrupt, EndedError):
        pass
    return 0
