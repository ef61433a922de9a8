from typing import Any

import pytest

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.certificate import checked_ca, checked_cert


@pytest.mark.parametrize(("verify", "means"), [(True, True), ("False", False), ("true", True)])
def test_a_truth_value_may_be_written_as_text(verify: Any, means: bool) -> None:
    assert checked_ca(verify) is means


def test_a_ca_file_that_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError, match=r"there is no nowhere\.pem"):
        checked_ca("nowhere.pem")


@pytest.mark.parametrize("cert", ["nowhere.pem", ["nowhere.pem", "nowhere.pem"]])
def test_a_certificate_that_is_not_there_is_refused(cert: Any) -> None:
    with pytest.raises(UsageError, match=r"cert: expected the path of a file; there is no nowhere\.pem"):
        checked_cert(cert)


def test_a_certificate_is_one_or_two_files() -> None:
    with pytest.raises(UsageError, match="cert: expected the path of a certificate, or those of certificate and key"):
        checked_cert(["a", "b", "c"])


def test_an_empty_text_is_no_ca_file() -> None:
    with pytest.raises(UsageError, match="verify: expected the path of a CA file, True or False"):
        checked_ca("")
