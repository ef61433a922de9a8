import pytest

from SteadyAPI.engine.contract.yaml_text import yaml_value


def test_words_that_older_yaml_takes_for_truth_are_words() -> None:
    assert yaml_value(b"[no, yes, on, off, y, n]") == ["no", "yes", "on", "off", "y", "n"]


def test_true_false_and_null_are_what_they_say() -> None:
    assert yaml_value(b"[true, False, null, ~, ]") == [True, False, None, None]


def test_nothing_is_null() -> None:
    assert yaml_value(b"a:") == {"a": None}


def test_a_date_is_a_text() -> None:
    assert yaml_value(b"[2024-01-31, 2024-01-31T10:00:00Z]") == ["2024-01-31", "2024-01-31T10:00:00Z"]


def test_numbers_are_decimal_unless_they_say_otherwise() -> None:
    assert yaml_value(b"[010, 0o10, 0x10, -3, 12:30, 1_000]") == [10, 8, 16, -3, "12:30", "1_000"]


def test_numbers_with_a_point_or_exponent_are_floats() -> None:
    assert yaml_value(b"[1.5, 1e3, .5]") == [1.5, 1000.0, 0.5]


def test_keys_are_texts() -> None:
    assert yaml_value(b"{200: a, no: b, null: c}") == {"200": "a", "no": "b", "null": "c"}


def test_a_merged_mapping_gives_way_to_own_keys() -> None:
    merged = yaml_value(b"base: &b {a: 1, b: 2}\nown:\n  <<: *b\n  b: 3\n")["own"]
    assert merged == {"a": 1, "b": 3}


def test_a_key_that_stands_twice_is_a_mistake() -> None:
    with pytest.raises(ValueError, match='the key "/orders" stands there twice at line 1, column 1'):
        yaml_value(b"/orders: 1\n/orders: 2\n")


def test_a_key_must_be_a_text() -> None:
    with pytest.raises(ValueError, match="a key is no text"):
        yaml_value(b"? [1, 2]\n: x\n")


def test_a_tag_that_makes_objects_is_refused() -> None:
    with pytest.raises(ValueError, match="could not determine a constructor"):
        yaml_value(b"!!python/object/apply:os.system [echo]")


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(ValueError, match=r"0x80|special characters|invalid"):
        yaml_value(b"a: \x80")


def nested(levels: int) -> list[bytes]:
    blocks = b"".join(b" " * level + b"a:\n" for level in range(levels))
    return [b"[" * levels + b"]" * levels, b"- " * levels + b"x", blocks]


@pytest.mark.parametrize("text", [*nested(201), *nested(1000), b"[" * 100_000])
def test_what_is_nested_too_deep_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError, match="nested deeper than 200 levels"):
        yaml_value(text)


@pytest.mark.parametrize("text", [*nested(199), b"a: '" + b"[" * 500 + b"'"])
def test_deep_is_not_too_deep(text: bytes) -> None:
    assert yaml_value(text)


def test_aliases_that_unfold_without_measure_are_refused() -> None:
    lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"]
    lines += [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    with pytest.raises(ValueError, match=r"aliases .* unfold to millions of values"):
        yaml_value("\n".join(lines).encode())


@pytest.mark.parametrize("text", [b"a: &a [*a]", b"&a {b: *a}"])
def test_an_alias_to_itself_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError, match="recursive node"):
        yaml_value(text)


def test_aliases_may_be_used_often() -> None:
    assert len(yaml_value(b"a: &a {x: 1}\nb: [" + b"*a," * 1000 + b"]")["b"]) == 1000
