"""How parameters are written into a request, and read back (OAS 3.1.1, section 4.8.12, Parameter Object: style)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import unquote

from SteadyAPI.engine.contract.body import parsed
from SteadyAPI.engine.contract.json_schema.validator import mismatches, violations_of
from SteadyAPI.engine.contract.openapi.description import Description
from SteadyAPI.engine.contract.openapi.media import is_json
from SteadyAPI.engine.contract.openapi.text_value import properties_of, text_mismatches, types_of
from SteadyAPI.engine.contract.union_mismatches import Finding
from SteadyAPI.engine.contract.violation import ABSENT, PRESENT, Violation
from SteadyAPI.redaction.masking import MASK
from SteadyAPI.redaction.shapes.secret_names import names_a_secret

OF_RESPONSE = "response header"
"""Where the headers of responses stand; the other places are ``query``, ``cookie``, ``header`` and ``path``."""
_DEFAULT_STYLES = {OF_RESPONSE: "simple", "query": "form", "cookie": "form", "path": "simple", "header": "simple"}
_DELIMITERS = {"form": ",", "simple": ",", "label": ",", "matrix": ",", "spaceDelimited": " ", "pipeDelimited": "|"}

Pairs = Sequence[tuple[str, str]]


class Written(NamedTuple):
    """A parameter or header as it came: what messages call it, its name, where it stands, and the pairs there."""

    subject: str
    name: str
    where: str
    pairs: Pairs


def parameter_violations(
    description: Description, keys: tuple[str, ...], parameter: Mapping[str, Any], written: Written
) -> Iterator[Violation]:
    """Yields the mismatches of a parameter or header with its Parameter or Header Object, which the keys lead to.

    Raises:
        SchemaError: When the document's own schema can't be used.
    """
    content = parameter.get("content")
    media_type = next(iter(content), "") if isinstance(content, Mapping) else ""
    owner: Any = content[media_type] if isinstance(content, Mapping) and media_type else parameter
    at = (*keys, "content", media_type) if media_type else keys
    schema = owner.get("schema") if isinstance(owner, Mapping) else None
    resolve = description.schemas.resolve
    types = set() if media_type else types_of(schema, resolve)
    raws = _raw_values(parameter, written, types, list(properties_of(schema, resolve)))
    if not raws:
        if parameter.get("required") is True:
            yield Violation(written.subject, PRESENT, ABSENT)
        return
    if not isinstance(schema, dict) or (parameter.get("allowEmptyValue") is True and raws == [""]):
        return
    validator = description.validator(*at, "schema", request=written.where != OF_RESPONSE)
    if is_json(media_type):
        yield from _json_text(written.subject, validator, raws[-1])
    else:
        secret = written.where == "cookie" or names_a_secret(written.name)
        yield from _violations(written.subject, text_mismatches(validator, raws, schema, resolve), secret=secret)


def _raw_values(
    parameter: Mapping[str, Any], written: Written, types: set[str], properties: Sequence[str]
) -> list[Any]:
    _, name, where, pairs = written
    raws = Serialization(name, where, parameter, pairs).raw_values(types, properties)
    if where == "cookie" and any("%" in value for _, value in pairs):
        # Some clients encode cookies as queries, and no standard says so: what the schema accepts counts.
        decoded = [(key, unquote(value)) for key, value in pairs]
        raws += Serialization(name, where, parameter, decoded).raw_values(types, properties)
    return raws


def _json_text(subject: str, validator: Any, text: str) -> Iterator[Violation]:
    try:
        value = parsed(text.encode())
    except ValueError as error:
        yield Violation(subject, "JSON", str(error))
        return
    yield from _violations(subject, mismatches(validator, value))


def _violations(subject: str, found: Iterable[Finding], *, secret: bool = False) -> Iterator[Violation]:
    for each in violations_of(found):
        got = MASK if secret and each.got != ABSENT else each.got
        yield Violation(f"{subject}{each.path[1:]}", each.expected, got, each.hint)


class Serialization:
    """One parameter as it was written: ``style``, ``explode`` and the texts of its request that may belong to it.

    Args:
        name: The parameter's name.
        where: ``query``, ``cookie``, ``header`` or ``path``.
        description: The Parameter, Header or Encoding Object with ``style`` and ``explode``.
        pairs: Names and decoded values: all of the query or of the cookies; for a header or a path's segment, its own.
    """

    def __init__(self, name: str, where: str, description: Mapping[str, Any], pairs: Pairs) -> None:
        self._name = name
        self._style = str(description.get("style") or _DEFAULT_STYLES.get(where, "form"))
        explode = description.get("explode")
        self._explode = explode if isinstance(explode, bool) else self._style == "form"
        self._pairs = pairs

    def raw_values(self, types: set[str], properties: Sequence[str]) -> list[Any]:
        """Returns what the parameter may be, as texts, lists and dictionaries of texts; nothing when it is absent.

        Args:
            types: The JSON types of its schema; none means any.
            properties: The names of an object's known properties, which stand by themselves in an exploded form.
        """
        found: list[Any] = []
        if "object" in types or self._style == "deepObject":
            found.append(self._object(properties))
        texts = [value for name, value in self._pairs if name == self._name]
        if texts and "array" in types:
            found.append(self._array(texts))
        if texts and not (types and types <= {"array", "object"}):
            found.append(self._plain(texts[-1]))
        return [raw for raw in found if raw is not None]

    def _array(self, texts: list[str]) -> list[str]:
        text = self._plain(texts[-1])
        if self._style == "matrix" and self._explode:
            return [part.partition("=")[2] for part in texts[-1].removeprefix(";").split(";")]
        if self._style == "label":
            return text.split("." if self._explode or "," not in text else ",")
        if self._style in {"form", "spaceDelimited", "pipeDelimited"} and (self._explode or len(texts) > 1):
            return texts
        return self._split(text)

    def _object(self, properties: Sequence[str]) -> dict[str, Any] | None:
        if self._style == "deepObject":
            return _deep(self._name, self._pairs) or None
        if self._style == "form" and self._explode:
            # Without known properties any name may be meant, also those of other parameters: nothing is said then.
            return _by_name([pair for pair in self._pairs if pair[0] in properties]) or (None if properties else {})
        texts = [value for name, value in self._pairs if name == self._name]
        if not texts:
            return None
        if self._explode:
            delimiter = {"label": ".", "matrix": ";"}.get(self._style, ",")
            parts = texts[-1].lstrip(".;").split(delimiter)
            return {name: value for name, _, value in (part.partition("=") for part in parts)}
        parts = self._split(self._plain(texts[-1]))
        return dict(zip(parts[::2], parts[1::2], strict=False))

    def _plain(self, text: str) -> str:
        if self._style == "label":
            return text.removeprefix(".")
        return text.removeprefix(f";{self._name}").removeprefix("=") if self._style == "matrix" else text

    def _split(self, text: str) -> list[str]:
        parts = text.split(_DELIMITERS.get(self._style, ","))
        return [part.strip() for part in parts] if self._style == "simple" else parts


def _by_name(pairs: Pairs) -> dict[str, Any]:
    """Returns pairs as a dictionary; a name that is there several times has a list."""
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def _deep(name: str, pairs: Pairs) -> dict[str, Any]:
    """Reads ``name[key]=value``; the common ``name[key][inner]=value`` too, which the standard leaves open."""
    found: dict[str, Any] = {}
    for written, value in _by_name(pairs).items():
        start, bracket, rest = written.partition("[")
        if start != name or not bracket or not rest.endswith("]"):
            continue
        *outer, last = rest[:-1].split("][")
        owner = found
        for key in outer:
            inner = owner.setdefault(key, {})
            owner = inner if isinstance(inner, dict) else {}
        owner[last] = value
    return found
