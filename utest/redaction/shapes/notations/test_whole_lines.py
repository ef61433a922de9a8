"""Values on a line of their own, passphrases up to the end of their line, arguments with a comma in them."""

import pytest

from SteadyAPI.redaction.registry import SecretRegistry

SECRETS = [
    ("Client secret\n\0\nClient ID\nweb", "BKKgNi8QOfi4xXUmRI3UbNPfj7oLsthtnntW"),
    ("Password\r\n\0\r\n", "nextline_Pw77!"),
    ("    Your new password\n\0", "Kran7hof-blau9"),
    ("Passphrase = \0", "drei worte neun9"),
    ("ssh_passphrase=\0\nport=22", "drei kleine #worte"),
    ("    Login To Shop    username=anna    password=\0    remember=True", "Zange,Hammer5"),
    ("Log Many\tpassword=\0\ttoken=none", "Zange;Hammer5"),
    ("&{login} = { user=anna | password=\0 }", "Fluss;Berg9"),
    ("&{login} = { password=\0 | user=anna }", "Fluss,Berg9"),
]


@pytest.mark.parametrize(("text", "secret"), SECRETS)
def test_only_the_secret_is_masked(text: str, secret: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", secret)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "Password\nWelcome back",
        "token\nfoo2bar\nx",
        "The password was changed by ann. Her token\n8ab24cd8 is gone",
        "log in (password\nKran7hof-blau9\n",
        f"log in (password\nKran7hof-blau9\n{'and more ' * 20}",
        "(password\nKran7hof-blau9",
        "passphrase = input()",
        "passphrase = three words only",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("  password=Fluss9,b=y  c", "  password=[redacted],b=y  c"),
        ("Server=db;Password=Fluss9;Database=z    x", "Server=db;Password=[redacted];Database=z    x"),
        ("see password=Fluss9, and more", "see password=[redacted], and more"),
    ],
)
def test_the_next_field_is_not_the_rest_of_a_value(text: str, masked: str) -> None:
    assert SecretRegistry().mask(text) == masked
