import pytest

from SteadyAPI.engine.request.file_name import file_name_of

URL = "http://shop.test/files/r%C3%A9sum%C3%A9.pdf?x=/y"


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("attachment; filename=report.pdf", "report.pdf"),
        ('attachment; FileName="my report.pdf"; size=7', "my report.pdf"),
        (r'attachment; filename="a\"b.txt"', 'a"b.txt'),
        ("attachment; filename=\"EURO.txt\"; filename*=UTF-8''%e2%82%ac.txt", "\u20ac.txt"),
        ("attachment; filename*=iso-8859-1'en'%A3.txt", "\u00a3.txt"),
        ("attachment; filename*=none-such''x; filename=plain.txt", "plain.txt"),
        ("attachment; filename*=UTF-8''%ff; filename=plain.txt", "plain.txt"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        (r'attachment; filename="C:\\temp\\x.txt"', "x.txt"),
        ('attachment; filename=".bashrc"', "bashrc"),
        ('attachment; filename="a\x01b.txt"', "ab.txt"),
        ('attachment; filename=""', "r\u00e9sum\u00e9.pdf"),
        ('attachment; filename=".."', "r\u00e9sum\u00e9.pdf"),
        ("inline", "r\u00e9sum\u00e9.pdf"),
        ("", "r\u00e9sum\u00e9.pdf"),
    ],
)
def test_a_file_has_the_servers_name_without_a_path(header: str, name: str) -> None:
    assert file_name_of(header, URL) == name


@pytest.mark.parametrize("url", ["http://shop.test", "http://shop.test/", "http://shop.test/a/.."])
def test_a_url_without_a_name_gives_a_plain_one(url: str) -> None:
    assert file_name_of("", url) == "download"
