from SteadyAPI.engine.contract.soft_failures import SoftFailures


def test_nothing_is_reported_when_everything_passed() -> None:
    failures = SoftFailures()
    failures.passed()
    assert failures.take() == ""


def test_all_failures_are_reported_in_order() -> None:
    failures = SoftFailures()
    failures.add("first\n  more")
    failures.passed()
    failures.add("second")
    assert failures.take() == "2 of 3 checks failed\n  1. first\n       more\n  2. second"


def test_one_check_is_one() -> None:
    failures = SoftFailures()
    failures.add("no")
    assert failures.take() == "1 of 1 check failed\n  1. no"


def test_what_was_reported_is_forgotten() -> None:
    failures = SoftFailures()
    failures.add("no")
    failures.take()
    assert failures.take() == ""
