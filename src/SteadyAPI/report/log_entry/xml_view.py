"""XML text, indented by its tags. Nothing is parsed: an entity bomb stays the few lines it is."""

import re

_INDENT = "  "
_DEEPEST = 20
_PIECE = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<[^>]*>|[^<]+|<", re.DOTALL)


def xml_lines(text: str) -> list[str]:
    """Returns the lines of an XML text: one tag a line, an element with nothing but text on one line."""
    if text.count("\n") > text.count("><"):
        return text.splitlines()
    pieces = [piece for match in _PIECE.finditer(text) if (piece := match[0].strip())]
    lines: list[str] = []
    depth = at = 0
    while at < len(pieces):
        together = _leaf(pieces[at : at + 3])
        step = pieces[at].startswith("</")
        depth -= step
        lines.append(_INDENT * max(0, min(depth, _DEEPEST)) + "".join(pieces[at : at + together]))
        depth += together == 1 and _opens(pieces[at])
        at += together
    return lines


def _leaf(pieces: list[str]) -> int:
    """Returns how many pieces stand on one line: an empty element is two, one with text three, all else is one."""
    if not _opens(pieces[0]):
        return 1
    for last in range(1, len(pieces)):
        if pieces[last].startswith("</"):
            return last + 1
        if pieces[last].startswith("<"):
            break
    return 1


def _opens(piece: str) -> bool:
    return piece.startswith("<") and not piece.startswith(("</", "<?", "<!")) and not piece.endswith("/>")
