"""Discriminators (OAS 3.1.1, section 4.8.25): the schema that a tag names is the one that is checked.

JSON Schema knows no discriminator. It is written as conditions: the tag is one of the known ones, and for each tag its
schema holds. So a mismatch is one of the schema that was meant, and an unknown tag is a mismatch of the tag itself.
A value without a tag is compared with all schemas, as if there were no discriminator.
"""

from collections.abc import Mapping
from typing import Any

from SteadyAPI.engine.contract.json_schema.error_wording import TAG_CONDITION
from SteadyAPI.engine.contract.json_schema.pointer import keys_of, pointer
from SteadyAPI.engine.contract.openapi.text_value import Resolve, allowed_values, alternatives, properties_of

_SCHEMAS = "#/components/schemas/"
_KINDS = " and its kinds"
_SUFFIX = pointer(_KINDS)[2:]
_NULL = {"type": "null"}

Tags = list[Any]


class Discriminators:
    """The discriminators of one document.

    Args:
        document: The document as its author wrote it.
        resolve: Returns what a ``$ref`` leads to.
        conditional: Whether the validator knows ``if`` and ``then``, which the draft of OpenAPI 3.0 doesn't.
    """

    def __init__(self, document: Mapping[str, Any], resolve: Resolve, *, conditional: bool) -> None:
        components = document.get("components")
        schemas = components.get("schemas") if isinstance(components, Mapping) else None
        self._schemas: Mapping[str, Any] = schemas if isinstance(schemas, Mapping) else {}
        self._resolve = resolve
        self._conditional = conditional
        self._kinds = {name: kinds for name in self._schemas if (kinds := self._kinds_of(name))}

    def reference(self, reference: str) -> str:
        """Returns the reference to use for a value: that of a base schema leads to the base and its kinds."""
        name = reference.removeprefix(_SCHEMAS)
        return f"{_SCHEMAS}{pointer(name + _KINDS)[2:]}" if name in self._kinds and name != reference else reference

    def schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Returns a schema (its parts changed already) with the conditions that its discriminator means."""
        if self._kinds and isinstance(schema.get("$ref"), str):
            return schema | {"$ref": self.reference(schema["$ref"])}
        if "discriminator" not in schema:
            return schema
        keyword = "oneOf" if "oneOf" in schema else "anyOf"
        members, name = schema.get(keyword), _property_name(schema)
        if not name or not isinstance(members, list) or not all(isinstance(each, dict) for each in members):
            return schema
        by_tag = [(self._tags(member, name, schema["discriminator"]), member) for member in members if member != _NULL]
        if not all(tags for tags, _ in by_tag):
            return schema
        rest = {key: value for key, value in schema.items() if key not in {keyword, "discriminator"}}
        default = schema["discriminator"].get("defaultMapping")
        if isinstance(default, str):
            # Version 3.2 names the schema of values with another tag or none.
            known = [tag for tags, _ in by_tag for tag in tags]
            other = {"not": _has_tag(name, known)}
            conditions = [self._condition(_has_tag(name, tags), member) for tags, member in by_tag]
            conditions.append(self._condition(other, {"$ref": self._target(default)}))
        else:
            untagged = self._condition({"not": {"type": "object", "required": [name]}}, {keyword: members})
            conditions = [*self._conditions(name, by_tag), untagged]
        return rest | {"allOf": [*(schema.get("allOf") or ()), *conditions]}

    def bases(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """Returns the schemas to add or replace in a changed document: base schemas with their kinds, and the kinds.

        A kind extends its base by ``allOf``, so there the reference stays one to the base alone.
        """
        changed: dict[str, Any] = {}
        for base, kinds in self._kinds.items():
            name = _property_name(self._schemas[base])
            mapped = self._schemas[base]["discriminator"]
            by_tag = [(self._tags(part, name, mapped), part) for part in ({"$ref": _SCHEMAS + kind} for kind in kinds)]
            own = self._tags({"$ref": _SCHEMAS + base}, name, mapped)
            conditions = self._conditions(name, by_tag, own)
            changed[base + _KINDS] = {"allOf": [{"$ref": _SCHEMAS + base}, *conditions]}
            for kind in kinds:
                changed[kind] = _of_bases_alone(content[kind])
        return changed

    def _kinds_of(self, base: str) -> list[str]:
        """Returns the names of the schemas that extend a base, directly or not; a base has its discriminator itself."""
        schema = self._schemas[base]
        if not isinstance(schema, Mapping) or not _property_name(schema) or {"oneOf", "anyOf"} & set(schema):
            return []
        found: list[str] = []
        waiting = [base]
        while waiting:
            reference = _SCHEMAS + waiting.pop()
            direct = [name for name, part in self._schemas.items() if reference in _extended(part)]
            new = [name for name in direct if name not in found and name != base]
            found += new
            waiting += new
        return found

    def _tags(self, member: Mapping[str, Any], name: str, discriminator: Mapping[str, Any]) -> Tags:
        """Returns the tags of a member: those of ``mapping``, else those that its own schema allows, else its name.

        A member of ``mapping`` goes by its name too, unless its schema or the mapping says otherwise.
        """
        reference = str(member.get("$ref", "")).removesuffix(_SUFFIX)
        mapping = discriminator.get("mapping")
        targets = mapping if isinstance(mapping, Mapping) else {}
        mapped = [tag for tag, target in targets.items() if reference and self._target(target) == reference]
        own = self._resolve(reference) if reference else member
        part = properties_of(own, self._resolve).get(name)
        allowed = [value for each in alternatives(part, self._resolve) for value in allowed_values(each)]
        named = [keys_of(reference)[-1]] if reference else []
        if mapped:
            return mapped + [tag for tag in named if tag not in targets and (not allowed or tag in allowed)]
        return allowed or named

    def _target(self, target: Any) -> str:
        return _SCHEMAS + target if target in self._schemas else str(target)

    def _conditions(self, name: str, by_tag: list[tuple[Tags, Any]], own: Tags | None = None) -> list[Any]:
        known = list(dict.fromkeys([tag for tags, _ in by_tag for tag in tags] + (own or [])))
        tagged = (self._condition(_has_tag(name, tags), part) for tags, part in by_tag)
        return [{"properties": {name: {"enum": known}}}, *tagged]

    def _condition(self, test: dict[str, Any], schema: Any) -> dict[str, Any]:
        if self._conditional:
            return {"if": test, "then": schema}
        return {"anyOf": [{"not": test | {TAG_CONDITION: True}}, schema]}


def _has_tag(name: str, tags: Tags) -> dict[str, Any]:
    return {"type": "object", "required": [name], "properties": {name: {"enum": tags}}}


def _property_name(schema: Mapping[str, Any]) -> str:
    discriminator = schema.get("discriminator")
    name = discriminator.get("propertyName") if isinstance(discriminator, Mapping) else None
    return name if isinstance(name, str) else ""


def _extended(schema: Any) -> list[Any]:
    parts = schema.get("allOf") if isinstance(schema, Mapping) else None
    return [part.get("$ref") for part in parts if isinstance(part, Mapping)] if isinstance(parts, list) else []


def _of_bases_alone(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Returns a kind, or a part of it, that extends the bases by themselves: with their kinds it would be in itself."""
    copy = dict(schema)
    if isinstance(schema.get("$ref"), str):
        copy["$ref"] = schema["$ref"].removesuffix(_SUFFIX)
    parts = schema.get("allOf")
    if isinstance(parts, list):
        copy["allOf"] = [_of_bases_alone(part) if isinstance(part, dict) else part for part in parts]
    return copy
