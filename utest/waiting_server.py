"""A server that waits, and costs next to nothing besides: Debian's nginx with its module ``echo``.

``/numbers/N?ms=20`` responds with the number N after 20 milliseconds (10 to 999), ``/numbers/N`` at once. A server in
Python would take as much of the processor as its clients. It needs the packages nginx-light and libnginx-mod-http-echo.
"""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MODULE = Path("/usr/lib/nginx/modules/ngx_http_echo_module.so")
SETTINGS = """\
load_module {module};
daemon off;
pid nginx.pid;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    default_type application/json;
    keepalive_requests 1000000;
    map $arg_ms $seconds {{ "~^(?<ms>\\d\\d)$" 0.0$ms; "~^(?<ms>\\d\\d\\d)$" 0.$ms; }}
    server {{
        listen 127.0.0.1:{port};
        location ~ ^/numbers/(?<number>\\d+)$ {{
            if ($arg_ms = "") {{ return 200 '{{"number": "$number"}}'; }}
            echo_sleep $seconds;
            echo_exec @number;
        }}
        location @number {{ return 200 '{{"number": "$number"}}'; }}
    }}
}}
"""


@contextmanager
def waiting_server(folder: Path) -> Iterator[str]:
    """Runs the server, and gives its URL.

    Args:
        folder: Where it keeps its files.

    Raises:
        RuntimeError: When nginx or its module is not installed.
    """
    program = shutil.which("nginx", path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"]))
    if program is None or not MODULE.is_file():
        message = "nginx or its module echo is missing: apt-get install nginx-light libnginx-mod-http-echo"
        raise RuntimeError(message)
    with socket.create_server(("127.0.0.1", 0), backlog=512) as listener:
        port, handle = listener.getsockname()[1], listener.fileno()
        (folder / "nginx.conf").write_text(SETTINGS.format(module=MODULE, port=port), encoding="utf-8")
        # nginx takes the socket over, so that it is the only one on this port, and misses no connection.
        environment = {**os.environ, "NGINX": f"{handle};"}
        command = [program, "-p", str(folder), "-e", str(folder / "nginx.log"), "-c", "nginx.conf"]
        server = subprocess.Popen(command, env=environment, pass_fds=[handle], stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()
