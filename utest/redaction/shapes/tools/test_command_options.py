"""Passwords behind options that documentation names, too."""

import pytest
from masking_time import is_searched_once

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.tools.command_options import COMMAND_OPTIONS

VALUES = ["Kran7hof-blau9", "hunter2", "Vx9kQ2mLp7TzAb3Rt8Yw"]
COMMANDS = [
    "jarsigner -keystore k.jks -storepass \0 -keypass \0 app.apk upload",
    "keytool -genkeypair -keypass \0 -storepass \0",
    "aws ssm put-parameter --name /shop/x --type SecureString --value \0 --overwrite",
    "aws ssm put-parameter --name /shop/x --value \0 --type SecureString",
    "bcp shop.dbo.orders out o.txt -S db -U ann -P \0 -c",
    "isql -S db -U ann -P \0",
    "osql -U ann -P\0",
    "tsql -S db -U ann -P \0",
    "security unlock-keychain -p \0 build.keychain",
    "security create-keychain -p '\0' build.keychain",
    "security import cert.p12 -k build.keychain -P \0 -T /usr/bin/codesign",
    "security add-generic-password -a ann -s shop -w \0",
    "security set-key-partition-list -S apple-tool: -s -k \0 build.keychain",
    "curl --cert c.p12:\0 https://x",
    "curl -E c.p12:\0 https://x",
    "composer config --global http-basic.repo.example ann \0",
    "conan user ann -r main -p \0",
    "cypher-shell -u neo4j -p \0",
    "beeline -u jdbc:hive2://h -n ann -p \0",
    "rabbitmqadmin -u ann -p \0 list queues",
    "hdbsql -n h -u ann -p \0",
    "rar a -hp\0 x.rar dir",
    "choco apikey -k \0 -s https://push.chocolatey.org/",
    "dotnet nuget add source https://x/index.json -n x -u ann -p \0",
    "influx config create -n x -u http://h -o org -t \0",
    "REG ADD HKLM\\Software\\X /v Password /t REG_SZ /d \0",
    'reg add "HKLM\\Software\\X" /v DefaultPassword /t REG_SZ /d "\0" /f',
    "    DefaultPassword    REG_SZ    \0",
    "Set-ItemProperty -Path HKLM:\\X -Name DefaultPassword -Value \0",
    "net use Z: \\\\srv\\share \0 /user:ann",
    "signtool sign /f cert.pfx /p \0 app.exe",
    '"C:\\x\\bcp.exe" x in y -U ann -P "\0"',
    "reg.exe add HKLM\\X /v Password /t REG_SZ /d \0",
    "certutil.exe -p \0 -importpfx x.pfx",
    "certutil -f -p \0 -importpfx x.pfx",
    "./codecov -t \0 -F unit",
    "codecovcli --verbose upload-process --fail-on-error -t \0 -n run-1",
    "bash <(curl -s https://codecov.io/bash) -t \0",
    "curl -s https://codecov.io/bash | bash -s -- -t \0",
    "java -jar codacy-coverage-reporter.jar report -t \0",
    "./cc-test-reporter after-build -r \0 --exit-code 0",
    "openssl dgst -sha256 -hmac \0 a.txt",
    "openssl mac -macopt key:\0 HMAC",
    "xh -A bearer -a \0 get x.example",
    "http -A bearer -a \0 GET x.example",
    "http --auth-type bearer --auth \0 x.example",
    "http --auth-type=bearer --auth=\0 x.example",
    "http -a \0 -A bearer x.example",
]
ONE_DASH = ["-secret", "-token", "-apikey", "-password", "-pass", "-pwd", "-passphrase"]


@pytest.mark.parametrize(
    "value", ["Kran7hof-blau9", "Sommer2024", "sonne!wind", "fd1027b1ca99824433813397c6ad1a17f85cf437"]
)
@pytest.mark.parametrize("option", ONE_DASH)
def test_the_value_of_an_option_with_one_dash_is_masked(option: str, value: str) -> None:
    command = f"java -jar agent.jar {option} \0 -workDir /w"
    assert SecretRegistry().mask(command.replace("\0", value)) == command.replace("\0", "[redacted]")


@pytest.mark.parametrize("option", ONE_DASH)
@pytest.mark.parametrize(
    "text",
    [
        "tool {0}-file /run/s2 -v",
        "tool {0} /run/secrets/s2 -v",
        "tool {0} $TOKEN2 -v",
        "tool {0} <value2> -v",
        "tool {0} 2 -v",
        "tool {0} 2026-11-28 -v",
        "tool {0} v1.2.30 -v",
        "see {0} option1, and {0} TOKEN1.",
        "The option {0} is required",
        "what does {0} mean? Nothing!",
    ],
)
def test_what_is_no_value_of_an_option_stays(option: str, text: str) -> None:
    assert SecretRegistry().mask(text.format(option)) == text.format(option)


@pytest.mark.parametrize("text", ["tool -secret token2.txt -v", "tool -token env:TOKEN2 -v"])
def test_where_the_value_of_an_option_is_stays(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize("option", ["enc -aes-256-cbc -K", "s_client -psk", "mac -macopt hexkey:"])
def test_raw_keys_of_openssl_are_masked(option: str) -> None:
    space = "" if option.endswith(":") else " "
    text = f"openssl {option}{space}\0 -iv 00"
    key = "32580b0f9d178e7ccad8f87af6b8be70e76f5a7c40ac1303"
    assert SecretRegistry().mask(text.replace("\0", key)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text", ["openssl enc -K $KEY -iv 00", "openssl s_client -psk <key>", "xh -A bearer get x.example"]
)
def test_no_key_of_a_command_stays(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("command", COMMANDS)
def test_only_the_password_of_a_command_is_masked(command: str, value: str) -> None:
    assert SecretRegistry().mask(command.replace("\0", value)) == command.replace("\0", "[redacted]")


@pytest.mark.parametrize("command", COMMANDS)
def test_many_commands_are_searched_once(command: str) -> None:
    assert is_searched_once(command)


def test_every_name_is_one() -> None:
    assert len({(name, needs) for name, _, needs, _ in COMMAND_OPTIONS}) == len(COMMAND_OPTIONS)
