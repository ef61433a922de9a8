"""A small OpenAPI document that unit tests share, and exchanges to compare with it."""

import json
from pathlib import Path
from typing import Any

from fake_time import NOON

from SteadyAPI.engine.contract.openapi.description import Description
from SteadyAPI.engine.exchange import Attempt, Exchange, Request, Response, SentRequest

JSON = {"Content-Type": "application/json"}
ORDER = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "integer"},
        "note": {"type": "string", "nullable": True},
        "price": {"type": "number", "minimum": 0, "exclusiveMinimum": True},
    },
}


def described(schema: Any) -> dict[str, Any]:
    """Returns the description of a response with a JSON body."""
    return {"description": "x", "content": {"application/json": {"schema": schema}}}


FILTER = {"type": "object", "properties": {"size": {"type": "integer"}}}
ORDER_REF = {"$ref": "#/components/schemas/Order"}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "Shop", "version": "1"},
    "servers": [{"url": "https://shop.test/{stage}", "variables": {"stage": {"default": "api"}}}],
    "paths": {
        "/orders/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}],
            "get": {
                "parameters": [
                    {"name": "expand", "in": "query", "schema": {"type": "boolean"}},
                    {"name": "fields", "in": "query", "schema": {"type": "array", "items": {"type": "integer"}}},
                    {"name": "filter", "in": "query", "style": "deepObject", "schema": FILTER},
                    {"name": "X-Tenant", "in": "header", "required": True, "schema": {"type": "string"}},
                    {"name": "sid", "in": "cookie", "required": True, "schema": {"type": "string"}},
                    {"$ref": "#/components/parameters/Page"},
                ],
                "responses": {
                    "200": {
                        **described(ORDER_REF),
                        "headers": {
                            "X-Rate": {"required": True, "schema": {"type": "integer"}},
                            "X-Note": {"$ref": "#/components/headers/Note"},
                            "X-Free": {"description": "no schema"},
                            "Content-Type": {"required": True, "schema": {"type": "integer"}},
                        },
                    },
                    "4XX": {"$ref": "#/components/responses/Problem"},
                    "default": {"description": "anything"},
                },
            },
        },
        "/orders/mine": {"get": {"responses": {"200": described({"type": "array", "items": ORDER_REF})}}},
        "/orders": {
            "post": {
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": ORDER_REF}, "text/plain": {}},
                },
                "responses": {"201": described(ORDER_REF), "204": described(ORDER_REF)},
            },
            "head": {"responses": {"200": described(ORDER_REF)}},
            "put": {"requestBody": {"content": {"application/json": {}}}, "responses": {"200": {"description": "x"}}},
        },
        "/files/{name}.{kind}": {"get": {"responses": {"200": {"description": "x", "content": {"image/*": {}}}}}},
        "/nothing": {"get": {"responses": {}}},
    },
    "components": {
        "schemas": {"Order": ORDER},
        "headers": {"Note": {"schema": {"type": "string", "maxLength": 3}}},
        "parameters": {"Page": {"name": "page", "in": "query", "schema": {"type": "integer"}}},
        "responses": {
            "Problem": {"description": "x", "content": {"application/problem+json": {"schema": {"type": "object"}}}}
        },
    },
}


def description(document: dict[str, Any] | None = None, *, close: bool = False) -> Description:
    """Returns a document ready to be asked."""
    return Description(DOCUMENT if document is None else document, Path("shop.json"), close=close)


def response(status: int = 200, body: Any = None, headers: dict[str, str] | None = None) -> Response:
    """Returns a response; a body that isn't bytes is written as JSON."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Response(status, "Said", "https://shop.test", JSON if headers is None else headers, content)


def exchange(
    method: str = "GET",
    url: str = "https://shop.test/api/orders/7",
    received: Response | None = None,
    headers: dict[str, str] | None = None,
    body: Any = None,
) -> Exchange:
    """Returns the record of a request and its response; there is none without ``received``."""
    return Exchange(
        Request(method, url),
        SentRequest(method, url, headers or {}, body),
        (Attempt(1, 0.0, 0.1, status=received.status if received else None),),
        NOON,
        0.1,
        "shop",
        received,
    )
