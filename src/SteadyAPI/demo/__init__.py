"""The embedded demo: a small shop API with faults on purpose, the tour suites, and the commands that run them."""

from SteadyAPI.demo.demo_shop import DemoShop

__all__ = ["DemoShop"]
