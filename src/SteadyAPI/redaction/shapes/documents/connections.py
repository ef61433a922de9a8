"""Tells connection strings that hold no secret: ``Server=db;Database=shop``, ``mongodb://db:27017/shop``."""

from SteadyAPI.redaction.shapes.patterns import compiled

# What says where a database is and how it is used; any other setting may be a secret.
_KEYS = (
    r"server|data source|datasource|host|hostname|address|addr|network address|port|database|initial catalog|dbq|dsn|"
    r"driver|provider|version|mode|cache|filename|file name|attachdbfilename|initial file name|integrated security|"
    r"trusted_connection|persist security info|encrypt|trust ?server ?certificate|ssl ?mode|multipleactiveresultsets|"
    r"multiple active result sets|mars_connection|connect(?:ion)? ?timeout|command timeout|timeout|pooling|"
    r"m(?:in|ax)(?:imum)? ?pool ?size|application ?name|applicationintent|multisubnetfailover|"
    r"enlist|charset|search ?path|schema|user id|userid|uid|user ?name|user|defaultendpointsprotocol|endpointsuffix|"
    r"accountname|usedevelopmentstorage|foreign keys|read only|readonly|journal mode|synchronous"
)
_SETTING = rf"(?i:{_KEYS})\s?=\s?+[\w .:,/\\()@|~*-]{{0,120}}+"
_SETTINGS = rf"{_SETTING}(?:;\s?+{_SETTING}){{0,30}};?"
_OPTIONS = (
    r"(?:[?&](?:authsource|charset|encoding|readpreference|replicaset|retrywrites|schema|servertimezone|ssl|sslmode|tls|"
    r"usessl|w)=[\w/-]{1,24}){0,9}"
)
# Without user info. A plus sign is a blank in forms: mongodb+srv://
_ADDRESS = rf"(?:jdbc:)?[a-z][a-z\d+ .-]{{1,30}}:(?:thin:@)?//[\w.:,-]{{1,200}}(?:/[\w.-]{{0,60}})?(?i:{_OPTIONS})"


def is_public_connection(value: str) -> bool:
    """Returns whether a connection string holds neither a password nor a key, nor anything that isn't known."""
    return compiled(f"{_SETTINGS}|{_ADDRESS}").fullmatch(value) is not None
