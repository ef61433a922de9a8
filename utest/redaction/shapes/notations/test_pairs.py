"""Names and values in two fields, attributes or elements."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.registry import SecretRegistry


@pytest.mark.parametrize(
    "text",
    [
        '{"k":"password","v":"\0"}',
        '{"key": "password", "val": "\0"}',
        '{"value": "\0", "k": "password"}',
        '{"Key":"password","Value":"\0"}',
        '{"param":"password","content":"\0"}',
        '{"name":"password","text":"\0"}',
        '{"label":"Password","default":"\0"}',
        "{'field': 'password', 'input': '\0'}",
        '{"type": "password", "value": "\0"}',
        '<input type="password" value="\0">',
        '<input value="\0" type="password">',
        "<input type='password' id='x' value='\0'/>",
        '<property name="password"><value>\0</value></property>',
        '<setting name="ApiToken" serializeAs="String"><value>\0</value></setting>',
        '<entry key="password">\0</entry>',
        '<meta name="csrf-token" content="\0">',
    ],
)
def test_a_value_beside_its_name_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", "Vx9kQ2mLp7Tz")) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        '{"name":"password","in":"query","text":"The password of the user"}',
        '{"type": "token", "value": "if"}',
        '{"k":"password","v":"required"}',
        '{"label":"Password","default":"none given"}',
        '<input type="password" placeholder="Password" value="">',
        '<input type="text" value="Vx9kQ2mLp7Tz">',
        '<string name="forgot_password">Forgot your password?</string>',
        '<property name="passwordPolicy"><value>strict</value></property>',
        '<label for="password">Password</label>',
    ],
)
def test_what_is_said_about_a_name_stays(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize("unit", ['"key":"token",', '"name":"password","value":"', '"k":"token","v":1,'])
def test_the_keys_of_values_are_looked_for_once(unit: str) -> None:
    assert grows_with_the_length_only(unit)


def test_a_value_is_found_behind_names_without_one() -> None:
    text = '"key":"token",' * 50 + '"value":"Kran7hof-blau9"'
    assert SecretRegistry().mask(text) == text.replace("Kran7hof-blau9", "[redacted]")
