"""Durations and sizes as people read them."""

_KILO = 1000
_MINUTE, _HOUR = 60, 3600


def duration(seconds: float) -> str:
    """Returns ``12 ms``, ``1.25 s``, ``2 min 5 s`` or ``1 h 2 min``."""
    if round(seconds * _KILO) < _KILO:
        return f"{seconds * _KILO:.0f} ms"
    if round(seconds, 2) < _MINUTE:
        return f"{seconds:.2f}".rstrip("0").rstrip(".") + " s"
    whole = int(seconds + 0.005)
    if whole < _HOUR:
        return f"{whole // _MINUTE} min {whole % _MINUTE} s"
    return f"{whole // _HOUR} h {whole % _HOUR // _MINUTE} min"


def size(count: int) -> str:
    """Returns ``290 B``, ``257.1 kB``, ``3.2 MB`` or ``1.5 GB`` for a number of bytes."""
    if count < _KILO:
        return f"{count} B"
    scaled, unit = count / _KILO, "kB"
    for larger in ("MB", "GB"):
        if round(scaled, 1) < _KILO:
            break
        scaled, unit = scaled / _KILO, larger
    return f"{scaled:.1f} {unit}"
