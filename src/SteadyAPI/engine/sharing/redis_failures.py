"""What is said when the Redis server can't be reached, or refuses."""

from redis import exceptions

_UP = (
    "is it up, is it a Redis server, and does it speak TLS only with rediss://? without it, each machine would ask for "
    "tokens and count requests by itself"
)
_AUTHORITY = "name the host as its certificate does, and the authority that signed it: rediss://host?ca=/path/ca.pem"
_REFUSALS = (
    (
        exceptions.NoPermissionError,
        "its user may not do what sharing takes",
        "allow it: ACL SETUSER name ~steadyapi:* +@read +@write +@scripting +@connection +time",
    ),
    (
        exceptions.AuthenticationError,
        "it refused the user name or the password",
        "the address has both in front of the host, with : between them and @ behind; without a user it begins with :",
    ),
    (exceptions.BusyLoadingError, "it is still loading its data", "wait until it has started, then run again"),
    (exceptions.ReadOnlyError, "it is a replica, which takes no changes", "write the address of the primary"),
    (exceptions.OutOfMemoryError, "its memory is full", "raise maxmemory, or take a server of its own"),
    (
        exceptions.InvalidResponse,
        "what listens there is no Redis server",
        "look at host and port; with TLS the address begins with rediss://",
    ),
)


def sentence(error: exceptions.RedisError, server: str, limit: float) -> str:
    """Says what is wrong with a server, and what to do.

    Args:
        error: What the client raised.
        server: The server's address, without a password.
        limit: The seconds after which a response is no longer waited for.
    """
    for kind, fault, remedy in _REFUSALS:
        if isinstance(error, kind):
            return f"shared: {server} can't be used: {fault}.\n  {remedy}"
    text = (str(error).strip() or type(error).__name__).partition(", with args")[0]
    if "CERTIFICATE" in text:
        return f"shared: {server} can't be used: {text.rstrip('.')}.\n  {_AUTHORITY}"
    if isinstance(error, exceptions.TimeoutError):
        return f"shared: {server} can't be reached: no response within {limit:g} s.\n  {_UP}"
    if isinstance(error, exceptions.ConnectionError):
        return f"shared: {server} can't be reached: {text.rstrip('.')}.\n  {_UP}"
    return f"shared: {server} can't be used: {text.rstrip('.')}.\n  look at the address; sharing takes Redis 5 or newer"
