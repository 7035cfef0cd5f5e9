"""
How many examples a property has that costs far more than others.
"""

from __future__ import annotations

from hypothesis import settings

FEW = settings(max_examples=max(settings().max_examples // 3, 5))
"""For properties of whole catalogues, of which one costs as much as fifty records."""
