"""A library and a variable file that take a secret when they are imported, and show it later."""


def get_variables(user: str, password: str) -> dict[str, str]:
    """Returns variables whose names don't tell what they hold."""
    return {"SHOWN": f"{user} uses {password}"}


class Keeper:
    """A library that is given a token."""

    def __init__(self, user: str, api_token: str) -> None:
        self._shown = f"{user} uses {api_token}"

    def show_what_is_kept(self) -> str:
        """Prints it and returns it."""
        return self._shown
