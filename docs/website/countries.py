"""
The names of the countries that places lie in today, by ISO 3166-1 alpha-2.
"""

from __future__ import annotations

from typing import Final

COUNTRIES: Final[dict[str, str]] = {
    "AL": "Albania", "AM": "Armenia", "AT": "Austria", "AZ": "Azerbaijan", "BG": "Bulgaria", "BY": "Belarus",
    "CA": "Canada", "CN": "China", "CZ": "Czechia", "DE": "Germany", "EE": "Estonia", "GE": "Georgia",
    "HU": "Hungary", "IT": "Italy", "KG": "Kyrgyzstan", "KZ": "Kazakhstan", "LT": "Lithuania", "LV": "Latvia",
    "MD": "Moldova", "MN": "Mongolia", "NI": "Nicaragua", "NL": "Netherlands", "NR": "Nauru", "PL": "Poland",
    "RO": "Romania", "RU": "Russia", "SK": "Slovakia", "TJ": "Tajikistan", "TM": "Turkmenistan", "UA": "Ukraine",
    "UZ": "Uzbekistan", "VE": "Venezuela",
}  # fmt: skip


def country_name(code: str | None) -> str:
    """
    Give the name of a country, or its code where the name is not known here.

    Args:
        code: the code, or None where a place lies in no country of today.

    >>> country_name("TJ")
    'Tajikistan'
    """
    return COUNTRIES.get(code, code) if code else ""
