import ssl
from http.client import BadStatusLine, RemoteDisconnected

import pytest
import requests
import urllib3

from SteadyAPI.engine.exchange import FailureClass, FailureKind, Request, Timeout
from SteadyAPI.engine.transport import TransportSettings
from SteadyAPI.engine.transport.connection import OpeningStalledError
from SteadyAPI.engine.transport.failures import failure_of
from SteadyAPI.engine.transport.requests_transport import RequestsTransport


def _tls_error(reason: str) -> ssl.SSLError:
    error = ssl.SSLError(1, "[SSL] no")
    error.reason = reason
    return error


def _untrusted(code: int, message: str) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed")
    error.verify_code, error.verify_message = code, message
    return error


CONNECTION = urllib3.connection.HTTPConnection("a.test")


@pytest.mark.parametrize(
    ("error", "kind", "failure_class"),
    [
        (ssl.SSLEOFError("cut"), FailureKind.RESET, FailureClass.AMBIGUOUS),
        (_untrusted(10, "expired"), FailureKind.TLS, FailureClass.FATAL),
        (requests.exceptions.SSLError("bad"), FailureKind.TLS, FailureClass.FATAL),
        (requests.exceptions.ProxyError("bad"), FailureKind.PROXY, FailureClass.UNSENT),
        (
            urllib3.exceptions.NameResolutionError("a.test", CONNECTION, OSError()),  # type: ignore[arg-type]
            FailureKind.DNS,
            FailureClass.UNSENT,
        ),
        (urllib3.exceptions.NewConnectionError(CONNECTION, "no"), FailureKind.REFUSED, FailureClass.UNSENT),
        (requests.exceptions.ConnectTimeout("late"), FailureKind.CONNECT_TIMEOUT, FailureClass.UNSENT),
        (requests.exceptions.ReadTimeout("late"), FailureKind.READ_TIMEOUT, FailureClass.AMBIGUOUS),
        (RemoteDisconnected("gone"), FailureKind.CLOSED, FailureClass.AMBIGUOUS),
        (ConnectionResetError("reset"), FailureKind.RESET, FailureClass.AMBIGUOUS),
        (BrokenPipeError("pipe"), FailureKind.RESET, FailureClass.AMBIGUOUS),
        (urllib3.exceptions.IncompleteRead(3, 4), FailureKind.TRUNCATED, FailureClass.AMBIGUOUS),
        (requests.exceptions.ChunkedEncodingError("cut"), FailureKind.TRUNCATED, FailureClass.AMBIGUOUS),
        (requests.exceptions.ContentDecodingError("gzip"), FailureKind.DECODING, FailureClass.FATAL),
        (BadStatusLine("SSH-2.0"), FailureKind.MALFORMED, FailureClass.AMBIGUOUS),
        (urllib3.exceptions.InvalidHeader("8, 4"), FailureKind.MALFORMED, FailureClass.FATAL),
        (requests.exceptions.TooManyRedirects("loop"), FailureKind.REDIRECTS, FailureClass.FATAL),
        (requests.exceptions.ConnectionError("lost"), FailureKind.RESET, FailureClass.AMBIGUOUS),
        (requests.exceptions.InvalidURL("bad"), FailureKind.INVALID, FailureClass.FATAL),
    ],
)
def test_an_error_is_sorted_by_what_it_says_about_the_request(
    error: Exception, kind: FailureKind, failure_class: FailureClass
) -> None:
    failure = failure_of(error, stale=False, responded=False)
    assert (failure.kind, failure.failure_class) == (kind, failure_class)


@pytest.mark.parametrize(
    "error", [ssl.SSLEOFError("cut"), ConnectionResetError("reset"), requests.exceptions.ReadTimeout("late")]
)
def test_what_breaks_while_the_connection_is_opened_was_never_sent(error: Exception) -> None:
    failure = failure_of(error, stale=False, responded=False, connecting=True)
    assert failure.failure_class is FailureClass.UNSENT


@pytest.mark.parametrize("error", [RemoteDisconnected("gone"), ConnectionResetError("reset"), ssl.SSLEOFError("cut")])
def test_a_kept_connection_that_breaks_before_a_response_was_stale(error: Exception) -> None:
    assert failure_of(error, stale=True, responded=False).failure_class is FailureClass.STALE


def test_a_connection_that_breaks_after_the_status_line_broke_the_response_off() -> None:
    failure = failure_of(ConnectionResetError("reset"), stale=True, responded=True)
    assert (failure.kind, failure.failure_class) == (FailureKind.TRUNCATED, FailureClass.AMBIGUOUS)


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (_tls_error("WRONG_VERSION_NUMBER"), FailureKind.TLS, "does not speak TLS on this port: is http:// right, not"),
        (_tls_error("PACKET_LENGTH_TOO_LONG"), FailureKind.TLS, "https://? (PACKET_LENGTH_TOO_LONG)"),
        (_tls_error("SSLV3_ALERT_HANDSHAKE_FAILURE"), FailureKind.TLS, "[SSL] no"),
        (BadStatusLine("\x15\x03\x03\x00\x02"), FailureKind.MALFORMED, "speaks TLS on this port: is https:// right"),
        (OpeningStalledError("stalled"), FailureKind.CONNECT_TIMEOUT, "stalled"),
    ],
)
def test_a_port_of_the_other_kind_has_words_of_its_own(error: Exception, kind: FailureKind, words: str) -> None:
    failure = failure_of(error, stale=False, responded=False)
    assert failure.kind is kind
    assert words in failure.detail
    assert failure.limited == isinstance(error, OpeningStalledError)


@pytest.mark.parametrize(
    ("code", "message", "hint"),
    [
        (10, "certificate has expired", ""),
        (18, "self-signed certificate", "; to trust its authority, write: verify=company-ca.pem"),
        (20, "unable to get local issuer certificate", "; to trust its authority, write: verify=company-ca.pem"),
        (64, "IP address mismatch, certificate is not valid for '127.0.0.1'.", ""),
    ],
)
def test_a_certificate_is_refused_with_the_reason_and_an_unknown_authority_with_the_way_to_name_it(
    code: int, message: str, hint: str
) -> None:
    failure = failure_of(_untrusted(code, message), stale=False, responded=False)
    assert failure.detail == f"the certificate is not trusted: {message}{hint}"


def test_the_cause_is_found_however_deep_it_hides() -> None:
    inner = urllib3.exceptions.MaxRetryError(None, "/", ConnectionResetError("deep"))  # type: ignore[arg-type]
    failure = failure_of(requests.exceptions.ConnectionError(inner), stale=False, responded=False)
    assert (failure.kind, failure.detail) == (FailureKind.RESET, "deep")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (urllib3.exceptions.NewConnectionError(CONNECTION, "nested"), "Connection refused"),
        (OSError("Tunnel connection failed: 407 Proxy Authentication Required"), "Tunnel connection failed: 407"),
    ],
)
def test_a_proxy_that_fails_is_named_without_its_credentials(error: Exception, said: str) -> None:
    if isinstance(error, urllib3.exceptions.NewConnectionError):
        error.__cause__ = ConnectionRefusedError(111, "Connection refused")
    pool = urllib3.ProxyManager("http://ann:s3cret@proxy.test:3128").connection_from_url("https://a.test/")
    nested = urllib3.exceptions.MaxRetryError(pool, "/", urllib3.exceptions.ProxyError("Unable to connect", error))
    failure = failure_of(requests.exceptions.ProxyError(nested), stale=False, responded=False)
    assert failure.kind is FailureKind.PROXY
    assert failure.detail.startswith(f"the proxy proxy.test:3128 did not connect: {said}")
    assert failure.detail.endswith("; proxies=none goes round the proxies of session and environment")


@pytest.mark.parametrize("inner", [(), (urllib3.exceptions.MaxRetryError(None, "/", ValueError("odd")),)])  # type: ignore[arg-type]
def test_another_error_of_a_proxy_is_told_as_it_is(inner: tuple[Exception, ...]) -> None:
    error = requests.exceptions.ProxyError(*inner)
    assert failure_of(error, stale=False, responded=False).detail == str(error)


def test_what_a_decoder_says_is_told_in_words() -> None:
    error = requests.exceptions.ContentDecodingError(urllib3.exceptions.DecodeError("no gzip:", ValueError("bad")))
    assert failure_of(error, stale=False, responded=True).detail == "no gzip: bad"


def test_errors_that_name_each_other_end_the_search() -> None:
    one, other = ValueError("one"), ValueError("other")
    one.__cause__, other.__cause__ = other, one
    assert failure_of(one, stale=False, responded=False).kind is FailureKind.INVALID


def another_request() -> None:
    raise ConnectionResetError("of another request")


def test_what_was_being_handled_before_the_request_is_no_part_of_its_failure() -> None:
    transport = RequestsTransport(TransportSettings())
    try:
        another_request()
    except ConnectionResetError:
        delivery = transport.send(Request("GET", "http://"), Timeout(), None)
    transport.close()
    assert delivery.failure is not None
    assert delivery.failure.kind is FailureKind.INVALID


def test_a_proxy_of_socks_says_which_package_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> None:
        raise requests.exceptions.InvalidSchema("Missing dependencies for SOCKS support.")

    monkeypatch.setattr("requests.adapters.SOCKSProxyManager", missing)
    transport = RequestsTransport(TransportSettings(proxies={"http": "socks5h://proxy.test:1080"}))
    failure = transport.send(Request("GET", "http://shop.test/"), Timeout(2, 2), None).failure
    assert failure is not None
    assert failure.detail == "a SOCKS proxy needs a package that is not installed: pip install PySocks"
