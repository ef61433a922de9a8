from SteadyAPI.engine.contract.union_mismatches import Finding, likeliest


def finding(
    *steps: str, member: str = "", at: int = 0, wanted: str = "integer", rank: int = 0, hint: str = ""
) -> Finding:
    return Finding(steps, ((at, member),) if member else (), wanted, "got", hint, rank)


def test_findings_outside_of_unions_all_stay() -> None:
    found = [finding("a"), finding("b")]
    assert likeliest(found) == found


def test_the_member_with_the_fewest_mismatches_is_meant() -> None:
    cat = finding("pet", "lives", member="Cat", at=1)
    dog = [finding("pet", "bark", member="Dog", at=1), finding("pet", "size", member="Dog", at=1)]
    assert likeliest([cat, *dog]) == [cat]


def test_another_discriminating_value_speaks_against_a_member() -> None:
    cat = [finding("lives", member="Cat"), finding("name", member="Cat")]
    dog = [finding("kind", member="Dog", rank=3)]
    assert likeliest([*cat, *dog]) == cat


def test_a_member_of_another_type_is_not_meant_by_an_object() -> None:
    inside = finding("pet", "lives", member="Cat", at=1)
    assert likeliest([finding("pet", member="int", at=1), inside]) == [inside]


def test_members_that_fail_as_a_whole_are_named_together() -> None:
    found = likeliest([finding("n", member="int", at=1), finding("n", member="str", at=1, wanted="string")])
    assert [each.expected for each in found] == ["integer or string"]


def test_a_hint_that_all_members_share_stays() -> None:
    found = likeliest([finding("n", member="int", at=1, hint="null"), finding("n", member="str", at=1, hint="null")])
    assert found[0].hint == "null"


def test_hints_that_differ_are_left_out() -> None:
    found = likeliest([finding("n", member="int", at=1, hint="a"), finding("n", member="str", at=1, hint="b")])
    assert found[0].hint == ""


def test_every_union_is_decided_by_itself() -> None:
    first = [finding("x", member="A", at=1), finding("x", member="B", at=1, wanted="string")]
    second = [finding("y", member="A", at=1), finding("y", member="B", at=1, wanted="string")]
    assert [each.expected for each in likeliest([*first, *second])] == ["integer or string"] * 2


def test_a_union_within_a_union_is_decided_first() -> None:
    inner = [
        Finding(("p", "q"), ((1, "Cat"), (2, "int")), "integer", "got"),
        Finding(("p", "q"), ((1, "Cat"), (2, "str")), "string", "got"),
    ]
    found = likeliest([*inner, Finding(("p",), ((1, "int"),), "integer", "got")])
    assert [each.expected for each in found] == ["integer or string"]
