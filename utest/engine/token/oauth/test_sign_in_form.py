from hypothesis import given
from hypothesis.strategies import lists, sampled_from

from SteadyAPI.engine.token.oauth.sign_in_form import LoginForm, login_form

PAGE = """
<form action="/search"><input name="q"></form>
<form action="/login?a=1&amp;b=2" method="post">
  <input type="hidden" name="csrf" value="x&amp;y">
  <input name="user" type="text"><input name="mail" type="email">
  <input type="password" name="pass">
  <input type="checkbox" name="keep"><input type="checkbox" name="terms" checked><input type="hidden">
  <button name="do" value="cancel">No</button><button name="do" value="login">Yes</button>
</form>
<input name="outside"><button name="outside"></button>
"""


def found(page: str) -> LoginForm:
    form = login_form(page)
    assert form is not None
    return form


def test_the_form_with_a_password_is_taken_wherever_it_stands() -> None:
    form = found(PAGE)
    assert (form.action, form.method) == ("/login?a=1&b=2", "POST")
    assert (form.user_fields, form.password_fields) == (["user", "mail"], ["pass"])


def test_a_person_fills_in_name_and_password_and_agrees() -> None:
    filled = found(PAGE).filled("ada", "pw")
    assert filled == {
        "csrf": "x&y",
        "terms": "on",
        "user": "ada",
        "mail": "ada",
        "pass": "pw",
        "do": "login",
    }


def test_a_form_without_password_is_only_agreed_to() -> None:
    page = '<form method="POST" action="/ok"><input type="hidden" name="prompt" value="consent"></form>'
    assert found(page).filled("ada", "pw") == {"prompt": "consent"}


def test_without_name_and_password_their_fields_are_left_out() -> None:
    assert found(PAGE).filled(None, None) == {"csrf": "x&y", "terms": "on", "do": "login"}


def test_the_only_button_is_pressed_whatever_it_says() -> None:
    page = '<form method="post"><input type="submit" name="go" value="Weiter"></form>'
    assert found(page).filled(None, None) == {"go": "Weiter"}


def test_a_button_without_a_name_sends_nothing() -> None:
    page = '<form method="post"><button>Accept</button><button type="button" name="no">x</button></form>'
    assert found(page).filled(None, None) == {}


def test_a_password_is_never_put_into_an_address() -> None:
    assert login_form('<form><input type="password" name="p"></form>') is None


def test_a_page_with_nothing_to_send_has_no_form() -> None:
    assert login_form('<form><input name="q"></form>') is None


def test_a_declaration_that_nobody_knows_ends_the_reading() -> None:
    assert found('<form method="post"><input name="a" type="password"></form><![odd[').password_fields == ["a"]


@given(
    lists(sampled_from(["<form method=post>", "<input name=a", " type=password>", "<![", "[", "</form>", "&#", "x"]))
)
def test_no_page_is_too_odd_to_be_read(parts: list[str]) -> None:
    form = login_form("".join(parts))
    assert form is None or isinstance(form.filled("ada", "pw"), dict)


def test_what_was_filled_in_is_not_shown() -> None:
    assert "x&y" not in repr(found(PAGE))


def test_what_a_browser_would_not_send_is_left_out() -> None:
    page = """<form method="post">
      <input type="radio" name="realm" value="staff"><input type="radio" name="realm" value="guest" checked>
      <input type="radio" name="realm" value="other"><input type="radio" name="plain" checked>
      <input type="button" name="help" value="?"><input type="reset" name="clear" value="Clear">
      <input type="hidden" name="old" value="x" disabled><input type="password" name="pass">
    </form>"""
    assert found(page).filled("ada", "pw") == {"realm": "guest", "plain": "on", "pass": "pw"}
