"""Every keyword group, in the order in which the library makes them."""

from SteadyAPI.keywords.authentication.auth import AuthKeywords
from SteadyAPI.keywords.authentication.credential import CredentialKeywords
from SteadyAPI.keywords.authentication.token import TokenKeywords
from SteadyAPI.keywords.authentication.token_source import TokenSourceKeywords
from SteadyAPI.keywords.browser.session import BrowserSessionKeywords
from SteadyAPI.keywords.concurrency.batch import BatchKeywords
from SteadyAPI.keywords.concurrency.pages import PageKeywords
from SteadyAPI.keywords.concurrency.started import StartedKeywords
from SteadyAPI.keywords.concurrency.statuses import StatusKeywords
from SteadyAPI.keywords.contract.drift import DriftKeywords
from SteadyAPI.keywords.contract.openapi import OpenApiKeywords
from SteadyAPI.keywords.contract.schema import ContractKeywords
from SteadyAPI.keywords.contract.soft_checks import SoftKeywords
from SteadyAPI.keywords.cookie import CookieKeywords
from SteadyAPI.keywords.events import EventKeywords
from SteadyAPI.keywords.getter import GetterKeywords
from SteadyAPI.keywords.graphql import GraphQLKeywords
from SteadyAPI.keywords.redaction import RedactionKeywords
from SteadyAPI.keywords.request import RequestKeywords
from SteadyAPI.keywords.response import ResponseKeywords
from SteadyAPI.keywords.retry import RetryKeywords
from SteadyAPI.keywords.session import SessionKeywords
from SteadyAPI.keywords.session_pool import SessionPoolKeywords
from SteadyAPI.keywords.transfer import TransferKeywords
from SteadyAPI.keywords.value import ValueKeywords
from SteadyAPI.keywords.waiting import WaitingKeywords

GROUPS = (
    SessionKeywords,
    SessionPoolKeywords,
    BrowserSessionKeywords,
    AuthKeywords,
    RequestKeywords,
    BatchKeywords,
    StartedKeywords,
    StatusKeywords,
    PageKeywords,
    TransferKeywords,
    GraphQLKeywords,
    EventKeywords,
    ResponseKeywords,
    GetterKeywords,
    CookieKeywords,
    ValueKeywords,
    RetryKeywords,
    WaitingKeywords,
    ContractKeywords,
    OpenApiKeywords,
    DriftKeywords,
    SoftKeywords,
    TokenKeywords,
    TokenSourceKeywords,
    CredentialKeywords,
    RedactionKeywords,
)
