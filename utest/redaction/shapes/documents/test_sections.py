"""Values below the name of secrets: lists and mappings of YAML, sections of TOML and INI, Secrets of Kubernetes."""

import pytest

from SteadyAPI.redaction.registry import SecretRegistry

VALUE = "Vx9kQ2mLp7Tz"

SECRET = """apiVersion: v1
kind: Secret
metadata:
  name: shop-db
type: Opaque
data:
  db-url: §
  x.y: "§"
"""

LIST = """apiVersion: v1
items:
- apiVersion: v1
  data:
    a: innocent-value-2
  kind: ConfigMap
- apiVersion: v1
  data:
    db-url: §
  kind: Secret
  metadata:
    labels:
      hash: 33a64df551425f
- apiVersion: v1
  data:
    version: 7f3a9c2e11b04d
  kind: ConfigMap
kind: List
"""

SEVERAL = """kind: ConfigMap
data:
  rev: 33a64df551425f
---
kind: Secret
stringData:
  conn: §
  url: https://x/y2b
  # a note
  file: |
    a: x
metadata:
  rev: 33a64df551425f
---
data:
  rev: 33a64df551425f
kind: ConfigMap
"""


@pytest.mark.parametrize(
    "text",
    [
        "tokens:\n  qa: §\n",
        "api_keys:\n  - §\n  - §\n",
        'api_keys:\n- "§"\nother: 1',
        "credentials:\n  qa:\n    x: §\n",
        "[tokens]\nqa = \"§\"\n\nprod = '§'\n[b]\n",
        "[auth.tokens]\n qa = §\n",
        "[tokens.qa]\nmain: §\n",
        "tokens: [§, §]\n",
        "secrets: {qa: §}\nx",
        "  passwords: # of users\n    - §\n",
        "app:\n  secrets:\n    smtp: §\n    nested:\n      - §\n",
        "- api_keys:\n    - §\n",
        SECRET,
        SECRET.replace("\n", "\r\n"),
        LIST,
        SEVERAL,
        "${x} = tokens:\n  qa: §\n",
        "log: api_keys:\n  - §\n",
        "Return: 'api_keys:\\n  - §\\n  - §\\n'",
        '"api_keys":\n  - §',
        "shop.tokens:\n  - §\n",
        '[[tokens]]\nname = "qa"\nvalue = "§"',
        "kind: Secret\nstringData:\n  conn: §",
        "api_keys:\n  - §",
        "kind: Secret\ndata:\n  a: §\nkind: Secret\ndata:\n  a: §\nkind: Secret\ndata:\n  a: §\n",
        ("note\n  kind: Secret\n                                                  kind: Secret\napi_keys:\n  - §\n"),
    ],
)
def test_what_lies_below_the_name_of_secrets_is_masked(text: str) -> None:
    assert SecretRegistry().mask(text.replace("§", VALUE)) == text.replace("§", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        '[tokens]\nlifetime = "1h"\nalgorithm = "RS256"\n',
        "secrets:\n  - db_password\n  - api-token-v2\n",
        "secrets:\n  db_password:\n    file: ./db_password.txt\n",
        "tokens:\n  - The\n  - quick\n",
        "token:\n  type: string\n  example: string\n",
        "imagePullSecrets:\n  - name: regcred\n",
        "auth:\n  existingSecret: shop-db\n  secretKeys:\n    adminPasswordKey: postgres-password\n",
        "cookies:\n  name: shop_lang2\n  max_age: 3600\n",
        '[cookie]\nname = "shop_lang1"\n',
        "secrets: inherit\njobs:\n  build: 33a64df551425f",
        "tokens:\nrevision: 33a64df551425f",
        "[tokens]\n# c\n[other]\nrevision = 33a64df551425f",
        "kind: ConfigMap\ndata:\n  a: 33a64df551425f\n",
        "secret:\n  version: 33a64df551425f\n",
        "credentials:\n  client: vault-v2\n  url: https://x.y/z\n",
        'passwords:\n  - required\n  - "min:8"\n',
        "token: [type, string]\n",
        "Secrets:\n  total: 12345678\n",
        "tokens:\n  - {{ token_v2 }}\n",
        "secrets:\n  aws: arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-a1b2c3\n",
        "tokens:\n  limit: 200000\n  date: 2026-11-28T01:02:03Z\n",
        "secrets:\n  db: ${{ secrets.DB_PASSWORD1 }}\n  x: vault:secret/data/shop#api_key\n",
        "passwords:\n  ann: getpass()\n",
        "Tokens:\n- tokens are renewed\n- `password` accepts None2\n",
        "secrets:\n  - $(vault kv get -field=x1 secret/shop)\n",
        "x = data[tokens]\n  rev = 33a64df551425f\n",
        "no kind: Secret\ndata:\n  rev: 33a64df551425f\n",
        "kind: Secret\ndata:\n  a: <hidden>\n",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert SecretRegistry().mask(text) == text


def test_a_name_that_is_allowed_hides_nothing_below_it() -> None:
    registry = SecretRegistry()
    registry.allow("api_keys")
    text = f"api_keys:\n  - {VALUE}\n"
    assert registry.mask(text) == text


def test_what_lies_below_very_many_names_isnt_looked_at() -> None:
    begun = "  tokens:\n  - one\n" * 1_000
    text = f"{begun}api_keys:\n  - {VALUE}\n"
    assert SecretRegistry().mask(text) == text


def test_a_section_is_looked_at_two_hundred_lines_far() -> None:
    lines = [f"key{number} = {VALUE}" for number in range(201)]
    assert SecretRegistry().mask("\n".join(["[tokens]", *lines])).count(VALUE) == 1
