"""What the worst texts cost to mask: ``python utest/benchmarks/adversarial_texts.py``.

With ``--pure`` as without the extra ``[fast]``, with ``--quick`` the short texts only. Each text repeats what a part of
redaction looks for. CPU time, the least of some rounds, so that little depends on what else runs: at most 50 ms for
64 KB, and from 64 KB to 4 MB at most twice as much for each 64 KB. Ends with 1 if a text takes longer.
"""

import random
import sys
import time

from SteadyAPI.redaction.registry import SecretRegistry

# As if the package were not installed.
if "--pure" in sys.argv:
    sys.modules["ahocorasick_rs"] = None  # type: ignore[assignment]  # what the import system takes for "not there"

SIZES = (1 << 14, 1 << 16, 1 << 18, 1 << 22)
HOPELESS_MILLISECONDS = 1_000
MOST_MILLISECONDS = 50
MOST_GROWTH = 2
# What takes less is noise.
LEAST_MILLISECONDS = 5
# Until one round takes less than the limit.
ROUNDS = 6
SECRETS = 100
# Enough for 64 KB without a repetition.
OTHERS = 2_000
CHOICE = random.Random(4711)
KEY = "-----BEGIN PRIVATE KEY-----"
TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0"
TEXTS = {
    "names and colons": "token:",
    "names and equals signs": "token=",
    "names alone": "token ",
    "names without gaps": "token",
    "names of cookies": "cookie:",
    "names of cookies with values": "set-cookie:a=",
    "names of headers": "authorization: ",
    "names in quotes": '"token":',
    "names before open quotes": "token:'",
    "names before escaped quotes": 'token:\\"',
    "names before quotes of every depth": "".join(
        f"token:{chr(92) * depth}{quote}" for depth in range(9) for quote in "'\""
    ),
    "names in pairs": "('token','",
    "names with values beside": '"password","value":',
    "names of values": '{"name":"password",',
    "values before names": '"value":"x","name":"token',
    "names in tags": "<token ",
    "names of elements": "<token>",
    "names of elements with attributes": "<token a",
    "names of options": "--token ",
    "names of options in quotes": '--token "',
    "names at line ends": "token\n",
    "names in parts of forms": 'name="token"\r\n',
    "names before blocks": "token: |\n",
    "names before references": "token=${a",
    "names in brackets": "[token[",
    "names before lists": '"tokens": [',
    "names before lists of strings": '"tokens": ["',
    "names before objects": '"tokens": {"a":',
    "lists of a log": "@{passwords} = [ ",
    "lists of a log that end": "@{passwords} = [ a | b ]\n",
    "dictionaries of a log": "&{tokens} = { a=",
    "many names": "passwordtokensecretcookiecredentialsapi_keysigpwdotpsession_id",
    "schemes": "bearer ",
    "schemes without gaps": "basic bearer",
    "addresses": "://a:",
    "addresses with signs": "https://a:b@",
    "signs of addresses": "://",
    "at signs": "@",
    "beginnings of tokens": "-eyJabcdefgh",
    "beginnings of short tokens": "_eyJ",
    "tokens": f"{TOKEN}.",
    "vendors' keys": "-AIzaghp_glpat-AKIAnpm_",
    "private keys": KEY,
    "private keys with lines": f"{KEY}\nMIIE",
    "beginnings of keys": "-----BEGIN ",
    "quotes": '"',
    "quotes of both kinds": "'\"",
    "backslashes": "\\",
    "backslashes and quotes": '\\"',
    "brackets": "[",
    "nested brackets": '{"a":[',
    "dots": ".",
    "cuts": "...\n",
    "cuts after words": "abc...\n",
    "cuts before words": "\n...abc",
    "entities": "&amp;",
    "entities of entities": "&amp;amp;amp;#38;",
    "ampersands": "&",
    "percent signs": "%",
    "percent signs of percent signs": "%2525",
    "percent escapes": "%41",
    "escapes": "\\u0041",
    "escaped escapes": "\\\\\\\\u0041",
    "surrogates": "\\ud83d\\ude00",
    "plus signs": "+",
    "line ends": "\n",
    "carriage returns": "\r\n",
    "lines of base64": f"{'QUJD' * 15}\n",
    "narrow lines of base64": f"{'QUJD' * 4}\n ",
    "indents": f"{'QUJD' * 4}\n{' ' * 60}",
    "marks where a line may break": "<wbr>",
    "marks within marks": "<w<wbr>br>",
    "colours": "\x1b[1m",
    "open colours": "\x1b[1",
    "soft line ends": "=\n",
    "zeros": "\0",
    "bytes in hex": "61:",
    "bytes in hex with blanks": "61 ",
    "numbers of bytes": "1, ",
    "lists of numbers": "[1 ",
    "lists of characters": "'a', ",
    "items of a list in a log": " | x | ",
    "escapes of style sheets": "\\41 ",
    "lines of dumps": "00000000: 4141  AA\n",
    "tags of search engines": "<b>",
    "names before spoken values": "password a1b2c3d4 ",
    "names in headers of tables": "a,token\n",
    "names of pairs": '{"k":"token","v',
    "names of keys": '"key":"token",',
    "names before types": "apiKey: string",
    "open declarations": 'variable "token" {\n',
    "heads of dumps": "copy a(password) from stdin;\n",
    "command lines": "http -a ",
    "letters outside ASCII": "é",
    "masks": "[redacted]",
    "dashes": "-",
    "blanks": " ",
    "one letter": "a",
}


def main() -> None:
    """Prints one line for each text; a secret may be made of the same characters."""
    secrets = [f"{CHOICE.getrandbits(96):024x}" for _ in range(SECRETS)] + ["a" * 20 + "b", "..." * 8 + "x", TOKEN]
    others = [f"{CHOICE.getrandbits(96):024x}" for _ in range(OTHERS)]
    texts = TEXTS | {
        "beginnings of a known secret": secrets[0][:-1],
        "a known secret": f"{secrets[0]} ",
        "a known letter": "a",
        "values of names": "".join(f'api_key = "{value}"\n' for value in secrets[:SECRETS]),
        "values of names at line ends": "".join(f"export GH_TOKEN={value}\n" for value in secrets[:SECRETS]),
        "values in columns": "".join(f"password\t{value}\n" for value in secrets[:SECRETS]),
        "other values in columns": "".join(f"password\t{value}\n" for value in others),
        "other values at line ends": "".join(f"export GH_TOKEN={value}\n" for value in others),
        "other values in the next line": "".join(f"password:\n{value}\n" for value in others),
        "other values of headers": "".join(f"X-Api-Key: {value}\n" for value in others),
        "other spoken values": "".join(f"the password is {value}\n" for value in others),
        "a mixture of all": "".join(CHOICE.choices(list(TEXTS.values()), k=600)),
    }
    slow = 0
    for name, part in texts.items():
        each: list[float] = []
        for size in SIZES[: 2 if "--quick" in sys.argv else 4]:
            each.append(milliseconds_per_64_kb(part, size, secrets))
            if each[-1] > HOPELESS_MILLISECONDS:
                break
        is_slow = max(each) > MOST_MILLISECONDS
        grows = each[-1] > MOST_GROWTH * max(LEAST_MILLISECONDS, *each[1:2])
        slow += is_slow or grows
        print(
            f"{name:40} {'  '.join(f'{one:8.1f}' for one in each)} ms per 64 KB"
            f"{'  SLOW' if is_slow else ''}{'  GROWS' if grows else ''}",
            flush=True,
        )
    print(f"{len(texts)} texts, {slow} slower than {MOST_MILLISECONDS} ms per 64 KB, or growing faster")
    sys.exit(slow > 0)


def milliseconds_per_64_kb(part: str, size: int, secrets: list[str]) -> float:
    """Returns what a text of about ``size`` characters costs, which repeats ``part``."""
    least = float("inf")
    limit = MOST_MILLISECONDS / 1000 * size / SIZES[1]
    for number in range(ROUNDS if size <= SIZES[1] else 2):
        registry = SecretRegistry()
        for secret in secrets:
            registry.register(secret, force=True)
        registry.mask(f"{number} builds the index")
        text = (part * (size // len(part) + 1))[:size]
        began = time.process_time()
        registry.mask(text)
        least = min(least, time.process_time() - began)
        if number and least < limit:
            break
    return least * 1000 * SIZES[1] / size


if __name__ == "__main__":
    main()
