"""Keys and passwords in the settings of network devices, and settings that sound like them."""

import pytest
from masking_time import is_searched_once

from SteadyAPI.redaction.registry import SecretRegistry
from SteadyAPI.redaction.shapes.documents.network_devices import NETWORK_DEVICES

VALUES = ["Kran7hof-blau9", "hunter2!", "Vx9kQ2mLp7TzAb3Rt8Yw", "5f4dcc3b5aa765d61d8327deb882cf99", "094F471A1A0A57"]
SETTINGS = [
    "tacacs-server key 7 \0",
    "tacacs-server host 10.0.0.1 key \0",
    "radius-server host 10.0.0.1 auth-port 1812 acct-port 1813 key 7 \0",
    "radius-server shared-key cipher \0",
    'set system radius-server 10.0.0.1 secret "\0"',
    "set system tacplus-server 10.0.0.1 secret \0",
    "config radius auth add 1 10.0.0.1 1812 ascii \0",
    " server-private 10.0.0.1 key 7 \0",
    "aaa-server TAC host 10.0.0.1\n key \0",
    "radius server ONE\n address ipv4 10.0.0.1\n key \0",
    " key 7 \0",
    "crypto isakmp key \0 address 10.0.0.2",
    "crypto isakmp key 6 \0 hostname vpn.example.org",
    "pre-shared-key local \0",
    'pre-shared-key ascii-text "\0"; ## SECRET-DATA',
    "ntp authentication-key 1 md5 \0 7",
    'ntp authentication-key 1 type md5 value "\0"',
    "authentication-key hmac-md5 \0",
    "ip ospf message-digest-key 1 md5 7 \0",
    "standby 1 authentication md5 key-string \0",
    "standby 1 authentication \0",
    "vrrp 1 authentication text \0",
    "key-string 7 \0",
    "wpa-psk ascii 0 \0",
    "wlan security wpa akm psk set-key ascii 0 \0 1",
    "set psksecret ENC \0",
    "set passwd \0",
    "set password ENC \0",
    'secret "\0"',
    'secret "\0"; ## SECRET-DATA',
    "username ann password 0 \0",
    "username ann privilege 15 secret \0",
    "enable secret 5 \0",
    "enable password \0",
    "ppp chap password 7 \0",
    "ppp chap password \0",
    "neighbor 10.0.0.1 password \0",
    "local-user admin password irreversible-cipher \0",
    "set system root-authentication plain-text-password-value \0",
    'authentication encrypted-password "\0"',
    "line vty 0 4\n password \0",
    "snmp-server user ann grp v3 auth sha \0 priv aes 128 \0",
    "snmp-server host 10.0.0.1 version 2c \0",
]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("setting", SETTINGS)
def test_only_the_secret_of_a_setting_is_masked(setting: str, value: str) -> None:
    assert SecretRegistry().mask(setting.replace("\0", value)) == setting.replace("\0", "[redacted]")


@pytest.mark.parametrize(
    "text",
    [
        "The tacacs-server key is configured in section 2",
        "radius-server key rotation happens on 2026-01-01",
        "crypto isakmp key generation failed for address 10.0.0.2",
        "pre-shared-key authentication failed for peer 10.0.0.2",
        "key-string encoding utf-8",
        "password 8 characters long",
        "password cipher aes256-gcm",
        "set password /etc/app2/x.yaml",
        "set password <new_password2>",
        "set password $NEW_PASSWORD2",
        "snmp-server host 10.0.0.1 version 2c public",
        "snmp-server user ann network-admin auth md5 priv aes-128",
        "username ann password expired",
        "enable password manager v2.1",
        "neighbor 10.0.0.1 password mismatch",
        "vrrp 1 authentication mode text",
        'secret "db-creds-v2" deleted',
    ],
)
def test_prose_and_other_settings_stay(text: str) -> None:
    assert SecretRegistry().mask(text) == text


@pytest.mark.parametrize("setting", SETTINGS)
def test_many_settings_are_searched_once(setting: str) -> None:
    assert is_searched_once(setting)


def test_every_name_is_one() -> None:
    assert len({(name, needs) for name, _, needs, _ in NETWORK_DEVICES}) == len(NETWORK_DEVICES)
