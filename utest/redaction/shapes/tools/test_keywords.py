"""Secrets that rows of Robot Framework give to keywords by their place, and rows that look alike."""

import pytest
from masking_time import is_searched_once

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.tools.keywords import KEYWORDS, TYPED_SECRETS

LOGINS = [
    "Login    root    \0",
    "    Open Connection    10.0.0.4\n    Login    root    \0\n    Execute Command    uptime",
    "    SSHLibrary.Login    deploy    \0    delay=1s",
    "KEYWORD SSHLibrary . Login    root, \0",
    "KEYWORD SSHLibrary . Login    root, \0, delay=1s",
    "\tLogin\troot\t\0",
    "| Login | root | \0 |",
    "    Open Connection And Log In    10.0.0.4    root    \0",
    "    Login With Password    anna    \0",
    "    Login As    anna    \0    # of the shop",
    "    Login To Shop    ${USER}    \0",
    "    Login Via Form    anna    \0",
    "    Login Using Form    anna    \0",
    "    Login User    anna    \0",
    "Login\tanna\t\0",
    "    Log In    anna    \0",
    "    Log In To Shop    anna    \0",
    "    Log In With Password    anna    \0",
    "    Log In User    anna    \0",
    "    Log In As    anna    \0",
    "    Set Password    anna    \0",
    "    Reset Password    anna    \0",
    "    Update Password    anna    \0",
    "    Change Password    anna    \0    \0",
    "    Login With Public Key    deploy    /root/.ssh/id_rsa    \0",
    "    Ftp Connect    ftp.example.org    anna    \0",
    "    Connect To Database    pymysql    shop    root    \0    10.0.0.4    3306",
    "    ${auth}=    Create List    anna    \0",
    "    @{CREDENTIALS}    anna    \0",
    "    VAR    @{auth}    anna    \0",
    "    Input Password    password_field    \0",
    "Input Password id=pw \0",
]
TYPED = [
    "    Mobile.Input Password    accessibility_id=pw    \0",
    "    Input Password    id:pwd    \0    clear=False",
    "    AppiumLibrary.Input Password    xpath=//input[@type='password']    \0",
    "    Fill Secret    css=form >> input    \0",
    "    Type Secret    //input    \0    delay=50 ms",
    "    Enter Password    #pw    \0",
    "    INPUT PASSWORD    name:pw    \0",
    "    Input password    ${FIELD}    \0",
    "    Input Secret    (//input)[2]    \0",
    "| Input Password    | id=pw    | \0 |",
]


@pytest.mark.parametrize("text", [*LOGINS, *TYPED])
@pytest.mark.parametrize("secret", ["Kran7hof-blau9", "xK9#mLp2qR", "Vx9kQ2mLp7TzAb3Rt8Yw"])
def test_only_the_secret_is_masked(text: str, secret: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", secret)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize("text", TYPED)
@pytest.mark.parametrize("secret", ["sonne!wind", "geheim", "drei worte neun9"])
def test_what_is_typed_as_a_password_is_masked(text: str, secret: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", secret)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "    Login    anna    ${PASSWORD}",
        "    Login    Page Title    Welcome",
        "    Login    chrome    Chrome-121.0",
        "    Login    anna    3f2a9c1d",
        "    Login    anna    https://shop.example.org/v2x9",
        "    Login    anna    remember=True2x9",
        "    Login Should Fail    anna    wrong user",
        "    Login Page Should Open    anna    Kran7hof-blau9",
        "2026-11-28 10:12  Login  anna  8f3a9c2dX",
        "    Login With Public Key    deploy    /root/.ssh/id_rsa2",
        "    Create List    anna    bert",
        "    ${names}=    Create List    anna    Kran7hof-blau9",
        "    @{auth}    basic    digest",
        "    Input Password    id:pwd    ${PW}    clear=False",
        "    Input Password    id:pwd    invalid",
        "    Input Password    id:pwd    wrong password",
        "    Input Password    name=pw    the password of 2 users",
        "    Input Password    password_field    TC-1423",
        "    Fill Secret    id=pw    $PW1",
        "| Input Password | Field is masked | passed |",
    ],
)
def test_others_stay(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize("indent", ["", "\t", *(" " * size for size in (2, 3, 4, 6, 8, 10, 12, 16))], ids=repr)
def test_a_row_may_be_indented(indent: str) -> None:
    text = f"*** Test Cases ***\n{indent}Login    root    \0\n"
    assert SecretRegistry().mask(text.replace("\0", "Kran7hof-blau9")) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize("word", "a an any at it its my no of please the your".split())
def test_what_begins_like_a_sentence_is_no_secret(word: str) -> None:
    text = f"    Input Password    name=pw    {word} text of 2 words"
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize("text", [*LOGINS, *TYPED])
def test_many_texts_are_searched_once(text: str) -> None:
    assert is_searched_once(text)


def test_every_name_is_one() -> None:
    names = [name for name, *_ in (*KEYWORDS, *TYPED_SECRETS)]
    assert len(set(names)) == len(names)
