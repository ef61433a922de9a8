"""The words by which a secret is found."""

from base64 import b32encode, b64encode

import pytest

from SteadyAPI.redaction.encoded_forms.encodings import base64_words, core_of, nested_words, words
from SteadyAPI.redaction.registry import SecretRegistry


def texts(secret: str) -> list[str]:
    return words(secret).exact


def pieces(secret: str) -> list[str]:
    return [piece for piece, _, _ in words(secret).pieces]


def test_the_value_itself_is_a_word() -> None:
    assert "hunter2!x" in texts("hunter2!x")


def test_hex_is_a_word() -> None:
    assert b"hunter2!Jx".hex() in texts("hunter2!Jx")


def test_the_first_bytes_in_hex_are_looked_for_in_decoded_runs() -> None:
    assert words("hunter22Jx").in_runs == [b"hunter22".hex()]
    assert words("hunter2").in_runs == [b"hunter2".hex()]


def test_a_card_number_is_written_in_fours() -> None:
    forms = {"4929123456783210", "4929 1234 5678 3210", "4929-1234-5678-3210", "4929\xa01234\xa05678\xa03210"}
    for written in forms:
        assert forms <= set(texts(written))
    assert "4929 123" not in texts("4929123")


@pytest.mark.parametrize(
    ("secret", "shown"),
    [
        ("kran-7hof-blau9", "kran_7hof_blau9.png"),
        ("kran-7hof-blau9", "env KRAN_7HOF_BLAU9 end"),
        ("Kran7 hof/blau9:x", "Kran7_hof_blau9_x.png"),
        ("Kran7 hof/blau9:x", "kran7-hof-blau9-x.html"),
        ("Kran7hof blau9", "class Kran7hofBlau9"),
        ("a.b@Tor9#x7", "a_b_Tor9_x7.log"),
        ("pass word9!x", "adb shell input text pass%sword9!x"),
        ("drei worte neun9", "shell input text 'drei%sworte%sneun9'"),
    ],
)
def test_names_and_typed_texts_made_of_a_secret_are_masked(secret: str, shown: str) -> None:
    registry = SecretRegistry()
    registry.register(secret)
    assert registry.mask(shown).count("[redacted]") == 1
    assert secret[-4:].lower() not in registry.mask(shown).lower()


@pytest.mark.parametrize(
    ("secret", "shown"),
    [
        ("order-2026-11", "order_2026_11"),
        ("my-api-key-2026", "my_api_key_2026"),
        ("correct-horse-battery", "correct_horse_battery"),
        ("kran-7hof", "kran_7hof"),
        ("a-!#$%&/9b", "a_9b"),
        ("https://x7y.example.org/z", "https_x7y_example_org_z"),
    ],
)
def test_names_made_of_words_and_numbers_stay(secret: str, shown: str) -> None:
    registry = SecretRegistry()
    registry.register(secret)
    assert registry.mask(shown) == shown


def test_dashes_become_blanks_where_no_name_is_like_that() -> None:
    assert "Kd82 jfLq 0x1" in texts("Kd82-jfLq-0x1")
    assert "my api key 2026" not in texts("my-api-key-2026")
    assert "Kd82 jfLq" not in texts("Kd82-jfLq")


def test_credentials_in_latin_1_have_words_in_base64() -> None:
    shown = b64encode("ann:pässwörd7".encode("latin-1")).decode()
    assert any(word in shown for word in base64_words("pässwörd7"))


def test_a_passphrase_may_be_broken_over_lines() -> None:
    assert {"correct\n  horse battery", "correct horse\n    battery", "correct_horse_battery"} <= set(
        texts("correct horse battery")
    )


def test_base32_and_the_base64_of_hex_are_words() -> None:
    found = base64_words("Kd82jfLq01")
    assert b32encode(b"Kd82jfLq01").decode() in found
    assert b64encode(b"Kd82jfLq01".hex().encode()).decode().rstrip("=")[:26] in found
    assert b64encode(b"Kd82jfLq01".hex().upper().encode()).decode().rstrip("=")[:26] in found
    assert "Kd82jfLq01".encode("utf-16-le").hex() in found


def test_dashes_of_an_id_are_left_out_or_put_in() -> None:
    spaced = "550e8400-e29b-41d4-a716-446655440000"
    assert spaced.replace("-", "") in texts(spaced)
    assert spaced in texts(spaced.replace("-", ""))
    assert "ab" not in texts("a-b")


def test_quoted_printable_is_a_word() -> None:
    assert "key=3Dw=C3=B6rd" in texts("key=wörd")


def test_letters_outside_ascii_have_words_in_both_cases() -> None:
    assert {"pass-wörd", "PASS-WÖRD"} <= set(texts("Pass-wörd"))


def test_base64_of_utf_16_has_words() -> None:
    encoded = [b64encode(f"{before}hunter2!x".encode("utf-16-le")).decode() for before in ("", "a", "ab")]
    assert all(any(word in text for word in base64_words("hunter2!x")) for text in encoded)


def test_what_is_too_short_has_no_words_in_base64() -> None:
    assert base64_words("abc") == []


def test_base64_words_stand_in_every_alignment() -> None:
    run = base64_words("hunter2!x")
    encoded = [b64encode(before + b"hunter2!x--").decode() for before in (b"", b"a", b"ab")]
    assert all(any(word in text for word in run) for text in encoded)


def test_base64_in_base64_has_words() -> None:
    run = base64_words("hunter2!x")
    twice = b64encode(b'{"auth":"' + b64encode(b"ann:hunter2!x") + b'"}').decode()
    assert any(word in twice for word in run)


def test_a_scheme_in_front_is_no_part_of_the_secret() -> None:
    assert core_of("Bearer abcdef123") == "abcdef123"


def test_blanks_around_and_last_backslashes_are_no_part_of_the_secret() -> None:
    assert core_of("  abc\\\\ ") == "abc"


def test_a_value_of_backslashes_stays() -> None:
    assert core_of("\\\\") == "\\\\"


def test_a_short_value_is_a_word_with_edges() -> None:
    assert words("abc").edged == ["abc"]
    assert texts("abc") == []


def test_a_long_value_has_pieces_that_know_their_place() -> None:
    secret = "Ab1" + "xY9" * 9
    found = words(secret).pieces
    assert found
    assert all(whole[place:].startswith(piece) for piece, whole, place in found)


def test_two_kinds_of_characters_make_a_piece() -> None:
    assert pieces("9f86d081884c7d659a2feaa0c55ad015")
    assert pieces("qjzkxwvbnmrtplsdfghc") == []


def test_a_passphrase_of_plain_words_has_no_pieces() -> None:
    assert pieces("correct horse battery staple") == []


def test_urls_and_json_have_no_pieces() -> None:
    assert pieces("https://Host1.example.com/Path9") == []
    assert pieces('{"Key1": "Value2", "Key3": 4}') == []


def test_lines_of_a_key_are_words_but_not_its_frame() -> None:
    exact = texts("-----BEGIN KEY-----\nMIIEow12\nname: value\nx\n-----END KEY-----")
    assert "MIIEow12" in exact
    assert "-----BEGIN KEY-----" not in exact
    assert "name: value" not in exact


def test_long_base64_has_pieces() -> None:
    encoded = b64encode(b"Ab1" + b"xY9" * 20).decode()
    assert {encoded[:20], encoded[-20:]} <= set(base64_words("Ab1" + "xY9" * 20))


def test_quotes_inside_are_written_in_the_way_of_shells_and_databases() -> None:
    exact = texts("it's-secret")
    assert "it'\"'\"'s-secret" in exact
    assert "it''s-secret" in exact
    assert {'Kd""82jf', 'Kd`"82jf'} <= set(texts('Kd"82jf'))
    assert "Kd^&82^|jf" in texts("Kd&82|jf")


def test_what_a_backslash_or_percent_sign_before_the_secret_leaves_is_a_word() -> None:
    assert "ew-secret" in texts("new-secret")
    assert "-secret" in texts("ab-secret")
    assert "\xc3\xbcr-secret" in texts("tür-secret")


def test_a_very_long_value_has_words_for_the_ends_of_its_encodings_only() -> None:
    secret = "Ab1-xY9_" * 1_000
    assert sum(map(len, (*texts(secret), *pieces(secret)))) < 4 * len(secret)
    run = base64_words(secret)
    for encoded in (b64encode(secret.encode()).decode(), secret.encode().hex()):
        assert any(encoded.startswith(word) for word in run)
        assert any(word in encoded[-24:] for word in run)


def test_what_a_path_makes_of_the_secret_is_a_word_also_folded() -> None:
    exact = texts("Qab//cd12/./e%41f")
    assert "Qab/cd12/e%41f" in exact
    assert "Qab/cd12/eAf" in exact


def test_what_looks_like_an_escape_has_words_for_what_it_becomes_among_escapes() -> None:
    # In a URL, the percent sign is %25: undone with the digits behind it, what comes out is \\S, not S.
    assert "Pp3u\\SX08wb" in texts("Pp3u\\%53X08wb")


def test_what_looks_like_an_escape_has_words_beside_accents_too() -> None:
    # ascii() writes é as one byte, and in a form its backslashes and percent signs are escaped once more.
    assert "0\\0\xe9" in texts("0\\%30é")


def test_accents_have_words_for_every_way_of_writing_them() -> None:
    exact = texts("pass-é-wörd")
    assert "pass-\xc3\xa9-w\xc3\xb6rd" in exact
    assert "pass-\xe9-w\xf6rd" in exact


def test_what_is_found_in_decoded_runs_needs_no_word() -> None:
    nested = nested_words("Kd82jfLq01Xyz")
    assert set(nested).isdisjoint(base64_words("Kd82jfLq01Xyz"))
    assert set(nested_words("Kd82jfLq01Xy")) <= set(base64_words("Kd82jfLq01Xy"))
    wide = b64encode("Kd82jfLq01Xyz".encode("utf-16-le")).decode()
    twice = b64encode(b64encode(b"Kd82jfLq01Xyz")).decode()
    assert all(any(word in text for word in nested) for text in (wide, twice))


def test_utf_16_that_is_escaped_or_outside_ascii_has_words() -> None:
    for secret, written in (('Kd82"jfLq01Xyz', 'Kd82\\"jfLq01Xyz'), ("Kd82-中-Lq01Xyz", "Kd82-中-Lq01Xyz")):
        encoded = b64encode(written.encode("utf-16-le")).decode()
        assert any(word in encoded for word in base64_words(secret))


def test_repr_hides_the_words() -> None:
    assert repr(words("hunter2!x")) == "Words(4 exact, 0 pieces)"


def test_what_looks_like_a_filler_is_in_words_and_left_out_of_others() -> None:
    assert {"Kd<b>82\\x4ajf", "Kd82\\x4ajf", "Kd82Jjf"} <= set(texts("Kd<b>82\\x4ajf"))
    # What is left would be found in every other text.
    assert "Kd82" not in texts("<b>Kd8<i>2")


def test_half_a_pair_of_surrogates_has_words_in_hex_and_base64() -> None:
    shown = "Kd82\ud800jf".encode("utf-8", "surrogatepass")
    assert shown.hex() in texts("Kd82\ud800jf")
    assert b64encode(shown).decode().rstrip("=") in base64_words("Kd82\ud800jf")


def test_json_without_escapes_has_words_in_base64() -> None:
    shown = b64encode('Kd"82é'.replace('"', '\\"').encode()).decode().rstrip("=")
    assert any(shown.startswith(word) for word in base64_words('Kd"82é'))


def test_plus_signs_of_base64_become_blanks_where_a_form_is_undone() -> None:
    shown = b64encode(b"Kd82>>>>jf").decode()
    assert shown == "S2Q4Mj4+Pj5qZg=="
    assert any("S2Q4Mj4 Pj5qZ" in word for word in base64_words("Kd82>>>>jf"))
