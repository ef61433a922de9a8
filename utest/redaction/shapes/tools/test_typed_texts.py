"""Texts that tests type into fields, and what else they do with those."""

import pytest
from masking_time import is_searched_once

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.tools.typed_texts import TYPED_TEXTS

VALUES = ["Kran7hof-blau9", "hunter2", "Vx9kQ2mLp7TzAb3Rt8Yw"]
TYPED = [
    "Arguments: [ id=txtPassword | \0 ]",
    "Arguments: [ id:pwd | \0 ]",
    "Arguments: [ css:input[type=password] | \0 ]",
    "Arguments: [ name=login_password | \0 | clear=True ]",
    "Arguments: [ 'id=txtPassword' | '\0' ]",
    "Arguments: [ #password | \0 ]",
    "START KW: SeleniumLibrary.Input Password [ id:passwd | \0 ]",
    "START KW: Browser.Fill Secret [ id=field | \0 ]",
    "START KW: SeleniumLibrary.Input Text [ id:passwd | \0 ]",
    'driver.findElement(By.id("password")).sendKeys("\0")',
    'driver.find_element(By.ID, "password").send_keys("\0")',
    "element(by.id('password')).sendKeys('\0')",
    '$("#password").val("\0")',
    "$('input[name=\"password\"]').val('\0')",
    'onView(withId(R.id.password)).perform(typeText("\0"))',
    "userEvent.type(screen.getByLabelText('Password'), '\0')",
    "user.type(screen.getByLabelText(/password/i), '\0')",
    "document.querySelector('#password').value = '\0'",
    "page.locator('#password').fill('\0')",
    "page.fill('#password', '\0')",
    "cy.get('input[name=\"password\"]').type('\0')",
    'POST /element/3/value {"text": "\0", "id": "passwordField"}',
    'POST /element/3/value {"id":"passwordField","text":"\0"}',
    'POST /session/1/element/passwordField/value {"text":"\0"}',
    "TextField, 0x1, identifier: 'a', label: 'Password', value: \0",
    "TextField, identifier: 'passwordField', value: '\0'",
    "SecureTextField, 0x1, label: 'Login', value: \0",
]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("text", TYPED)
def test_only_the_text_is_masked(text: str, value: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", value)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize("text", TYPED)
def test_many_texts_are_searched_once(text: str) -> None:
    assert is_searched_once(text)


def test_every_name_is_one() -> None:
    assert len({name for name, *_ in TYPED_TEXTS}) == len(TYPED_TEXTS)
