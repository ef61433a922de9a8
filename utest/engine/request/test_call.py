from SteadyAPI.engine.request.call import Call
from SteadyAPI.engine.request.expectation import SUCCESS


def test_a_call_leaves_to_the_session_what_it_does_not_say() -> None:
    call = Call(method="GET", url="/orders")
    assert (call.timeout, call.allow_redirects, call.retries, call.expected) == (None, None, True, SUCCESS)


def test_a_call_does_not_show_its_headers_params_and_body() -> None:
    call = Call(method="POST", url="/x", headers={"A": "hidden-1"}, params={"b": "hidden-2"}, body=b"hidden-3")
    assert "hidden" not in repr(call)
