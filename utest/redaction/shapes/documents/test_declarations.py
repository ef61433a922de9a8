"""Secrets that Terraform declares."""

import pytest
from masking_time import grows_with_the_length_only

from SteadyAPI.redaction.registry import SecretRegistry

VALUE = "kZ82mQxT0pL"


def masked(text: str) -> str:
    return SecretRegistry().mask(text)


@pytest.mark.parametrize(
    "text",
    [
        'variable "db_password" {\n  type    = string\n  description = "Of db2"\n  default = "\0"\n}',
        'output "token" { value = "\0" }',
        'variable "api_key" { default = "\0"',
        'variable "secrets_token" {\n  default = {\n   a = "\0"\n   b = "\0"\n  }\n}\n',
        'variable "api_key" {\r\n  default="\0" # note {\r\n}\r\n',
        'variable "api_key" { // "x" {\n  default="\0"\n}\nvariable "token" { default = "\0" }',
        'variable "db_password" {\\n  default = "\0"\\n}',
        '{"x": "variable \\"db_password\\" {\\n default = \\"\0\\"\\n}"}',
    ],
)
def test_a_declared_secret_is_masked(text: str) -> None:
    assert masked(text.replace("\0", VALUE)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        'variable "db_password" {\n  validation {\n    error_message = "At least 12: Xk28tLpQ"\n  }\n}',
        'variable "db_password" { default = "${var.x}" }\nvariable "region" { default = "eu-west-1a82" }',
        'output "token" { value = var.x }',
        f'variable "password_length" {{ default = "{VALUE}" }}',
        f'provider "token" {{ default = "{VALUE}" }} variable "x" {{}}',
    ],
)
def test_other_declarations_stay(text: str) -> None:
    assert masked(text) == text


def test_what_is_allowed_stays() -> None:
    registry = SecretRegistry()
    registry.allow("db_password")
    text = f'variable "db_password" {{ default = "{VALUE}" }}'
    assert registry.mask(text) == text


@pytest.mark.parametrize("unit", ['variable "token" {\n', 'output "token" { a = 1 '])
def test_time_grows_with_the_length_only(unit: str) -> None:
    assert grows_with_the_length_only(unit)


def test_the_next_declaration_ends_an_open_block() -> None:
    text = f'variable "token" {{\nvariable "api_key" {{ default = "{VALUE}" }}'
    assert masked(text) == text.replace(VALUE, "[redacted]")
