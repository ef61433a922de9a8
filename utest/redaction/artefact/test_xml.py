"""Texts and attributes of XML, never its structure."""

from io import StringIO

import pytest

from SteadyAPI.redaction.artefact import unit, xml
from SteadyAPI.redaction.artefact.xml import masked_xml, names_in
from SteadyAPI.redaction.registry import SecretRegistry


def hide(text: str) -> str:
    return text.replace("se<ret", "[redacted]") if "se<ret" in text else text


def masked(text: str) -> str:
    return "".join(masked_xml(StringIO(text), hide))


def test_text_is_masked_decoded() -> None:
    assert masked("<msg>a se&lt;ret &amp; b</msg>") == "<msg>a [redacted] &amp; b</msg>"


def test_an_attribute_is_masked_decoded_and_encoded_again() -> None:
    text = '<kw name="a se&lt;ret &quot;b&quot; &apos;&#10;&#x41;&#13;" owner="B">'
    assert masked(text) == '<kw name="a [redacted] &quot;b&quot; &apos;&#10;A&#13;" owner="B">'


def test_single_quotes_are_kept() -> None:
    assert masked("<kw name='se&lt;ret'/>") == "<kw name='[redacted]'/>"


def test_structure_is_never_masked() -> None:
    text = '<test id="se&lt;ret" line="se&lt;ret"><status status="se&lt;ret" start="se&lt;ret"/></test>'
    assert masked(text) == text


def test_text_without_secrets_is_not_encoded_anew() -> None:
    text = '<?xml version="1.0"?>\n<!-- c -->\n<a b="&#65;">&#65;&nosuch;&#x110000; > &quot;</a>\n'
    assert masked(text) == text


def test_a_repeated_tag_is_looked_at_once() -> None:
    seen: list[str] = []

    def remember(text: str) -> str:
        seen.append(text)
        return text

    "".join(masked_xml(StringIO('<robot id="1"><kw name="a"></kw><kw name="a"></kw>'), remember))
    assert seen == ["a"]


def test_a_long_text_goes_on_in_the_next_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit, "BLOCK", 8)
    monkeypatch.setattr(unit, "LONGEST_UNIT", 16)
    assert masked("<msg>" + "x" * 20 + "\nse&lt;ret</msg>").endswith("\n[redacted]</msg>")


def test_an_output_that_ends_in_the_middle_is_masked() -> None:
    assert masked('<robot><msg>a se&lt;ret</msg><kw name="se') == '<robot><msg>a [redacted]</msg><kw name="se'


def test_the_memory_of_what_is_clean_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "_CLEAN_MOST", 1)
    monkeypatch.setattr(unit, "BLOCK", 10)
    text = "<a>one</a><b>two</b><c>three</c><d>a se&lt;ret</d>"
    assert masked(text) == text.replace("se&lt;ret", "[redacted]")


def test_marks_beside_a_secret_stay_escaped() -> None:
    assert masked("<a>&lt;b&gt; a se&lt;ret &amp; c&#13;</a>") == "<a>&lt;b&gt; a [redacted] &amp; c&#13;</a>"


def test_comments_and_sections_of_character_data_are_masked() -> None:
    text = "<a><!-- a se<ret --><![CDATA[a se<ret > <b>]]>a</a>"
    assert masked(text) == "<a><!-- a [redacted] --><![CDATA[a [redacted] > <b>]]>a</a>"


def test_a_comment_is_not_cut_by_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit, "BLOCK", 8)
    assert masked("<a><!-- <b> x <c> se<ret --></a>") == "<a><!-- <b> x <c> [redacted] --></a>"


NAMED = (
    "<a><!-- x --><password>Vx9kQ2mLp7Tz</password><b pwd='Vx9kQ2mLp7Tz'/><c><![CDATA[token: Vx9kQ2mLp7Tz]]></c></a>"
)


def test_names_beside_values_tell_of_secrets() -> None:
    shown = "".join(masked_xml(StringIO(NAMED), SecretRegistry().mask))
    assert shown == NAMED.replace("Vx9kQ2mLp7Tz", "[redacted]")


@pytest.mark.parametrize("opening", ['<robot generator="x">', "<testsuites>"])
def test_names_of_elements_tell_nothing_in_results_of_tests(opening: str) -> None:
    text = f"{opening}<password>Vx9kQ2mLp7Tz</password>"
    assert "".join(masked_xml(StringIO(text), SecretRegistry().mask)) == text


def test_a_mask_that_would_change_an_element_is_left_out() -> None:
    text = "<a><b>c</b></a>"
    assert "".join(masked_xml(StringIO(text), lambda part: part.replace("<b>", "[redacted]"))) == text


@pytest.mark.parametrize("size", [unit.BLOCK, 60])
def test_names_in_an_output_file_are_those_of_its_parts_and_tags(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit, "BLOCK", size)
    text = (
        '<?xml version="1.0"?>\n<robot generator="Robot 7"><suite id="s1" name="A &amp; B" source="/w/a.robot">'
        '<test id="s1-t1" name=\'T "1"\' line="3"><tag>smoke &lt;1</tag><kw name="Log" owner="BuiltIn" '
        'sourcename="L${x}"><arg>none</arg><status status="PASS"/></kw></test><meta name="no">none</meta></suite>'
    )
    found = set().union(*names_in(StringIO(text)))
    assert found == {"A & B", "/w/a.robot", 'T "1"', "smoke <1", "Log", "BuiltIn", "L${x}"}


def test_names_in_other_files_are_no_names_of_tests() -> None:
    assert list(names_in(StringIO('<testsuite name="a"><test name="b"/><tag>c</tag></testsuite>'))) == []


def test_a_secret_over_two_elements_leaves_no_other_one() -> None:
    secrets = SecretRegistry()
    secrets.register("one</a><b>two")
    secrets.register("Vx9kQ2mLp7Tz")
    text = "<r><a>one</a><b>two</b><c>Vx9kQ2mLp7Tz</c></r>"
    assert "".join(masked_xml(StringIO(text), secrets.mask)) == text.replace("Vx9kQ2mLp7Tz", "[redacted]")
