"""Code where a secret may stand, told from secrets."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.expressions import is_expression


@pytest.mark.parametrize(
    "value",
    [
        "env.DB_PASSWORD",
        "process.env.DB_PASSWORD",
        "request.headers.token",
        "user?.password",
        "$this->token",
        "self.client.get_token(user",
        "get_token(user)",
        "getpass()",
        "random_bytes(16)",
        "tokens.next();",
        "next(tokens)",
        "var.db_password_v2",
        "local.token_v2",
        "data.aws_ssm_parameter.db1.value",
        "random_password.db2.result",
        "form.password.value",
        "response.data.token",
        "response.json().token",
        "request.form['password']",
        "request.form[",
        "data[0].token",
    ],
)
def test_code_is_an_expression(value: str) -> None:
    assert is_expression(value)


@pytest.mark.parametrize(
    "value",
    [
        "hunter2",
        "abc.def",
        "kd82.jfLq01mZ",
        "env.Vx9kQ2mLp7Tz",
        "hunter(2)",
        "aB3(xY9)",
        "Passw(ord1)",
        "get_token(user)x9",
        "env." + "a" * 300,
        "4.5",
        "horse.battery.result",
        "horse_battery.result",
        "var.Vx9kQ2mLp7",
        "form.Vx9kQ2mLp7.value",
        "horse.battery.value",
        "Vx9kQ2mLp7[",
        "Horse[",
        "form[Vx9kQ2mLp7]",
    ],
)
def test_other_values_are_none(value: str) -> None:
    assert not is_expression(value)


@pytest.mark.parametrize(
    "text",
    [
        "password: env.DB_PASSWORD",
        "const token = await login(user)",
        "token = self.client.get_token(user, realm)",
        "token=request.headers.token&x=1",
        "api_key=settings.API_KEY",
        "password=request.form['password']",
        'token=session["token"]',
        "password={password!r}",
        "grep -E 'token=[A-Za-z0-9]+' log.txt",
    ],
)
def test_code_behind_a_name_stays(text: str) -> None:
    assert SecretRegistry().mask(text) == text


def test_a_text_in_quotes_is_no_code() -> None:
    assert SecretRegistry().mask('password = "env.password"') == 'password = "[redacted]"'


@pytest.mark.parametrize("unit", ["a.", "a(", "(", "a?.", "get("])
def test_time_grows_with_the_length_only(unit: str) -> None:
    assert grows_with_the_length_only(unit, action=lambda text: is_expression(f"{text}!"))


@pytest.mark.parametrize(
    "value",
    [
        "bin2hex(random_bytes(32));",
        "uuid.uuid4().hex",
        "hashlib.sha256(os.urandom(32)).hexdigest()",
        "md5(uniqid(rand()",
        "Column(String(64)",
        "PropTypes.string.isRequired",
    ],
)
def test_calls_that_make_a_secret_are_code(value: str) -> None:
    assert is_expression(value)


@pytest.mark.parametrize(
    "value",
    [
        "md5(Kran7hof-blau9)",
        "md5(123456)",
        "random.kranhof",
        "Kran7hof(2).blau",
        "PropTypes.Kran7hof",
        "hex(Kran7hof(2))",
    ],
)
def test_calls_with_another_text_may_be_a_secret(value: str) -> None:
    assert not is_expression(value)
