"""Small pictures as SVG: no script, colours from the page, every one with a title in words."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from SteadyAPI.engine.units import duration
from SteadyAPI.report.plain_text import cut, html_text
from SteadyAPI.report.run_report.timings import BOUNDS

_ROW = 18
_LABEL, _BARS, _TAIL = 330, 560, 90
_MOST_TO_SCALE = 200


def waterfall(records: Sequence[Mapping[str, Any]], all_of_them: int) -> str:
    """Draws requests one below the other, each attempt a bar and each wait a line.

    Up to 200 requests of a run stand where they were in time; of more, each begins at the left edge.
    """
    starts = [_seconds(record["at"]) for record in records]
    first = min(starts)
    in_time = all_of_them <= _MOST_TO_SCALE
    shifts = [start - first if in_time else 0.0 for start in starts]
    whole = max(shift + record["elapsed"] for shift, record in zip(shifts, records, strict=True)) or 1.0
    rows = "".join(_row(number, record, shifts[number], whole) for number, record in enumerate(records))
    width, height = _LABEL + _BARS + _TAIL, _ROW * len(records)
    title = f"The {len(records)} slowest requests, {duration(whole)} from left to right"
    return (
        f'<svg class="wide" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-label="{title}">{rows}</svg>'
    )


def distribution(counts: Sequence[int]) -> str:
    """Draws how many calls took how long: up to each of the bounds, and longer."""
    most = max(counts) or 1
    bars = []
    for number, amount in enumerate(counts):
        height = round(100 * amount / most) if amount else 0
        left = number * 76
        words = f"≤ {duration(BOUNDS[number])}" if number < len(BOUNDS) else f"> {duration(BOUNDS[-1])}"
        bars.append(
            f'<rect class="bar" x="{left + 8}" y="{118 - max(height, 1)}" width="60" height="{max(height, 1)}"/>'
            f'<text x="{left + 38}" y="{112 - height}" text-anchor="middle">{amount or ""}</text>'
            f'<text x="{left + 38}" y="134" text-anchor="middle">{words}</text>'
        )
    width = 76 * len(counts)
    return (
        f'<svg class="wide" viewBox="0 0 {width} 140" width="{width}" height="140" role="img" '
        f'aria-label="How many requests took how long">{"".join(bars)}</svg>'
    )


def sparkline(counts: Sequence[int]) -> str:
    """Draws the distribution as a picture of 120 by 20 pixels that stands for itself."""
    most = max(counts) or 1
    bars = "".join(
        f'<rect x="{number * 10}" y="{20 - round(20 * amount / most)}" width="8" height="{round(20 * amount / most)}"/>'
        for number, amount in enumerate(counts)
        if amount
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="20" fill="#6b9bd1">{bars}</svg>'


def _row(number: int, record: Mapping[str, Any], shift: float, whole: float) -> str:
    top = number * _ROW
    path = "/" + record["url"].partition("://")[2].partition("/")[2]
    name = html_text(cut(f"{record['method']} {path}", 46))
    parts = [f'<text x="0" y="{top + 13}">{name}</text>']
    for attempt in record["tries"]:
        is_last = attempt is record["tries"][-1]
        look = ("bar" if record["expected"] else "bad") if is_last else "again"
        begun = shift + attempt.get("at", 0.0)
        left, width = _LABEL + _BARS * begun / whole, max(2.0, _BARS * attempt["took"] / whole)
        parts.append(f'<rect class="{look}" x="{left:.1f}" y="{top + 4}" width="{width:.1f}" height="10"/>')
        if "waited" in attempt:
            rest = _BARS * attempt["waited"] / whole
            parts.append(
                f'<line x1="{left + width:.1f}" x2="{left + width + rest:.1f}" y1="{top + 9}" y2="{top + 9}"/>'
            )
    end = _LABEL + _BARS * (shift + record["elapsed"]) / whole
    parts.append(f'<text x="{end + 6:.1f}" y="{top + 13}">{duration(record["elapsed"])}</text>')
    outcomes = " → ".join(attempt["outcome"] for attempt in record["tries"])
    title = html_text(cut(f"{record['method']} {record['url']} · {outcomes} · {record.get('test', '')}", 400))
    return f"<g><title>{title}</title>{''.join(parts)}</g>"


def _seconds(moment: str) -> float:
    return datetime.fromisoformat(moment).timestamp()
