from SteadyAPI.engine.transport import TransportSettings, open_transport
from SteadyAPI.engine.transport.requests_transport import RequestsTransport


def test_the_transport_of_a_session_is_pooled() -> None:
    assert isinstance(open_transport(TransportSettings()), RequestsTransport)


def test_settings_do_not_show_certificates_proxies_and_cookies() -> None:
    settings = TransportSettings(cert="hidden-1", proxies={"http": "hidden-2"}, cookies={"a": "hidden-3"})
    assert "hidden" not in repr(settings)
