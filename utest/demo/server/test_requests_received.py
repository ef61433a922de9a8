from itertools import count

from SteadyAPI.demo.server.requests_received import KEPT, RequestsReceived


def test_arrivals_are_counted_by_path_with_method_and_moment() -> None:
    ticks = count(100)
    requests_received = RequestsReceived(clock=lambda: next(ticks))
    assert [
        requests_received.note("GET", "/a"),
        requests_received.note("POST", "/a"),
        requests_received.note("GET", "/b"),
    ] == [1, 2, 1]
    assert requests_received.of("/a") == {
        "path": "/a",
        "calls": 2,
        "arrivals": [{"method": "GET", "at": 1}, {"method": "POST", "at": 2}],
    }


def test_a_path_that_nobody_called_has_no_arrivals() -> None:
    assert RequestsReceived().of("/a") == {"path": "/a", "calls": 0, "arrivals": []}


def test_old_arrivals_are_dropped_but_counted() -> None:
    requests_received = RequestsReceived(clock=lambda: 0.0)
    for _ in range(KEPT + 5):
        requests_received.note("GET", "/a")
    found = requests_received.of("/a")
    assert (found["calls"], len(found["arrivals"])) == (KEPT + 5, KEPT)


def test_a_reset_forgets_all_calls() -> None:
    requests_received = RequestsReceived()
    requests_received.note("GET", "/a")
    requests_received.reset()
    assert requests_received.of("/a")["calls"] == 0
