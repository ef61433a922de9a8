"""Passwords on command lines of other tools."""

import pytest

from SteadyAPI.redaction.registry import SecretRegistry


@pytest.mark.parametrize(
    "text",
    [
        "curl -u ann:\0 https://x",
        "http -a ann:\0 https://api",
        "https --auth ann:\0 GET api",
        "sshpass -p '\0' ssh h",
        "docker login -u ann -p \0 h",
        "az login --service-principal -u x -p \0 --tenant y",
        "helm registry login -u ann -p \0",
        "vault login \0",
        "::add-mask::\0",
        "curl -b 'session=\0' https://x",
        "mysql -u root -p\0 db",
        "mongosh -u ann -p \0",
        "sqlcmd -U sa -P \0",
        "redis-cli -h r -a \0",
        "ldapsearch -D cn=admin -w \0",
        "openssl rsa -passin pass:\0",
        "keytool -list -storepass \0",
        "machine api.example.com login ann password \0",
        "machine api.example.com\n  login ann\n  password \0",
        "jdbc:oracle:thin:ann/\0@db:1521:x",
        "jdbc:oracle:thin:ann/\0@//db:1521/x",
        "sqlplus ann/\0@db",
        "create user a IDENTIFIED BY '\0'",
        'CREATE USER a IDENTIFIED BY "\0"',
        "CREATE USER a IDENTIFIED BY \0;",
    ],
)
def test_a_password_of_a_command_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", "Kd82jfLq01mZ")) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "docker login is needed; docker run -p 80:80 x",
        "docker login registry && run -p 8080 x",
        "the login page listens on -p 8080",
        "curl -u user:password https://x",
        "http -a user:password https://x",
        "vault login method",
        "machine learning login page password reset",
        "identified by name, and -p too",
        "jdbc:oracle:thin:@db:1521:x",
        "all tests pass: yes",
        "redis-cli ping -a",
        "curl -b cookies.txt https://x",
        "CREATE USER ann IDENTIFIED BY :password",
    ],
)
def test_other_commands_stay(text: str) -> None:
    assert SecretRegistry().mask(text) == text
