"""How long the handshake of a TCP connection took, as the kernel measured it.

On a busy machine, a program notices the end of its handshake late: its own measure may be many times too long.
"""

import socket
import struct
import sys
from math import inf
from typing import Any

_RTT_OFFSET = 68
"""Where ``tcpi_rtt`` stands in Linux's ``struct tcp_info`` (linux/tcp.h); in microseconds."""
_LENGTH = _RTT_OFFSET + 4
_MICRO = 1e-6


def round_trip(connected: Any) -> float:
    """Returns the seconds of a new connection's handshake; infinite where the system doesn't tell.

    Args:
        connected: The socket.
    """
    if not sys.platform.startswith("linux"):
        return inf
    try:
        info = connected.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _LENGTH)
        (microseconds,) = struct.unpack_from("I", info, _RTT_OFFSET)
    except (OSError, AttributeError, struct.error):
        return inf
    return float(microseconds * _MICRO) or inf
