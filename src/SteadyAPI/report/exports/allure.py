"""Allure's HTTP exchange attachment, for runs that make an Allure report.

Format: https://allurereport.org/docs/attachments/#http-exchanges, schema version 1.
"""

import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from SteadyAPI.engine.exchange import Exchange
from SteadyAPI.engine.header_text import header_text
from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.report.log_entry.body_kind import body_kind, decoded
from SteadyAPI.report.record import masked_line
from SteadyAPI.report.record_file import remask

TYPE = "application/vnd.allure.http+json"
ENDING = "httpexchange"
_LISTENER = "allure_robotframework"
# Where Allure's own plugin keeps the folder that it writes to.
_FOLDER = "_report_dir"
_LONGEST_BODY = 100_000
_MILLI = 1000


class Attachments:
    """The attachments of a run."""

    def __init__(self) -> None:
        self._files: list[Path] = []

    def attach(self, exchange: Exchange, mask: Masker) -> None:
        """Attaches the exchange to what Allure is reporting; does nothing in a run without Allure's listener."""
        if _LISTENER not in sys.modules:
            return
        # Installed together with the listener, which is there.
        commons = import_module("allure_commons")
        plugins: Any = commons.plugin_manager
        commons.hookimpl(_SavedFiles.report_attached_data)
        saved = _SavedFiles()
        plugins.register(saved)
        try:
            import_module("allure").attach(masked_line(_attachment(exchange), mask), "HTTP exchange", TYPE, ENDING)
        finally:
            plugins.unregister(saved)
        folders = [vars(plugin)[_FOLDER] for plugin in plugins.get_plugins() if _FOLDER in vars(plugin)]
        self._files += [folder / name for folder in folders for name in saved.names]

    def remask(self, mask: Masker) -> None:
        """Masks secrets that were registered after an exchange was attached."""
        for file in self._files:
            # The user may have moved or emptied Allure's folder.
            with suppress(OSError):
                remask(file, mask)
        self._files.clear()


class _SavedFiles:
    """A plugin of Allure's that notes the names of the files in which attachments are saved."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def report_attached_data(self, file_name: str) -> None:
        """Is called by Allure for every attachment."""
        self.names.append(file_name)


RUN_ATTACHMENTS = Attachments()


def _attachment(exchange: Exchange) -> dict[str, Any]:
    sent, response = exchange.last_sent, exchange.response
    started = exchange.started.timestamp()
    attachment: dict[str, Any] = {
        "schemaVersion": 1,
        "start": round(started * _MILLI),
        "stop": round((started + exchange.elapsed) * _MILLI),
        "request": {"method": sent.method, "url": sent.url, **_message(sent.headers, sent.body)},
    }
    if response is not None:
        attachment["response"] = {
            "status": response.status,
            "statusText": response.reason,
            **_message(response.headers, response.content),
        }
    if exchange.failure is not None:
        attachment["error"] = {"name": exchange.failure.kind.name, "message": exchange.failure.kind.value}
    return attachment


def _message(headers: Mapping[str, Any], body: Any) -> dict[str, Any]:
    pairs = [(name, header_text(value)) for name, value in headers.items()]
    message: dict[str, Any] = {"headers": [{"name": name, "value": value} for name, value in pairs]}
    content_type = next((value for name, value in pairs if name.lower() == "content-type"), "")
    content = body.encode("utf-8", "replace") if isinstance(body, str) else body
    if isinstance(content, bytes) and content and body_kind(content, content_type).is_text:
        text = decoded(content, content_type)
        message["body"] = {
            "contentType": content_type,
            "encoding": "utf8",
            "value": text[:_LONGEST_BODY],
            "size": len(content),
            "truncated": len(text) > _LONGEST_BODY,
        }
    return message
