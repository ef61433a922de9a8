from itertools import count

from SteadyAPI.demo.server.requests_received import KEPT, Arrivals


def test_arrivals_are_counted_by_path_with_method_and_moment() -> None:
    ticks = count(100)
    arrivals = Arrivals(clock=lambda: next(ticks))
    assert [arrivals.note("GET", "/a"), arrivals.note("POST", "/a"), arrivals.note("GET", "/b")] == [1, 2, 1]
    assert arrivals.of("/a") == {
        "path": "/a",
        "calls": 2,
        "arrivals": [{"method": "GET", "at": 1}, {"method": "POST", "at": 2}],
    }


def test_a_path_that_nobody_called_has_no_arrivals() -> None:
    assert Arrivals().of("/a") == {"path": "/a", "calls": 0, "arrivals": []}


def test_old_arrivals_are_dropped_but_counted() -> None:
    arrivals = Arrivals(clock=lambda: 0.0)
    for _ in range(KEPT + 5):
        arrivals.note("GET", "/a")
    found = arrivals.of("/a")
    assert (found["calls"], len(found["arrivals"])) == (KEPT + 5, KEPT)


def test_a_reset_forgets_all_calls() -> None:
    arrivals = Arrivals()
    arrivals.note("GET", "/a")
    arrivals.reset()
    assert arrivals.of("/a")["calls"] == 0
