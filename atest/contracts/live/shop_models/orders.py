"""What the shop sells; it imports its neighbour relatively."""

from datetime import date
from typing import Any

from pydantic import AliasPath, BaseModel, Field, computed_field, field_validator, model_validator

from .money import Money


class Delivery(BaseModel):
    """Reads a field from further inside the response."""

    city: str = Field(validation_alias=AliasPath("address", "city"))


class Order(BaseModel):
    """Unwraps an envelope, and computes a field that the service sends too."""

    day: date
    total: Money

    @model_validator(mode="before")
    @classmethod
    def unwrapped(cls, value: Any) -> Any:
        """Takes the order out of its envelope."""
        return value["order"] if isinstance(value, dict) and "order" in value else value

    @computed_field  # type: ignore[prop-decorator]  # as Pydantic's own documentation writes it
    @property
    def year(self) -> int:
        """The year of the order."""
        return self.day.year

    @field_validator("day")
    @classmethod
    def not_in_the_past(cls, day: date) -> date:
        """Refuses old orders in words of its own."""
        if day.year < date.min.replace(year=2000).year:
            raise ValueError("the order is too old")
        return day
