"""Durations and sizes as people read them."""

_KILO = 1000


def duration(seconds: float) -> str:
    """Returns ``12 ms``, ``1.25 s`` or ``2 min 5 s``."""
    if seconds < 1:
        return f"{seconds * _KILO:.0f} ms"
    if seconds < 60:  # noqa: PLR2004  a minute
        return f"{seconds:.2f}".rstrip("0").rstrip(".") + " s"
    return f"{int(seconds // 60)} min {int(seconds % 60)} s"


def size(count: int) -> str:
    """Returns ``290 B``, ``257.1 kB`` or ``3.2 MB`` for a number of bytes."""
    if count < _KILO:
        return f"{count} B"
    if count < _KILO * _KILO:
        return f"{count / _KILO:.1f} kB"
    return f"{count / _KILO / _KILO:.1f} MB"
