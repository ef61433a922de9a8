"""Values that SQL inserts into the columns of secrets."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.registry import SecretRegistry

VALUE = "vQ7!kTz29m"


@pytest.mark.parametrize(
    "text",
    [
        "INSERT INTO users (email, password) VALUES ('a@example.com', '\0')",
        'insert into "users" ("email", "password") values (\'a@example.com\', \'\0\');',
        "INSERT INTO `users`(`id`, `password`, `at`)\nVALUES\n  (42, '\0', now()),\n  (43, '\0', now());",
        "INSERT INTO [dbo].[users] ([name], [password]) VALUES (N'ann', N'\0')",
        "INSERT INTO api_tokens (user_id, token) VALUES (42, '\0');",
        "INSERT INTO users (name, password) VALUES ('it''s, (ann)', '\0')",
        "cursor.execute(\"INSERT INTO users (name, password) VALUES ('ann', '\0')\")",
        '{"sql": "INSERT INTO users (name, password) VALUES (\\"ann\\", \\"\0\\")"}',
        "[SQL: INSERT INTO users (email, password) VALUES (?, ?)]\n[parameters: ('a@example.com', '\0')]",
        "[SQL: INSERT INTO users (email, token) VALUES (%s, %s)]\n[parameters: [('a', '\0'), ('b', '\0')]]",
        "INSERT INTO log (statement, at) VALUES ('INSERT INTO t (id, token) VALUES (1, ''\0'')', 1)".replace("''", '"'),
        "into users (password) values ('\0') and into keys (id, api_key) values (1, '\0')",
    ],
)
def test_the_value_at_the_place_of_the_column_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", VALUE)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "INSERT INTO users (email, name) VALUES ('a@example.com', 'vQ7!kTz29m'), not the password",
        "INSERT INTO users (email, password) VALUES (?, ?)",
        "INSERT INTO users (email, password) VALUES (:email, :password)",
        "INSERT INTO users (email, password) VALUES ('a@example.com', NULL)",
        "INSERT INTO users (email, password) VALUES ('a@example.com', '${PASSWORD}')",
        "INSERT INTO users (email, password) VALUES ('a@example.com', '')",
        "INSERT INTO users (email, token_type, token) VALUES ('Kx82mQ4pLw9', 'Kx82mQ4pLw9', 'expired')",
        "INSERT INTO users (email, password) SELECT 'vQ7!kTz29m', 'x' FROM old",
        "INSERT INTO users (password, id) VALUES ('required', 'vQ7!kTz29m'",
        "INSERT INTO users (id, password) VALUES ('required' || 'vQ7!kTz29m', 'x')",
    ],
)
def test_other_values_stay(text: str) -> None:
    assert SecretRegistry().mask(text) == text


def test_columns_that_are_allowed_stay() -> None:
    text = f"INSERT INTO users (id, token) VALUES (1, '{VALUE}')"
    registry = SecretRegistry()
    registry.allow("token")
    assert registry.mask(text) == text


@pytest.mark.parametrize(
    "unit",
    ["into a ", "into t (token) values (", "into t (token) values ('a', ", "'a\\", "copy a(password) from stdin;\n"],
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    registry = SecretRegistry()
    assert grows_with_the_length_only(unit, action=lambda text: registry.mask(f"into t (token) values ({text}"))


@pytest.mark.parametrize(
    "text",
    [
        "COPY users (id, email, password) FROM stdin;\n7\ta@b.c\t\0\n8\tb\t\\N\n9\tc\t\0\n\\.\nx\ty\tvQ7!kTz29x\n",
        'COPY "t" (id, "api_token") FROM STDIN WITH (FORMAT text);\r\n7\t\0\r\n\\.\r\n',
        "copy u(password)\nfrom stdin;\n\0\n\0",
    ],
)
def test_the_lines_of_a_dump_are_masked(text: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", VALUE)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "COPY users (id, password) TO stdout;\n",
        f"COPY u (id, token_type) FROM stdin;\n7\t{VALUE}\n\\.\n",
        f"COPY u (id, password) FROM stdin;\n7\t\\N\n\\.\n1\t{VALUE}\n",
    ],
)
def test_other_lines_of_a_dump_stay(text: str) -> None:
    assert SecretRegistry().mask(text) == text


def test_the_next_table_ends_one_without_its_last_line() -> None:
    text = f"COPY a (token_type, token) FROM stdin;\nx\t{VALUE}\nCOPY b (id, password) FROM stdin;\n7\t{VALUE}\n"
    assert SecretRegistry().mask(text) == text.replace(VALUE, "[redacted]")
