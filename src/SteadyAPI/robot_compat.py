"""Every difference between the supported versions of Robot Framework, in one place."""

try:
    from robot.api.types import Secret
except ImportError:  # Robot Framework before 7.4

    class Secret:  # type: ignore[no-redef]
        """A value that shows as ``<secret>``; same shape as Robot Framework's own from 7.4."""

        def __init__(self, value: str) -> None:
            self.value = value

        def __str__(self) -> str:
            return "<secret>"

        def __repr__(self) -> str:
            return f"{type(self).__name__}(value=<secret>)"


__all__ = ["Secret"]
