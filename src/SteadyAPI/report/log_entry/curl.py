"""A curl line for a request, with its secrets as shell variables."""

import re

from SteadyAPI.engine.exchange import SentRequest
from SteadyAPI.engine.header_text import header_text
from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.redaction.masking import MASK
from SteadyAPI.redaction.shapes.secret_names import names_a_secret

_SET_BY_CURL = {"accept-encoding", "connection", "content-length", "host", "user-agent"}
_VARIABLE = re.compile(r"\$\{(\w+)\}")
_NAME_BEFORE = re.compile(r"([A-Za-z][\w-]{0,40})[\"']?\s*[:=]\s*[\"']?$")
_DOTTED = re.compile(r"/(?:\.|%2e){1,2}(?=[/?#]|$)", re.IGNORECASE)
_GLOB = re.compile(r"[\[\]{}]")
_SAFE = re.compile(r"[\w@%+=:,./-]+", re.ASCII)


def curl(sent: SentRequest, mask: Masker, *, longest: int, follow: bool = False) -> str:
    """Returns a command for a POSIX shell that sends the request again.

    Args:
        sent: The request as it went out.
        mask: Masks it; what is masked becomes a shell variable.
        longest: How many characters of a body stand in the command; a longer one is named as a file to fill in.
        follow: Whether redirects were followed.
    """
    body, has_body = _body(sent.body, mask, longest), sent.body is not None
    parts = ["curl", *(["--location"] if follow else []), *_as_written(sent.url)]
    parts += _method(mask(sent.method), has_body=has_body)
    parts.append(_quoted(mask(sent.url)))
    names = set()
    for name, value in sent.headers.items():
        text = header_text(value)
        names.add(name.lower())
        if name.lower() not in _SET_BY_CURL and (name.lower(), text) != ("accept", "*/*"):
            parts += ["-H", _header(name, text, mask)]
    if has_body and "content-type" not in names:
        parts += ["-H", "'Content-Type:'"]
    return " ".join([*parts, *body])


def variables_of(command: str) -> list[str]:
    """Returns the shell variables that a command needs, each once."""
    return list(dict.fromkeys(_VARIABLE.findall(command)))


def _as_written(url: str) -> list[str]:
    """Returns what keeps curl from changing a URL: it collapses dotted segments, and reads brackets as a pattern."""
    options = {"--path-as-is": _DOTTED.search(url.partition("?")[0]), "--globoff": _GLOB.search(url)}
    return [option for option, found in options.items() if found]


def _method(method: str, *, has_body: bool) -> list[str]:
    if method == "HEAD":
        return ["--head"]
    usual = "POST" if has_body else "GET"
    return [] if method == usual else ["-X", _quoted(method)]


def _header(name: str, value: str, mask: Masker) -> str:
    variable = re.sub(r"\W", "_", mask(name), flags=re.ASCII).upper()
    if names_a_secret(name):
        scheme, space, _ = value.partition(" ")
        kept = f"{scheme} " if space and name.lower().endswith("authorization") and scheme.isalpha() else ""
        return _with_variables(f"{mask(name)}: {kept}{MASK}", variable)
    return _quoted(mask(f"{name}: {value}"), variable)


def _body(body: object, mask: Masker, longest: int) -> list[str]:
    if body is None:
        return []
    text = body
    if isinstance(body, bytes):
        try:
            text = body.decode("utf-8")
        except UnicodeDecodeError:
            return ["--data-binary", "@body"]
    if not isinstance(text, str) or "\0" in text:
        return ["--data-binary", "@body"]
    masked = mask(text)
    return ["--data-raw", _quoted(masked)] if len(masked) <= longest else ["--data-binary", "@body"]


def _quoted(text: str, variable: str = "") -> str:
    if MASK in text:
        return _with_variables(text, variable)
    return text if _SAFE.fullmatch(text) else "'" + text.replace("'", "'\\''") + "'"


def _with_variables(text: str, variable: str) -> str:
    """Quotes for the shell, with a variable instead of every mask, named after the field that holds it."""
    first, *others = text.split(MASK)
    quoted = _escaped(first)
    before = first
    for other in others:
        found = _NAME_BEFORE.search(before)
        name = variable or (re.sub(r"\W", "_", found[1], flags=re.ASCII).upper() if found else "SECRET")
        quoted += f"${{{name}}}{_escaped(other)}"
        before = other
    return f'"{quoted}"'


def _escaped(text: str) -> str:
    return re.sub(r'([\\"$`])', r"\\\1", text)
