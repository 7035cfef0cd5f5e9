"""
Reading EDTF text: the days that a date can mean, and why a text is none.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, Literal, cast

Precision = Literal["day", "month", "year", "decade", "century", "set"]
Qualifier = Literal["", "~", "?", "%"]
NONE: Final[Qualifier] = ""
_DIGITS = str.maketrans("123456789", "000000000")
Reading = tuple[date, date, Precision, Qualifier]


def bounds(text: str, whole: str | None = None, offset: int = 0) -> Reading:
    """
    Read a date that is no set: its first and last day, its precision and its qualifier.
    """
    try:
        if len(text) == 10 and text[7] == "-" and text[8:] != "XX":
            day = date.fromisoformat(text)
            return day, day, "day", NONE
        body, qualifier = (text[:-1], cast("Qualifier", text[-1])) if text.endswith(("~", "?", "%")) else (text, NONE)
        match body.translate(_DIGITS):
            case "0000-00-00":
                day = date.fromisoformat(body)
                return day, day, "day", qualifier
            case "0000-00" | "0000-00-XX":
                year, month = int(body[:4]), int(body[5:7])
                return date(year, month, 1), _last_day(year, month), "month", qualifier
            case "0000" | "0000-XX" | "0000-XX-XX":
                year = int(body[:4])
                return date(year, 1, 1), date(year, 12, 31), "year", qualifier
            case "000X":
                return date(int(body[:3] + "0"), 1, 1), date(int(body[:3] + "9"), 12, 31), "decade", qualifier
            case "00XX":
                return date(int(body[:2] + "00"), 1, 1), date(int(body[:2] + "99"), 12, 31), "century", qualifier
    except ValueError:
        pass
    raise _diagnosis(text, text if whole is None else whole, offset)


def _last_day(year: int, month: int) -> date:
    """
    Give the last day of a month.
    """
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def refusal(text: str, position: int, reason: str) -> Exception:
    """
    Make the error; its class is imported only when it is needed.
    """
    from .errors import InvalidDate

    return InvalidDate(text, position, reason)


_UNSUPPORTED = (
    ("T", "times of day are not supported"),
    ("Y", "years of more than four digits (level 1) are not supported"),
    ("{", "all of a set (level 2) is not supported"),
    ("E", "exponential years (level 2) are not supported"),
    ("S", "significant digits (level 2) are not supported"),
    ("..", "an open end belongs to an interval, such as 1961/.."),
    ("/", "an interval has one slash, and stands where an interval is wanted"),
)


def _diagnosis(text: str, whole: str, offset: int) -> Exception:
    """
    Say where and why a text is no date.
    """
    if not text:
        return refusal(whole, offset, "nothing stands where a date should")
    if text[0] == "-":
        return refusal(whole, offset, "years before 0001 (level 1) are not supported")
    for sign, reason in _UNSUPPORTED:
        place = text.find(sign)
        if place >= 0 and not (sign.isalpha() and text[place + 1 : place + 2].isalpha()):  # no letter of a word
            return refusal(whole, offset + place, reason)
    for position, (found, wanted) in enumerate(zip(text, "0000-00-00", strict=False)):
        if found in "~?%" and position + 1 < len(text):
            return refusal(whole, offset + position, "a qualifier inside a date (level 2) is not supported")
        fits = found in "0123456789X" if wanted == "0" else found == wanted
        if not fits and not (found in "~?%" and position in (4, 7)):
            return refusal(whole, offset + position, "expected a digit" if wanted == "0" else "expected a hyphen")
    return _diagnosis_of_numbers(text, whole, offset)


def _diagnosis_of_numbers(text: str, whole: str, offset: int) -> Exception:
    """
    Say why a text that has digits and hyphens in the right places is no date all the same.
    """
    body = text.rstrip("~?%")
    if len(text) - len(body) > 1 or len(body) > 10:
        return refusal(whole, offset + min(len(body), 10), "a date ends here, or with a single ~, ? or %")
    if len(body) not in (4, 7, 10):
        return refusal(whole, offset + len(body), "the date is cut short")
    if body[:4] in ("0000", "000X", "00XX"):
        return refusal(whole, offset, "the year 0000 is not supported; years run from 0001 to 9999")
    month = body[5:7]
    if month.isdigit() and 21 <= int(month) <= 41:
        return refusal(whole, offset + 5, "seasons (levels 1 and 2) are not supported")
    if month.isdigit() and not 1 <= int(month) <= 12:
        return refusal(whole, offset + 5, "there is no such month")
    if "X" in body:
        reason = "unspecified digits are supported only as in 196X, 19XX, 1961-XX, 1961-XX-XX and 1961-11-XX"
        return refusal(whole, offset + body.index("X"), reason)
    return refusal(whole, offset + 8, "there is no such day in that month")
