"""Files that a ``$ref`` leads to: beside the document, and never on another machine."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from SteadyAPI.engine.contract.document import load_document
from SteadyAPI.engine.contract.violation import json_type
from SteadyAPI.errors import SchemaError

_SUFFIXES = (".json", ".yaml", ".yml")
_MOST_FILES = 500
_LARGEST = 1_000_000


class References:
    """Loads what references lead to: files below the document's folder, or below the folders of the suite.

    A document with an absolute ``$id`` refers to its neighbours by URLs. They are looked up beside its file: by the
    neighbour's own ``$id``, else by the path that it has relative to the document's.

    Args:
        document: The parsed document.
        file: Where it comes from; ``None`` for one that the suite wrote itself.
        folders: The suite's folders.
    """

    def __init__(self, document: Any, file: Path | None = None, folders: Sequence[Path] = ()) -> None:
        self._own = [file.resolve().parent] if file else []
        self._folders = [*self._own, *(folder.resolve() for folder in folders)]
        self._ids = [(identifier, self._own[0])] if self._own and (identifier := _id_of(document)) else []
        self.loaded = False

    def __call__(self, uri: str) -> Any:
        """Returns the parsed file.

        Raises:
            ValueError: When it leads to another machine, outside of the folders, or to no schema. The message never
                shows what a file contains.
        """
        path = self._path(uri)
        if not any(path.is_relative_to(folder) for folder in self._folders):
            raise ValueError("it is outside of the folder of the document and those of the suite, and isn't read")
        try:
            document = load_document(path)
        except SchemaError as error:
            if isinstance(error.__cause__, OSError):
                raise ValueError(str(error)) from error  # noqa: TRY004  a retriever's errors are values that are wrong
            raise ValueError("the file is neither JSON nor YAML") from None
        if not isinstance(document, dict | list | bool):
            raise ValueError(f"the file is no schema: expected object or boolean, got {json_type(document)}")  # noqa: TRY004  the same
        self.loaded = True
        if identifier := _id_of(document):
            self._ids.append((identifier, path.parent))
        return document

    def _path(self, uri: str) -> Path:
        parts = urlsplit(uri)
        path = Path(unquote(parts.path)).resolve() if parts.scheme == "file" else None
        if path is not None and path.is_file():
            return path
        # A neighbour may have an $id that is a whole URI, or the path of one: /schemas/address.
        found = next((each for each in self._neighbours() if urljoin(each.as_uri(), _id_in(each)) == uri), None)
        if found or path is None:
            return found or self._beside(uri)
        return path

    def _neighbours(self) -> Iterator[Path]:
        """Yields the schemas in the document's folder and below; a large file is no neighbour but a document."""
        seen = 0
        for folder in self._own or self._folders[:1]:
            for path in folder.rglob("*"):
                seen += 1
                if seen > _MOST_FILES:
                    return
                if path.suffix.lower() in _SUFFIXES and path.is_file() and path.stat().st_size <= _LARGEST:
                    yield path.resolve()

    def _beside(self, uri: str) -> Path:
        for identifier, folder in self._ids:
            start = identifier.rpartition("/")[0] + "/"
            path = (folder / unquote(urlsplit(uri.removeprefix(start)).path)).resolve()
            if uri.startswith(start) and path.is_file():
                return path
        raise ValueError("it is not on this machine, and a $ref is never fetched; save it beside the schema")


def _id_of(document: Any) -> str:
    identifier = (document.get("$id") or document.get("id")) if isinstance(document, dict) else ""
    return identifier.partition("#")[0] if isinstance(identifier, str) else ""


def _id_in(path: Path) -> str:
    try:
        return _id_of(load_document(path))
    except SchemaError:
        return ""
