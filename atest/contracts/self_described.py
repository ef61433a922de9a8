# ruff: noqa: ARG001, B006, D101, T201  the service is its signatures; its port goes to the standard output
"""A service that describes itself, with what its framework offers for parameters, bodies and responses."""

import socket
from datetime import date
from decimal import Decimal
from enum import IntEnum
from typing import Annotated, Literal
from uuid import UUID

import uvicorn
from fastapi import Cookie, FastAPI, File, Form, Header, Path, Query, UploadFile
from pydantic import BaseModel, Field

app = FastAPI()


class Level(IntEnum):
    """How urgent it is."""

    low = 1
    high = 2


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int


class Dog(BaseModel):
    kind: Literal["dog"]
    bark: str = Field(min_length=2)


class Line(BaseModel):
    product: str
    quantity: int = Field(ge=1)
    price: Decimal | None = None


class Order(BaseModel):
    id: UUID
    day: date
    lines: list[Line] = Field(min_length=1)
    notes: dict[str, int | str] = {}
    parent: "Order | None" = None


class Saved(BaseModel):
    id: UUID
    lines: int


@app.get("/items")
def items(
    limit: Annotated[int | None, Query(ge=1, le=100)] = None,
    level: Level = Level.low,
    tags: Annotated[list[str] | None, Query(max_length=3)] = None,
    ids: Annotated[list[int], Query()] = [],
    flag: bool | None = None,
    price: float | None = None,
    day: date | None = None,
    either: int | Literal["all"] | None = None,
) -> list[int]:
    """Optional parameters, enumerations, lists and unions."""
    return list(range(limit or 3))


@app.get("/items/{number}/{name}")
def item(
    number: Annotated[int, Path(ge=1)],
    name: Annotated[str, Path(pattern="^[a-z]+$")],
    x_tenant: Annotated[str, Header(min_length=3)],
    x_count: Annotated[int | None, Header()] = None,
    session: Annotated[int | None, Cookie()] = None,
) -> dict[str, int | str]:
    """Parameters of paths, headers and cookies."""
    return {"number": number, "name": name}


@app.post("/orders", status_code=201)
def create(order: Order) -> Saved:
    """A deep body."""
    return Saved(id=order.id, lines=len(order.lines))


@app.post("/pets")
def pet(pet: Annotated[Cat | Dog, Field(discriminator="kind")]) -> Annotated[Cat | Dog, Field(discriminator="kind")]:
    """A union with a discriminator, there and back."""
    return pet


@app.post("/forms")
def form(
    name: Annotated[str, Form(min_length=2)],
    age: Annotated[int | None, Form()] = None,
    tags: Annotated[list[str], Form()] = [],
) -> str:
    """A form."""
    return name


@app.post("/files")
def files(
    title: Annotated[str, Form(max_length=5)], file: UploadFile, more: Annotated[bytes | None, File()] = None
) -> int:
    """Files among fields."""
    return len(title)


if __name__ == "__main__":
    listening = socket.create_server(("127.0.0.1", 0))
    print(listening.getsockname()[1], flush=True)
    uvicorn.Server(uvicorn.Config(app, log_level="error")).run(sockets=[listening])
