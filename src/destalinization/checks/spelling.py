"""
The laws of texts and scripts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..errors import Finding
from ..model.names import Name
from ..model.walk import parts, texts
from ..scripts import FORM_TAG, wrong_letters
from ..store.catalogue import Catalogue
from .common import finding


def forms_in_script(catalogue: Catalogue) -> Iterator[Finding]:
    """
    Forms stand under a language tag and in the script that it names; Roman numerals may stand anywhere.
    """
    for table, record in catalogue.stored():
        for path, part in parts(record):
            for tag, spellings in getattr(part, "forms", {}).items():
                here = f"{path}.forms.{tag}" if path else f"forms.{tag}"
                if not FORM_TAG.fullmatch(tag):
                    yield finding(
                        "forms-in-script", table, record, here, repr(tag), "a BCP 47 tag such as ru or uz-Cyrl"
                    )
                for spelling in spellings:
                    letters = wrong_letters(tag, spelling)
                    if letters:
                        expected = f"only letters of the script of {tag}"
                        yield finding("forms-in-script", table, record, here, f"{letters!r} in {spelling!r}", expected)


def text_is_clean(catalogue: Catalogue) -> Iterator[Finding]:
    """
    Text is in NFC without stray or doubled spaces or control signs; names have no slashes or brackets.
    """
    for table, record in catalogue.stored():
        for path, text in texts(record):
            fault = _fault(text)
            if fault:
                yield finding("text-is-clean", table, record, path, fault, "clean text in NFC")
        for path, part in parts(record):
            if isinstance(part, Name):
                for spelling in (part.text, *(spelling for forms in part.forms.values() for spelling in forms)):
                    if re.search(r"[/\\()\[\]{}<>|;]", spelling):
                        yield finding("text-is-clean", table, record, path, repr(spelling), "one name, no label")


def _fault(text: str) -> str | None:
    """
    Say what is unclean in a text.
    """
    if not text:
        return "an empty text"
    if text != text.strip() or "  " in text:
        return f"a stray space in {text[:40]!r}"
    if any(unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co") for sign in text):
        return f"a control sign in {text[:40]!r}"
    if not unicodedata.is_normalized("NFC", text):
        return f"{text[:40]!r}, which is not in NFC"
    return None
