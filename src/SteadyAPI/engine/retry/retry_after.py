"""The ``Retry-After`` header (RFC 9110, section 10.2.3): seconds or a date."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Returns the seconds the server asks to wait, never negative.

    A date is measured against the response's own ``Date``, so that a wrong local clock doesn't matter; ``now`` is
    used when it has none. ``None`` when there is no such header, or it is neither form.
    """
    text = headers.get("Retry-After", "").strip()
    if not text:
        return None
    if text.isascii() and text.isdigit():
        return float(text)
    moment = _date(text)
    if moment is None:
        return None
    return max(0.0, (moment - (_date(headers.get("Date", "")) or now)).total_seconds())


def _date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):  # a year of twenty digits overflows
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
