"""Secrets below the command that prints them, and behind what asks for them."""

import pytest
from masking_time import grows_with_the_length_only, is_searched_once

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.tools.printed_secrets import PRINTED_SECRETS

PRINTED = [
    '$ kubectl get secret grafana -o jsonpath="{.data.admin-password}" | base64 --decode ; echo\n\0\n',
    "$ kubectl get secret db -o jsonpath='{.data.password}' | base64 -d\n\0\n$ ",
    "$ kubectl get secret db -o go-template='{{.data.password | base64decode}}'\n\0",
    "$ kubectl create token robot\n\0",
    "$ vault kv get -field=password secret/shop\n\0",
    "$ vault read -field=password secret/shop\n\0\n",
    "$ lpass show web/shop --password\n\0\n",
    "$ pass show web/shop\n\0\nlogin: anna\nurl: https://shop.example.org",
    "$ gopass show web/shop\n\0",
    "$ op item get Shop --fields password\n\0",
    "$ op item get Shop --fields label=password --reveal\n\0",
    "$ op item get Shop --fields credential\n\0",
    "$ op item get Shop --fields label=token --reveal\n\0",
    '$ op read "op://Private/Shop/secret"\n\0',
    '$ op read "op://Private/Shop/password"\n\0',
    "$ cat /run/secrets/db_password\n\0",
    "$ cat /var/run/secrets/db_password\n\0",
    "$ echo $DB_PASSWORD\n\0",
    '$ echo "${API_TOKEN}"\n\0',
    "+ printenv API_TOKEN\n\0",
    "2026-11-28T10:00:00.123Z + printenv API_TOKEN\n2026-11-28T10:00:00.123Z \0",
    "$ gcloud secrets versions access latest db\n\0",
    "$ gcloud auth print-access-token\n\0",
    "$ gcloud auth application-default print-access-token\n\0",
    "$ gcloud auth print-identity-token\n\0",
    "$ az keyvault secret download --name db -o tsv\n\0",
    "$ az keyvault secret show --vault-name v --name db --query value -o tsv\n\0",
    "$ az account get-access-token --query accessToken -o tsv\n\0",
    "$ gh auth token\n\0",
    "$ bw get password shop\n\0",
    "$ bw get totp shop\n\0",
    "$ security find-internet-password -s shop -w\n\0",
    "$ security find-generic-password -w -s shop\n\0",
    "$ aws secretsmanager get-secret-value --secret-id db --query SecretString --output text\n\0",
    "$ aws ssm get-parameter --name db --with-decryption --query Parameter.Value --output text\n\0",
    "$ aws ecr get-login-password --region eu-west-1\n\0",
    "$ terraform output -raw db_password\n\0",
    "$ heroku config:get API_TOKEN\n\0",
    "$ doppler secrets get DB_PASSWORD --plain\n\0",
    "$ keyring get shop anna\n\0",
    "$ secret-tool lookup service shop\n\0",
    "$ oc whoami -t\n\0",
]
SENT = [
    "child.expect('Password:')\nchild.sendline('\0')",
    "child.expect('Password: ', timeout=5)\nchild.sendline('\0')",
    "child.expect('Password:')\nchild.send('\0')",
    'p.Expect("Password:");\nawait p.SendLine("\0");',
    'expect "password:"\nsend "\0\\r"',
    'expect "*assword:*" { send "\0\\r" }',
    'expect "Passwort:"\nsend -- "\0\\r"',
    "p.expect('[Pp]assphrase:')\np.sendline('\0')",
    "read -s -p 'Password: ' pw <<< '\0'",
]


@pytest.mark.parametrize("text", [*PRINTED, *SENT])
@pytest.mark.parametrize("secret", ["Kran7hof-blau9", "op-Kante!55", "Vx9kQ2mLp7TzAb3Rt8Yw"])
def test_only_the_secret_is_masked(text: str, secret: str) -> None:
    assert SecretRegistry().mask(text.replace("\0", secret)) == text.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "$ cat password.txt\ncat: password.txt: No such file or directory",
        "$ echo $DB_PASSWORD\n\n$ ls",
        "$ echo $DB_PASSWORD\nnot-set",
        "$ echo $DB_PASSWORD | docker login -u anna --password-stdin reg2.example.org\nSucceeded2",
        "echo $DB_PASSWORD\npython3",
        "$ echo $TOKEN_COUNT\n17",
        "$ kubectl get secrets\nNAME   TYPE   DATA   AGE",
        "$ kubectl get secret db -o jsonpath='{.data.username}' | base64 -d\nanna2026",
        "$ kubectl get secret db -o jsonpath='{.metadata.name}'\nshop-db-2026",
        "$ kubectl get secret db -o jsonpath='{.data.password}' > pw.txt\nnode18",
        "$ kubectl get secret db -o jsonpath='{.data.password}' | wc -c\n128444",
        "PW=$(kubectl get secret db -o jsonpath='{.data.password}' | base64 -d)\nnode18-x",
        "export TOKEN=$(gh auth token)\nnode18-x",
        "$ vault kv get -field=password secret/shop\nerror",
        "$ vault kv get -field=username secret/shop\nanna_2026-x",
        "$ pass show web/shop\nhttps://shop.example.org/a1",
        "$ echo $PASSWORD_FILE\nsecrets/db2.txt",
        "$ printenv TOKEN_TTL\n86400s2",
        "$ terraform output -raw token_url\nid.example.org/x1",
        "$ vault kv get secret/shop\nNo value found at secret/data/shop",
        "$ pass show web/shop\nError: web/shop is not in the password store.",
        "$ gh auth token --help\nPrint the authentication token",
        "child.expect('Password:')\nchild.sendline(password)",
        "child.expect('Password:')\nchild.sendline('invalid')",
        'expect "password:"\nsend "$pw\\r"',
        "expect('Password:').toBe('visible')",
    ],
)
def test_others_stay(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize("key", "user dbname host url port ca cert tls\\.crt region endpoint bucket database".split())
def test_what_stands_beside_the_secrets_of_a_cluster_stays(key: str) -> None:
    text = f"$ kubectl get secret db -o jsonpath='{{.data.{key}}}'\nKran7hof-blau9\n"
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize("text", [*PRINTED, *SENT])
def test_many_texts_are_searched_once(text: str) -> None:
    assert is_searched_once(text)


@pytest.mark.parametrize("text", ["$ kubectl get secret x {", "$ vault kv get -field ", "$ op read op://x/password "])
def test_a_long_line_is_searched_once(text: str) -> None:
    assert grows_with_the_length_only(text)


def test_every_name_is_one() -> None:
    assert len({name for name, *_ in PRINTED_SECRETS}) == len(PRINTED_SECRETS)
