"""The shapes of the table of cases."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Annotated, Any, Literal, NotRequired
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, HttpUrl, RootModel, model_validator
from typing_extensions import TypedDict


class Item(BaseModel):
    """Two required fields and two with defaults."""

    id: int
    name: str
    note: str | None = None
    count: int = 0


class Scalars(BaseModel):
    """One field of each plain type, none required."""

    i: int = 0
    f: float = 0.0
    b: bool = False
    s: str = ""
    n: None = None
    d: Decimal = Decimal(0)


class Times(BaseModel):
    """What JSON sends as text."""

    day: date = date(2024, 1, 31)
    at: datetime = datetime(2024, 1, 31)  # noqa: DTZ001  a moment without a zone is a case of its own
    zoned: AwareDatetime | None = None
    clock: time = time(9)
    took: timedelta = timedelta(minutes=5)
    id: UUID | None = None
    link: HttpUrl | None = None


class Color(Enum):
    """Words."""

    RED = "red"
    BLUE = "blue"


class Level(IntEnum):
    """Numbers."""

    LOW = 1
    HIGH = 9


class Choices(BaseModel):
    """Values out of small sets."""

    color: Color = Color.RED
    level: Level = Level.LOW
    state: Literal["new", "paid"] = "new"
    version: Literal[1, 2] = 1


class Limits(BaseModel):
    """Values within limits."""

    positive: int = Field(default=1, gt=0)
    share: float = Field(default=0.5, ge=0, le=1)
    even: int = Field(default=2, multiple_of=2)
    code: str = Field(default="AB", min_length=2, max_length=3, pattern=r"^[A-Z]+$")
    tags: list[str] = Field(default=["a"], min_length=1, max_length=2)
    price: Decimal = Field(default=Decimal("1.50"), max_digits=5, decimal_places=2)


class Price(BaseModel):
    """The innermost part of an order."""

    amount: float
    currency: Literal["EUR", "USD"]


class Line(BaseModel):
    """The middle of an order."""

    product: Item
    qty: int
    price: Price | None = None


class Order(BaseModel):
    """Three levels of nesting."""

    id: int
    lines: list[Line]
    labels: dict[str, str] = {}
    by_day: dict[str, list[Price]] = {}


class Cat(BaseModel):
    """A member of unions."""

    kind: Literal["cat"]
    lives: int


class Dog(BaseModel):
    """Another member."""

    kind: Literal["dog"]
    bark: str
    bank: int | None = None


class Bank(BaseModel):
    """A member whose tag is also the name of a field."""

    kind: Literal["bank"]
    bank: str
    iban: int


class Unions(BaseModel):
    """Unions with and without a discriminator."""

    pet: Annotated[Cat | Dog | Bank, Field(discriminator="kind")] | None = None
    loose: Cat | Dog | None = None
    value: int | str | None = None
    many: list[Cat | Dog] = []
    mixed: int | list[int] | None = None
    by_name: dict[str, Cat | int] = {}


class Aliased(BaseModel):
    """Fields that are called otherwise in JSON."""

    order_number: int = Field(alias="orderNumber")
    odd: str = Field(default="", alias="odd name")
    quoted: int = Field(default=0, alias="it's")
    line_items: list[Price] = Field(default=[], alias="lineItems")


class Free(BaseModel):
    """A model that allows fields it does not name."""

    model_config = ConfigDict(extra="allow")
    a: int


class Ignoring(BaseModel):
    """A model that ignores fields it does not name."""

    model_config = ConfigDict(extra="ignore")
    a: int


class Closed(BaseModel):
    """A model that forbids them itself."""

    model_config = ConfigDict(extra="forbid")
    a: int


class Lax(BaseModel):
    """A model that converts."""

    model_config = ConfigDict(strict=False)
    a: int
    at: datetime | None = None


class OwnRules(BaseModel):
    """Models with settings of their own beside one that has none."""

    free: Free | None = None
    ignoring: Ignoring | None = None
    closed: Closed | None = None
    lax: Lax | None = None
    plain: Price | None = None
    lax_field: int = Field(default=0, strict=False)


class Row(TypedDict):
    """A dictionary with named keys."""

    x: int
    y: NotRequired[str]


@dataclass
class Point:
    """A plain dataclass."""

    x: int
    y: int = 0


class Node(BaseModel):
    """A shape within itself."""

    name: str
    children: list["Node"] = []
    parent: "Node | None" = None


class Span(BaseModel):
    """A rule over two fields."""

    start: int
    end: int

    @model_validator(mode="after")
    def ordered(self) -> "Span":
        """Refuses a span that ends before it starts."""
        if self.end < self.start:
            raise ValueError("ends before it starts")
        return self


class Secretive(BaseModel):
    """Fields whose names say that their values are secret."""

    user: str
    password: int = 0
    api_key: int = 0


class Names(RootModel[list[str]]):
    """A model that is a list."""


class Page(BaseModel):
    """Anything, within something."""

    items: list[Any]
    pair: tuple[int, str] | None = None
    several: tuple[int, ...] = ()
    unique: set[int] = set()
    keyed: dict[Literal["a", "b"], int] = {}
