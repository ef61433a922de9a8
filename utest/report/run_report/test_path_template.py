"""Which requests belong together."""

import pytest

from SteadyAPI.report.run_report.path_template import grouping


@pytest.mark.parametrize(
    ("url", "template"),
    [
        ("http://shop.test/orders/7", "/orders/{id}"),
        ("http://shop.test/orders/7?a=1#b", "/orders/{id}"),
        ("http://shop.test", "/"),
        ("http://shop.test/v2/orders", "/v2/orders"),
        ("http://shop.test/o/2f1c8e2a-0b7e-4d9c-9a52-6f0e5d3c1b2a/x", "/o/{id}/x"),
        ("http://shop.test/c/9f86d081884c", "/c/{id}"),
        ("http://shop.test/c/deadbeefcafe", "/c/deadbeefcafe"),
        ("http://shop.test/k/AbCdEf0123456789xyz", "/k/{id}"),
        ("http://shop.test/d/2026-01-31", "/d/{date}"),
        ("http://shop.test/u/ada@shop.test", "/u/{email}"),
        ("http://shop.test/s/[redacted]", "/s/{secret}"),
    ],
)
def test_the_changing_parts_of_a_path_get_a_name(url: str, template: str) -> None:
    assert grouping()(url)[1] == template


def test_a_masked_password_in_the_address_is_no_obstacle() -> None:
    assert grouping()("http://ada:[redacted]@shop.test/orders/7") == ("http://shop.test", "/orders/{id}")


def test_the_host_is_shown_without_its_user() -> None:
    assert grouping()("https://ada:x@shop.test:8080/orders")[0] == "https://shop.test:8080"


@pytest.mark.parametrize(
    ("url", "template"),
    [
        ("http://shop.test/tenants/acme/users", "/tenants/{tenant}/users"),
        ("http://shop.test/tenants/acme/users/9", "/tenants/acme/users/{id}"),
        ("http://shop.test/shops/acme/users", "/shops/acme/users"),
    ],
)
def test_a_template_of_ones_own_goes_first(url: str, template: str) -> None:
    assert grouping(("/tenants/{tenant}/users",))(url)[1] == template
