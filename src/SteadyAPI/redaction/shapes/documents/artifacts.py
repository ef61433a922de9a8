"""Tells images and packages that are called like a secret from secrets: ``vault-secret:v1.2.3-rc.1``.

What stands behind the colon is a version, as registries of images and package managers write it.
"""

from functools import lru_cache

from SteadyAPI.redaction.shapes.patterns import compiled

_NUMBERS = r"\d{1,4}(?:\.\d{1,5}){1,3}"
_STAGE = r"(?:[-.+](?:alpha|beta|build|dev|final|ga|m|milestone|post|pre|preview|rc|release|snapshot)(?:[-.]?\d{1,5})?)"
_VERSION = rf"v?{_NUMBERS}(?i:{_STAGE}){{0,2}}"
# What an image is built on
_BASE = (
    r"(?:-(?:alpine|amd64|arm64|bookworm|bullseye|buster|debian|debug|distroless|fips|focal|jammy|jdk|jre|linux|noble|"
    r"nonroot|slim|ubi|ubuntu|windows)\d{0,3}(?:\.\d{1,4}){0,2}){0,3}"
)
# Images may be pinned to their content, or called as the commit they were built from.
_DIGEST = r"@sha256:[0-9a-f]{64}"
_TAG = rf"(?:{_VERSION}{_BASE}|latest|stable|(?:dev|main|master|sha)-[0-9a-f]{{7,40}})(?:{_DIGEST})?"
# What Maven and Gradle print: password:jar:2.4.1:compile, jjwt:0.12.6
_SCOPE = r"(?::(?:compile|provided|runtime|system|test|import))?"
_PACKED = rf"(?:[a-z][a-z\d.-]{{0,60}}:)?(?:aar|bundle|ear|jar|maven-plugin|pom|test-jar|war|zip):{_VERSION}{_SCOPE}"
_PACKAGE = rf"[a-z][a-z-]{{0,60}}:{_VERSION}{_SCOPE}"


@lru_cache(maxsize=256)
def is_artifact(value: str, *, is_password: bool) -> bool:
    """Returns whether ``value`` is the version of an image or a package; a mere version may be a weak password."""
    if ":" not in value and "." not in value and "-" not in value:
        return False
    return compiled(_PACKED if is_password else f"{_TAG}|{_PACKED}|{_PACKAGE}").fullmatch(value) is not None
