import pytest

from SteadyAPI.engine.value.xml_path import NotXmlError, xml_values
from SteadyAPI.errors import UsageError

SHOP = b"""<?xml version="1.0" encoding="iso-8859-1"?><shop xmlns:s="urn:stock" s:open="yes">
<item id="7"><name>Gr\xfcn</name><s:left>3</s:left></item>
<item id="8"><name><b>Pen</b>cil</name></item><item/></shop>"""


@pytest.mark.parametrize(
    ("xpath", "values"),
    [
        ("/shop/item/name", ["Grün", "Pencil"]),
        ("item/name", ["Grün", "Pencil"]),
        ("//name", ["Grün", "Pencil"]),
        (".//name", ["Grün", "Pencil"]),
        ("item[@id='8']/name/text()", ["Pencil"]),
        ("item/@id", ["7", "8"]),
        ("/shop/item[1]/@id", ["7"]),
        ("/other", []),
        ("item/s:left", ["3"]),
        ("./@s:open", ["yes"]),
        ("/shop/@nope", []),
    ],
)
def test_a_path_finds_texts(xpath: str, values: list[str]) -> None:
    assert xml_values(SHOP, xpath, {"s": "urn:stock"}) == values


@pytest.mark.parametrize("body", [b"", b"{}", b"<a><b></a>"])
def test_what_is_no_xml_is_refused(body: bytes) -> None:
    with pytest.raises(NotXmlError):
        xml_values(body, "a")


def test_a_document_type_is_refused_because_of_its_entities() -> None:
    with pytest.raises(NotXmlError, match="document type"):
        xml_values(b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "a")


def test_a_document_type_in_another_encoding_is_refused_too() -> None:
    body = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'.encode("utf-16")
    with pytest.raises(NotXmlError, match="document type"):
        xml_values(body, ".")


def test_a_document_type_that_is_only_quoted_is_none() -> None:
    assert xml_values(b"<a><![CDATA[<!DOCTYPE html>]]></a>", ".") == ["<!DOCTYPE html>"]


@pytest.mark.parametrize("xpath", ["item[", "item/s:left"])
def test_a_path_that_is_not_understood_is_refused(xpath: str) -> None:
    with pytest.raises(UsageError, match="is no XPath that is understood here"):
        xml_values(SHOP, xpath)
