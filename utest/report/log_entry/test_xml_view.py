"""XML, xml_lines by its tags."""

import pytest

from SteadyAPI.report.log_entry.xml_view import xml_lines


def test_one_long_line_becomes_one_tag_a_line() -> None:
    assert xml_lines('<?xml version="1.0"?><a><b x="1">text</b><c/><d></d><!-- note --></a>') == [
        '<?xml version="1.0"?>',
        "<a>",
        '  <b x="1">text</b>',
        "  <c/>",
        "  <d></d>",
        "  <!-- note -->",
        "</a>",
    ]


def test_what_has_lines_keeps_them() -> None:
    assert xml_lines("<a>\n <b/>\n</a>") == ["<a>", " <b/>", "</a>"]


@pytest.mark.parametrize(
    ("broken", "lines"),
    [
        ("</a></b><c>", ["</a>", "</b>", "<c>"]),
        ("<a><b>1<c>", ["<a>", "  <b>", "    1", "    <c>"]),
        ("<", ["<"]),
        ("<a>1", ["<a>", "  1"]),
        ("", []),
    ],
)
def test_broken_markup_is_shown_as_well_as_it_goes(broken: str, lines: list[str]) -> None:
    assert xml_lines(broken) == lines


def test_the_indent_has_an_end() -> None:
    assert max(line.count(" ") for line in xml_lines("<a>" * 100)) == 40
