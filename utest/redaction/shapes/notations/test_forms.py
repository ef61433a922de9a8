"""Fields of forms with keys in brackets, and the parts of multipart forms."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.registry import SecretRegistry

V = "Zk29dkwLpq0xyzQ7aB3c"


@pytest.mark.parametrize(
    "text",
    [
        "GET https://x/y?token[]=§&a=1",
        "GET https://x/y?token%5B%5D=§&a=1",
        "password[]=§",
        "password[0]=§",
        "user[password][]=§&a=1",
        "user[pass][0]=§&a=1",
        "tokens[qa]=§",
        "tokens[qa][0]=§",
        "api_keys[]=§&passwords[0]=§",
        '{"token[]": "§"}',
        '{"token[]": ["§"]}',
        '{"tokens[qa]": "§"}',
        '{"name": "user%5Bpassword%5D", "value": "§"}',
        '{"name": "user[password][0]", "value": "§"}',
        '<input name="user[password]" value="§">',
        "?password[]=geheim&a=1",
    ],
)
def test_a_field_with_keys_in_brackets_is_masked(text: str) -> None:
    secret = "geheim" if "geheim" in text else V
    shown = SecretRegistry().mask(text.replace("§", secret))
    assert secret not in shown
    assert "[redacted]" in shown


@pytest.mark.parametrize(
    "text",
    [
        "token[0]=next(tokens)",
        "tokens[i]=token",
        "tokens[1]=tokens[0]",
        "password[]=required",
        "password[length]=12&a=1",
        "token[expires_at]=2026-01-01T00:00:00Z&a=1",
        "tokens[user_id]=12345678",
        "password[]=[redacted]",
        'char password[64]="";',
        "the token [] =Zk29dkwLpq0xyzQ7aB3c",
        "fields[token]=name&sort[token]=asc",
        "no token but []=Zk29dkwLpq0xyzQ7aB3c",
    ],
)
def test_settings_and_code_stay(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize(
    "head",
    [
        'form-data; name="password"\r\nContent-Type: text/plain\r\n\r\n',
        'Content-Disposition: form-data; name="password"\n\n',
        '--x\nContent-Type: text/plain\nX-Part: name="password"\n\n',
        '--x\r\nContent-Disposition: form-data; name="user[password]"\r\n\r\n',
        '--x\r\nContent-Disposition: form-data; name="tokens[qa]"\r\n\r\n',
        "--x\r\nContent-Disposition: form-data; name=password\r\n\r\n",
        "--x\r\nContent-Disposition: form-data; name=password; filename=x\r\n\r\n",
        'name="password"\r\n\r\n',
    ],
)
def test_a_part_of_a_multipart_form_is_masked(head: str) -> None:
    assert SecretRegistry().mask(f"{head}{V}\r\n--x--") == f"{head}[redacted]\r\n--x--"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_sentence_below_an_attribute_stays(end: str) -> None:
    text = f'name="password"{end}{end}is an attribute of HTML'
    assert SecretRegistry().mask(text) == text


def test_what_is_allowed_stays() -> None:
    registry = SecretRegistry()
    registry.allow("password")
    text = f"user[password][]={V}"
    assert registry.mask(text) == text


@pytest.mark.parametrize(
    "unit", ["token[0]=", "token[a][b][c][d][e]", 'name="password"\r\n', "--x\nname=token\n\n", '"token[]":"']
)
def test_the_time_grows_with_the_length_only(unit: str) -> None:
    assert grows_with_the_length_only(unit)
