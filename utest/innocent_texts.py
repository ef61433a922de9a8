"""Texts that hold no secret and sound like it: bodies of APIs, logs, documentation, mails; the same in every run."""

import json
from collections.abc import Iterator
from itertools import cycle, islice, product

_ADJECTIVES = "invalid expired wrong missing empty weak revoked unknown malformed duplicate".split()
_NOUNS = "token password secret cookie credential signature authorization".split()
_FIELDS: tuple[tuple[str, object], ...] = (
    ("tokens_used", 150),
    ("token_count", 5),
    ("max_tokens", 4096),
    ("token_type", "Bearer"),
    ("next_token", "eyJvZmZzZXQiOjQw"),
    ("nextPageToken", "CAUQAA5b7e9d11c2"),
    ("continuation_token", "b2Zmc2V0PTQw"),
    ("PublicKeyToken", "a88a5c672034fd89"),
    ("password_policy", "at least 12 characters"),
    ("password_changed_at", "2024-01-31T10:00:00Z"),
    ("password_hint", "the name of the cat"),
    ("password", "must be at least 8 characters"),
    ("password", ["This field is required."]),
    ("password", {"type": "string", "minLength": 8, "description": "What the user types to sign in."}),
    ("session_count", 12),
    ("session_timeout", "30m"),
    ("credentials", "include"),
    ("credentials", "same-origin"),
    ("authorization", "approved"),
    ("authorization", "declined"),
    ("authorization_url", "https://id.example.com/authorize"),
    ("signature", "required"),
    ("signature_algorithm", "RS256"),
    ("token", "expired"),
    ("token", None),
    ("tokens", ["The", "quick", "brown"]),
    ("token", "identifier"),
    ("secretary", "Bob Miller"),
    ("author", "Ada Lovelace"),
    ("keyboard", "qwerty-layout"),
    ("key", "order-17"),
    ("apiKeyId", "key-id-17"),
    ("pin_required", True),
    ("country_code", "DE"),
    ("status_code", 404),
    ("error_code", "E4711"),
    ("code", "ORDER_NOT_FOUND"),
    ("zip_code", "10115"),
    ("sid", 17),
    ("secret", False),
    ("cookie_consent", "accepted"),
    ("cookie", "accepted"),
    ("access_token", "invalid"),
    ("client_secret", "wrong secret"),
    ("api_key", "not set"),
    ("passport", "P1234567"),
    ("compass", "north-west"),
    ("assign", "ada@example.com"),
    ("design", "blue-2"),
)
_PLAIN_FIELDS: tuple[tuple[str, object], ...] = (
    ("id", 4711),
    ("order_id", "550e8400-e29b-41d4-a716-446655440000"),
    ("status", "approved"),
    ("sha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
    ("etag", 'W/"33a64df551425fcc"'),
    ("url", "https://shop.example.com/orders/4711?page=2"),
    ("created_at", "2024-01-31T10:00:00Z"),
)
_LOG_LINES = (
    "{time} INFO  auth - the {noun} was {adjective}, sending 401",
    "{time} WARN  gateway - {adjective} {noun}: refused after 3 tries",
    "{time} DEBUG session 17: {noun} cache hit ratio 0.97",
    "{time} ERROR worker-3 - {noun} validation failed: {adjective}",
    "{time} INFO  GET /{noun}s/17 -> 404 in 12 ms",
    "{time} INFO  loaded {noun} settings from /etc/shop/{noun}.yaml",
)
_SENTENCES = (
    "Reset your {noun}\n\nHello Ada, your order 4711 has been shipped.",
    "Steps:\n1. Enter the {noun}\n2. Click OK\n\nActual: HTTP 500 from /checkout",
    "Expected a valid {noun}\n\nbut got status 500",
    "The {noun} is {adjective}: ask the owner of the service for another one.",
    "A {noun} that is {adjective} must not be accepted, whatever the {noun} was before.",
    "## {noun}\n\nEach request carries a {noun}; without it the service answers 401.",
    "Basic authentication needs a user name and a {noun}, bearer authentication a {noun} alone.",
    "Why is my {noun} {adjective}? Because it ended, or because somebody took it away.",
    "| name | meaning |\n|---|---|\n| {noun} | what the client sends |",
    "Send it as `Authorization: Bearer`, never in the URL; see {noun} rotation.",
    "The test sent a {noun}, got 401, and the message said: {adjective} {noun}.",
)
_MESSAGES = (
    "request header {noun}: required, absent",
    '$.data.{noun}: "{noun}" is absent at $.data (keys there: x)',
    "$.{noun}: expected no such field, got an integer",
    '{noun}: expected "approved", got "declined"',
    "expected {noun} to be a string, got null",
    "{noun} {adjective}",
    "Get {noun} when it is {adjective}",
    "{adjective}_{noun}: 401",
    "Variable '${{{noun}}}' not found.",
    "Keyword 'Login With {adjective} {noun}' expected 2 arguments, got 1.",
)


def api_bodies(count: int) -> Iterator[str]:
    """Yields JSON bodies of objects, lists and errors."""
    fields = cycle(_FIELDS)
    plain = cycle(_PLAIN_FIELDS)
    for number in range(count):
        some = dict([*islice(plain, 2 + number % 3), *islice(fields, 1 + number % 4)])
        body: object = (some, [some], {"data": some, "total": number}, {"errors": some})[number % 4]
        yield json.dumps(
            body, indent=2 if number % 3 == 0 else None, separators=(",", ":") if number % 5 == 0 else None
        )


def logs(count: int) -> Iterator[str]:
    """Yields the lines of services' logs, some at a time."""
    lines = cycle(
        line.format(time=f"2026-11-{day:02} 10:00:{day:02},123", noun=noun, adjective=adjective)
        for day, (line, noun, adjective) in enumerate(product(_LOG_LINES, _NOUNS, _ADJECTIVES), start=1)
    )
    for number in range(count):
        yield "\n".join(islice(lines, 1 + number % 5))


def prose(count: int) -> Iterator[str]:
    """Yields mails, documentation and descriptions of faults."""
    texts = cycle(
        text.format(noun=noun, adjective=adjective)
        for text, noun, adjective in product(_SENTENCES, _NOUNS, _ADJECTIVES)
    )
    for number in range(count):
        yield "\n\n".join(islice(texts, 1 + number % 3))


def messages(count: int) -> Iterator[str]:
    """Yields messages of failures and names of tests."""
    nouns = (*_NOUNS, "Authorization", "X-Api-Key", "Set-Cookie", "access_token", "client_secret", "session token")
    return islice(
        cycle(
            text.format(noun=noun, adjective=adjective)
            for text, noun, adjective in product(_MESSAGES, nouns, _ADJECTIVES)
        ),
        count,
    )
