"""The listener that keeps secrets out of everything a run writes."""

from SteadyAPI.listener.redactor import Redactor

__all__ = ["Redactor"]
