"""
``python -m destalinization`` is the command ``destalinization``.
"""

import sys

from .cli import main

sys.exit(main())
