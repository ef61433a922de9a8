"""The library as Robot Framework imports it: documentation and wiring, nothing else."""

from typing import Any

from SteadyAPI import __version__
from SteadyAPI.arguments import RetryPreset, RetrySettings, SavedByRetry
from SteadyAPI.context import Context
from SteadyAPI.engine.log_detail import Detail
from SteadyAPI.errors import SteadyAPIError
from SteadyAPI.keywords.groups import GROUPS
from SteadyAPI.listener import Redactor
from SteadyAPI.listener.contracts import ContractsListener
from SteadyAPI.listener.lifetimes import LifetimesListener
from SteadyAPI.redaction.registry import RUN_SECRETS
from SteadyAPI.robot_compat import Secret, encodable
from SteadyAPI.typed_keywords import TypedKeywordCore, converted_options


class SteadyAPI(TypedKeywordCore):
    """Tests HTTP APIs: a red test is a real bug, and the log can be published.

    ```robotframework
    *** Settings ***
    Library    SteadyAPI


    *** Test Cases ***
    A New Order Follows The Contract
        Create Session    shop    https://api.example.com    token=${TOKEN}
        POST    /orders    json=${ORDER}    expected_status=201
        Response Should Match Schema    models.Order
    ```

    Every example below runs: start the demo shop with `python -m SteadyAPI server --port 8765`, put
    `Library    SteadyAPI` above it, and add `--variable BASE_URL:http://127.0.0.1:8765`.

    %TOC%

    ## Sessions

    `Create Session` gives a service an alias and keeps its connections. A request with a relative URL goes to the
    current session, `... On Session` to the named one, and one with an absolute URL elsewhere needs none. TLS
    certificates are verified and time limits are on unless the session says otherwise.

    ```robotframework
    *** Test Cases ***
    A Product Is Added And Read
        Create Session    shop    ${BASE_URL}    timeout=10s
        VAR    &{lamp} =    name=Desk lamp    price=${29.99}    stock=${100}
        ${product} =    POST    /products    json=${lamp}    expected_status=201
        GET    ${product.headers}[Location]
        GET On Session    shop    /products/999999    expected_status=404
    ```

    ## Retries

    A request is tried up to three times, within 30 seconds in all, when the failure says nothing about the service:
    connections refused or reset, time-outs, 429 and 503 for every method; 500, 502, 504 and incomplete responses only
    where sending twice does no harm (GET, HEAD, OPTIONS, PUT, DELETE). `Retry-After` is obeyed up to 10 seconds. A
    status that the test expects is never retried. Every attempt stands in the log, and a test that passed only thanks
    to a retry gets the tag `api:saved-by-retry`. `retry=` changes this for the library, a session or a call:
    `default`, `classic`, `none`, or a dictionary of settings. A host that lost five requests in a row gets no more
    until a probe is answered; see `Get Host Health`.

    ```robotframework
    *** Test Cases ***
    A Passing 503 Does Not Fail The Test
        Create Session    shop    ${BASE_URL}
        GET    /flaky/introduction
        ${retries} =    Get Retry Count
        Should Be Equal    ${retries}    ${1}

    A Strict Request Is Sent Once
        Create Session    shop    ${BASE_URL}
        GET    /flaky/strict    retry=none    expected_status=503
    ```

    ## Waiting

    `Wait Until Status`, `Wait Until JSON Value` and `Wait Until Response Matches` ask a service again and again until
    it has got somewhere. All polls make one entry in the log, and a failure tells how the value changed.

    ```robotframework
    *** Test Cases ***
    The Shop Opens
        Create Session    shop    ${BASE_URL}
        Wait Until Status    /health    200    timeout=20s
        Wait Until JSON Value    /health    $.status    ok    timeout=20s
    ```

    ## Many At Once

    `Send Concurrently` releases one request many times within a millisecond, for races; `Send Each Concurrently` sends
    one for each item of a list. `Start Request` goes on without waiting, and `Wait For Started Response` takes what
    came. `Get All Pages` reads a list to its end. Every request is recorded; those sent together make one log entry.

    ```robotframework
    *** Test Cases ***
    Twenty Customers At Once Are Served
        Create Session    shop    ${BASE_URL}
        ${responses} =    Send Concurrently    GET    /products/3    times=20
        Statuses Should Be    ${responses}    200=20

    Each Product Has A Name
        Create Session    shop    ${BASE_URL}
        VAR    @{ids}    ${3}    ${4}    ${5}
        Send Each Concurrently    GET    /products/{id}    ${ids}    expected_status=200

    A Report Is Made While The Shop Is Used
        Create Session    shop    ${BASE_URL}
        Start Request    GET    /slow/report    as=report
        GET    /products
        Wait For Started Response    report    timeout=10s
    ```

    ## Assertions And JSONPath

    Assertions look at the last response, or at the one given as `response=`. The getters (`Get JSON Value`,
    `Get Response Header`, `Get Response Status` ...) return what they find, and take an operator and an expected value
    to check it at once. A path begins with `$`, the whole body: `$.items[0].name` is one value, `$.items[*].id` a list.
    Types count: `${5}` is a number, `5` a text.

    ```robotframework
    *** Test Cases ***
    Products Have Names And Prices
        Create Session    shop    ${BASE_URL}
        GET    /products
        Get Response Status    ==    200
        Get Response Header    Content-Type    ==    application/json
        ${names} =    Get JSON Value    $[*].name
        Should Contain    ${names}    Pencil
        Get JSON Value    $[0].price    >    ${0}
        JSON Value Should Be    $[0].id    ${3}
        JSON Value Should Not Exist    $[0].discount
    ```

    ## Schemas

    `Response Should Match Schema` checks a body against a Pydantic model, JSON Schema or plain type, strictly and
    without unexpected fields, and names every mismatch at once; it returns the typed object. `Use OpenAPI` checks
    every response of a session against its description, and `Track Contract` against what earlier runs have seen.
    `Check Softly` gathers failures instead of stopping at the first.

    ```robotframework
    *** Test Cases ***
    A Product Has The Published Shape
        Create Session    shop    ${BASE_URL}
        GET    /products/3
        ${product} =    Response Should Match Schema    SteadyAPI.demo.models.Product
        Should Be Equal    ${product.name}    Notebook

    All Products Have It
        Create Session    shop    ${BASE_URL}
        GET    /products
        Response Should Match Schema    list[SteadyAPI.demo.models.Product]
    ```

    ## Tokens

    `Create Token Source` names a way to a token, by any non-interactive grant; a session with `token_source` then
    always sends a valid one: fetched when first needed, renewed before it ends, and once when the service answers 401.
    `Get Token` returns a token as a `Secret`. Tokens are kept for the run, the suite, the test or not at all.

    ```robotframework
    *** Test Cases ***
    Ada Sees Her Orders
        Create Token Source    ada    ${BASE_URL}/auth/token    username=ada    password=%{SHOP_PASSWORD}
        Create Session    shop    ${BASE_URL}    token_source=ada
        GET    /orders
    ```

    ## Secrets

    Tokens, passwords, cookies and `Secret` values are masked as `[redacted]` in the log, the report and the console.
    `Register Secret` adds others, `Unregister Secret` and `allow=` take out what is none. For a run whose other suites
    don't import this library, add `--listener SteadyAPI.Redactor`.

    ```robotframework
    *** Test Cases ***
    A Voucher Stays Out Of The Log
        Create Session    shop    ${BASE_URL}
        Register Secret    SUMMER-4711-SALE
        VAR    &{headers} =    X-Voucher=SUMMER-4711-SALE
        GET    /echo    headers=${headers}
    ```

    ## Log And Report

    Each request is one folded line in `log.html`. `api-report.html` beside it shows the run: failed tests, requests
    that ended unexpectedly, endpoints with percentiles. `python -m SteadyAPI report` makes it again, of many runs
    together.
    """

    ROBOT_LIBRARY_SCOPE = "GLOBAL"
    ROBOT_LIBRARY_VERSION = __version__
    ROBOT_LIBRARY_DOC_FORMAT = "ROBOT"

    def __init__(
        self,
        *,
        retry: RetryPreset | RetrySettings = RetryPreset.default,
        saved_by_retry: SavedByRetry = SavedByRetry.tag,
        log: Detail = Detail.full,
        report: bool = True,
        har: bool = False,
        trace: bool = False,
        allow: str | list[str] = "",
        shared: Secret | str | None = None,
    ) -> None:
        """Sets what holds for the whole import.

        Args:
            retry: How requests are tried again: `default`, `classic`, `none`, or a dictionary of settings.
            saved_by_retry: Whether a test that passed only thanks to a retry gets a `tag`, or is to `fail`.
            log: How much of a request stands in the log: `full`, `compact` (one line) or `failures` (nothing while all
                is well). Failing keywords show their whole exchange.
            report: Whether `api-report.html` and `api-requests.jsonl` are written beside the log.
            har: Whether `api-requests.har` is written too, for browsers and other tools.
            trace: Whether every request carries a `traceparent` header, by which the server's logs can be searched:
                that of OpenTelemetry's current span, else of the environment variable `TRACEPARENT`, else a new one.
                Failure messages name the trace id.
            allow: Texts and names of fields that are never masked, as a list or with commas between them:
                `allow=next_token,approved`.
            shared: The address of a Redis server through which the processes of a run on several machines share tokens,
                rate limits and the trouble of hosts, such as `redis://redis.test:6379/0?run=nightly-417`. The key that
                all of them encrypt with is in the environment variable `STEADYAPI_SHARED_KEY`. Needs
                `pip install "robotframework-steadyapi[shared]"`.
        """
        given = converted_options(
            SteadyAPI.__init__,
            "SteadyAPI",
            retry=retry,
            saved_by_retry=saved_by_retry,
            log=log,
            report=report,
            har=har,
            trace=trace,
            shared=shared,
        )
        RUN_SECRETS.allow(allow)
        context = Context(
            RUN_SECRETS,
            given_policy=_policy(given["retry"]),
            detail=given["log"],
            report=given["report"],
            har=given["har"],
            trace=given["trace"],
            shared=_address(given["shared"]),
        )
        self._secrets = RUN_SECRETS
        self.ROBOT_LIBRARY_LISTENER = [
            Redactor(),
            LifetimesListener(context, given["saved_by_retry"]),
            ContractsListener(context),
        ]
        super().__init__([group(context) for group in GROUPS])

    def run_keyword(self, name: str, args: list[Any], kwargs: dict[str, Any] | None = None) -> Any:
        """Runs a keyword; whatever message its failure carries is masked before Robot Framework sees it."""
        try:
            return super().run_keyword(name, args, kwargs)
        except SteadyAPIError as error:
            error.args = (encodable(self._secrets.mask(str(error))),)
            raise


def _policy(retry: RetryPreset | RetrySettings) -> Any:
    """Returns the policy, or ``None`` for the usual one: who changes nothing pays nothing when importing."""
    if retry is RetryPreset.default:
        return None
    from SteadyAPI.keywords.support.conversions import policy_of  # noqa: PLC0415  see above

    return policy_of(retry)


def _address(shared: Secret | str | None) -> str | None:
    """Returns where machines share, with its password masked; who shares nothing pays nothing when importing.

    It isn't read yet: Robot Framework shows all arguments of an import that fails, and nothing would mask the password.
    """
    if shared is None:
        return None
    from SteadyAPI.engine.sharing.redis_address import password_in  # noqa: PLC0415  see above
    from SteadyAPI.secret import reveal  # noqa: PLC0415  as above

    address: str = reveal(shared, RUN_SECRETS, "shared")
    if password := password_in(address):
        RUN_SECRETS.learn("password", password)
    return address
