"""Shows every secret on its channel, in every encoding, the way libraries do."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

from encoders import ENCODERS
from robot.api import SkipExecution, logger

from SteadyAPI.redaction.registry import RUN_SECRETS
from SteadyAPI.robot_compat import Secret

ROBOT_LIBRARY_SCOPE = "GLOBAL"
MODE = os.environ["LEAK_MODE"]
SECRETS: dict[str, str] = json.loads(Path(os.environ["LEAK_CHANNELS"]).read_text(encoding="utf-8"))


class Leaky:
    """A library without any care."""

    def __init__(self) -> None:
        for value in SECRETS.values():
            if MODE == "keyword":
                RUN_SECRETS.register(value)
            if MODE == "object":
                Secret(value)
        if MODE == "library":
            from SteadyAPI.listener import Redactor  # noqa: PLC0415

            self.ROBOT_LIBRARY_LISTENER = Redactor()
            for value in SECRETS.values():
                RUN_SECRETS.register(value)

    def secret_of(self, channel: str) -> str:
        return SECRETS[channel.lower()]

    def text_of(self, channel: str) -> str:
        secret = self.secret_of(channel)
        if MODE == "shape":
            return (
                json.dumps({"user": "ann", "password": secret})
                + f" https://ann:{secret}@host/?access_token={secret}&x=1"
            )
        return "\n".join(f"{name}: {encode(secret)} ~" for name, encode in ENCODERS.items())

    def print_text(self, channel: str) -> None:
        print(self.text_of(channel))  # noqa: T201

    def print_error(self, channel: str) -> None:
        print("*WARN*", self.text_of(channel), file=sys.stderr)  # noqa: T201

    def log_with_logging(self, channel: str) -> None:
        logging.getLogger("urllib3").debug("send %s", self.text_of(channel))
        logging.getLogger("urllib3").warning("got %s", self.text_of(channel))

    def log_with_logger(self, channel: str) -> None:
        for write in (logger.trace, logger.debug, logger.info, logger.warn, logger.error):
            write(self.text_of(channel))

    def log_html(self, channel: str) -> None:
        logger.info(f"<b>{ENCODERS['html'](self.text_of(channel))}</b>", html=True)

    def write_console(self, channel: str) -> None:
        logger.console(self.text_of(channel))

    def write_also_console(self, channel: str) -> None:
        logger.info(self.text_of(channel), also_console=True)

    def write_real_stdout(self, channel: str) -> None:
        for stream in (sys.__stdout__, sys.__stderr__):
            if stream is not None:
                stream.write(self.text_of(channel) + "\n")

    def write_descriptor(self, channel: str) -> None:
        os.write(1, self.text_of(channel).encode() + b"\n")

    def write_from_child(self, channel: str) -> None:
        code = "import sys; print(sys.argv[1])"
        subprocess.run([sys.executable, "-c", code, self.text_of(channel)], check=True)

    def return_text(self, channel: str) -> str:
        return self.text_of(channel)

    def log_after_timeout_set(self) -> None:
        logger.info(self.text_of("late_log"))

    def fail_here(self, channel: str) -> NoReturn:
        raise AssertionError(self.text_of(channel))

    def skip_here(self, channel: str) -> NoReturn:
        raise SkipExecution(self.text_of(channel))

    def raise_chain(self, channel: str) -> None:
        try:
            {}[self.text_of(channel)]
        except KeyError as error:
            message = f"wrapped {self.text_of(channel)}"
            raise RuntimeError(message) from error

    def secret_object(self, channel: str) -> Any:
        return Secret(self.secret_of(channel))

    def reveal(self, channel: str, secret: Any) -> None:
        logger.info(f"value {secret.value} {self.text_of(channel)}")
