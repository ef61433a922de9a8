"""Sums of money."""

from decimal import Decimal

from pydantic import BaseModel


class Money(BaseModel):
    """A sum, exact to the last digit."""

    amount: Decimal
    currency: str
