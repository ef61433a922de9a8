"""How the tests of a run ended."""

from records import ended

from SteadyAPI.report.run_report.results import RunResults


def results(*records: dict[str, object] | None) -> RunResults:
    """Returns the results of these records; ``None`` stands between two runs."""
    made = RunResults()
    for record in records:
        if record is None:
            made.begin_run()
        else:
            made.add(record)
    return made


def test_tests_are_counted_by_status() -> None:
    made = results(ended("PASS", "A"), ended("FAIL", "B"), ended("FAIL", "C"), ended("SKIP", "D"))
    assert (len(made), made.counts) == (4, {"PASS": 1, "FAIL": 2, "SKIP": 1})


def test_the_last_status_of_a_test_holds() -> None:
    made = results(ended("PASS"), ended("FAIL", message="Parent suite teardown failed: boom"))
    assert [record["message"] for record in made.failed] == ["Parent suite teardown failed: boom"]
    assert len(made) == 1


def test_two_tests_of_one_name_are_two() -> None:
    assert len(results(ended("PASS", "A", "s1-t1"), ended("FAIL", "A", "s1-t2"))) == 2


def test_a_rerun_replaces_what_it_runs_again() -> None:
    made = results(ended("FAIL", "A", "s1-t2"), ended("PASS", "B", "s1-t1"), None, ended("PASS", "A", "s1-t1"))
    assert (len(made), made.counts) == (2, {"PASS": 2})


def test_a_test_that_was_taken_out_does_not_count() -> None:
    taken_out = ended("NOT RUN", "A", "s1-t1")
    made = results(ended("SKIP", "A", "s1-t1"), ended("PASS", "A", "s1-t2"), taken_out, taken_out)
    assert (len(made), made.counts) == (1, {"PASS": 1})


def test_a_test_has_passed_when_its_last_record_says_so() -> None:
    made = results(ended("PASS", "A"), ended("PASS", "B"), ended("FAIL", "B"))
    assert (made.has_passed(ended(test="A")), made.has_passed(ended(test="B")), made.has_passed(ended(test="C"))) == (
        True,
        False,
        False,
    )
