"""The form on a provider's sign-in page, read and filled in without a browser."""

from contextlib import suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser

_TEXTS = {"text", "email", "username", "tel", ""}
_TICKED = {"checkbox", "radio"}
_NEVER_SENT = {"button", "reset"}
_AGREEING = (
    "accept",
    "allow",
    "approve",
    "authori",
    "consent",
    "continue",
    "confirm",
    "grant",
    "yes",
    "sign in",
    "log",
)


@dataclass(slots=True)
class LoginForm:
    """A form: where it goes, what stands in its fields already, and which of them a person fills in."""

    action: str = ""
    method: str = "POST"
    values: dict[str, str] = field(default_factory=dict, repr=False)
    user_fields: list[str] = field(default_factory=list)
    password_fields: list[str] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list, repr=False)

    def filled(self, username: str | None, password: str | None) -> dict[str, str]:
        """Returns what a person would send: name and password filled in, and the button that agrees pressed."""
        made = dict(self.values)
        made |= {name: username for name in self.user_fields if username is not None}
        made |= {name: password for name in self.password_fields if password is not None}
        pressed = [button for button in self.buttons if any(word in " ".join(button).lower() for word in _AGREEING)]
        for name, value in (pressed or self.buttons)[:1]:
            if name:
                made[name] = value
        return made


def login_form(page: str) -> LoginForm | None:
    """Returns the posted form that asks for a password, else the first posted one; ``None`` when the page has none.

    A form that isn't posted is sent by a script, or would put the password into an address.
    """
    reader = _FormReader()
    # The parser raises this for an unknown declaration; the forms before it have been read.
    with suppress(AssertionError):
        reader.feed(page)
    posted = [form for form in reader.forms if form.method == "POST"]
    with_password = [form for form in posted if form.password_fields]
    return next(iter([*with_password, *posted]), None)


class _FormReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[LoginForm] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(LoginForm(given.get("action", ""), given.get("method", "GET").upper()))
            self._inside = True
        elif self._inside and tag == "input":
            self._input(self.forms[-1], given)
        elif self._inside and tag == "button" and given.get("type", "submit") == "submit":
            self.forms[-1].buttons.append((given.get("name", ""), given.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False

    def _input(self, form: LoginForm, given: dict[str, str]) -> None:
        name, kind = given.get("name", ""), given.get("type", "").lower()
        if kind in _NEVER_SENT or "disabled" in given:
            return
        if kind == "submit":
            form.buttons.append((name, given.get("value", "")))
        elif name and kind == "password":
            form.password_fields.append(name)
        elif name and kind in _TEXTS:
            form.user_fields.append(name)
        elif name and (kind not in _TICKED or "checked" in given):
            form.values[name] = given.get("value", "on" if kind in _TICKED else "")
