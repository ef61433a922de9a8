from SteadyAPI.engine.request.transport_options import PLAIN, TransportOptions


def test_nothing_is_out_of_the_ordinary_by_default() -> None:
    assert TransportOptions() == PLAIN


def test_options_do_not_show_their_values() -> None:
    transport_options = TransportOptions(
        files="hidden-1",
        json="hidden-2",
        cookies="hidden-3",
        auth="hidden-4",
        cert="hidden-5",
        proxies={"a": "hidden-6"},
    )
    assert "hidden" not in repr(transport_options)
