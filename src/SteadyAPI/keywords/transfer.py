"""Files: downloaded, streamed, and as parts of a body."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from robot.api.deco import keyword

from SteadyAPI.errors import UsageError
from SteadyAPI.keywords.support.options import with_options
from SteadyAPI.keywords.support.request_options import RequestOptions
from SteadyAPI.keywords.support.sending import SendingGroup, checked_method


class DownloadedFile(NamedTuple):
    """What `Download File` has written: where, how many bytes, and their SHA-256 in hex."""

    path: Path
    size: int
    sha256: str


class TransferKeywords(SendingGroup):
    """Requests that download or send files."""

    @with_options(RequestOptions, tag="Request")
    def download_file(self, url: str, path: Path, *, alias: str = "", method: str = "GET", **options: Any) -> Any:
        """Downloads a body to a file without holding it in memory; returns its `path`, `size` and `sha256`.

        The file appears under its name when it is complete, and replaces one that is there. A download that breaks off
        is tried again like any request of its method, from where it broke off when the server can do that. The body of
        an unexpected status goes into the failure message, not into the file.

        Args:
            url: Path on the session, or a whole URL.
            path: The file to write; its folder is made when needed. In a folder that is there, the file gets the name
                that the server gives it (`Content-Disposition`, RFC 6266), or the last part of the URL.
            alias: The session's alias; by default the URL decides as for `GET`.
            method: The HTTP method.
            **options: RequestOptions.

        Raises:
            StatusError: When the status is not the expected one.
            NoResponseError: When no response came, or none was complete.
            UsageError: When the file can't be written.

        Examples:
        ```robotframework
        *** Test Cases ***
        The Logo Can Be Downloaded
            ${file} =    Download File    ${BASE_URL}/logo.png    ${OUTPUT_DIR}/logo.png
            Should Be True    ${file.size} > 0
        ```
        """
        from SteadyAPI.engine.request.download import FileSink
        from SteadyAPI.engine.request.expectation import expect
        from SteadyAPI.engine.request.file_name import file_name_of
        from SteadyAPI.report.console.download_progress import DownloadProgress

        opened, verb, asked = self.opened_url(url), checked_method(method), RequestOptions(**options)
        session = self.session_for(opened, alias)
        named_by_server = path.is_dir()
        sink = FileSink(path / "download" if named_by_server else path, expect(asked.expected_status).matches)
        shown = DownloadProgress(sink, opened, self._context.log)
        try:
            response = self.send(session, verb, opened, asked, sink=shown)
            if isinstance(response, str):
                return response
            if named_by_server:
                sink.target = path / file_name_of(response.headers.get("Content-Disposition", ""), response.url)
            sink.keep()
        finally:
            sink.drop()
            shown.wipe()
        return DownloadedFile(sink.target, sink.size, sink.sha256)

    @keyword(tags=["Request"])
    def open_file_for_upload(self, path: Path) -> BinaryIO:
        """Opens a file to be sent as `data` or a part without being read into memory; the request closes it.

        Args:
            path: The file.

        Raises:
            UsageError: When there is no such file, or it can't be read.

        Examples:
        ```robotframework
        *** Test Cases ***
        A Large File Is Sent
            ${file} =    Open File For Upload    ${CURDIR}/large.bin
            POST    ${BASE_URL}/echo    data=${file}
        ```
        """
        if path.is_dir():
            # An empty text means the working folder here.
            given = f"the folder {path}" if path.parts else "an empty one"
            raise UsageError(
                f"path: expected a path to a file, got {given}.\n  write for example: ${{CURDIR}}/large.bin"
            )
        try:
            return path.open("rb")
        except OSError as error:
            raise UsageError(f"{path} can't be sent: {error.strerror}.") from error

    @keyword(tags=["Request"])
    def create_multipart_part(
        self,
        name: str,
        content: Any = None,
        *,
        path: Path | None = None,
        filename: str | None = None,
        content_type: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Any:
        """Makes one part of a multipart body (RFC 7578), to be given to a request as `files`, or in a list of them.

        A name may come in several parts.

        Args:
            name: The form field's name.
            content: Text, bytes, a number or an open file.
            path: A file to send instead; it is read when the part is sent, each time.
            filename: The file name to send; by default the path's own, and none for a content.
            content_type: The part's content type.
            headers: Further headers of the part.

        Raises:
            UsageError: When neither or both of content and path are given, or the file can't be read.

        Examples:
        ```robotframework
        *** Test Cases ***
        Two Documents Go Under One Name
            ${one} =    Create Multipart Part    doc    first    filename=one.txt    content_type=text/plain
            ${two} =    Create Multipart Part    doc    second    filename=two.txt
            VAR    @{parts}    ${one}    ${two}
            POST    ${BASE_URL}/echo    files=${parts}
        ```
        """
        if (content is None) is (path is None):
            raise UsageError("expected content or path=, one of the two: a part has one body.")
        if path is not None:
            self.open_file_for_upload(path).close()
            content, filename = path, filename or path.name
        value = self._open(content, "content")
        return name, (filename, value, content_type, self._open(headers or {}, "headers"))
