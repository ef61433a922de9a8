"""Models of a shop, in a package."""

from .orders import Order

__all__ = ["Order"]
