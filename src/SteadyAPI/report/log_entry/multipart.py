"""The parts of a multipart body (RFC 7578), each on its lines."""

from email.message import Message

from SteadyAPI.engine.units import size
from SteadyAPI.redaction.artefact.unit import Masker
from SteadyAPI.report.log_entry.body_kind import BodyKind, body_kind, decoded, media_type_of


def parts_of(content: bytes, content_type: str, mask: Masker) -> list[str]:
    """Returns a line for each part: name and text, or name, file, type and size."""
    boundary = _parameter(content_type, "boundary")
    if not boundary:
        return mask(content.decode("utf-8", "replace")).splitlines()
    pieces = content.split(b"--" + boundary.encode("latin-1", "replace"))
    return [line for piece in pieces[1:] if not piece.startswith(b"--") for line in _part(piece, mask)]


def _part(piece: bytes, mask: Masker) -> list[str]:
    head, _, body = piece.strip(b"\r\n").partition(b"\r\n\r\n")
    headers = {
        name.strip().lower(): value.strip()
        for name, _, value in (line.partition(":") for line in head.decode("utf-8", "replace").splitlines())
    }
    disposition, content_type = headers.get("content-disposition", ""), headers.get("content-type", "")
    title = _parameter(disposition, "name") or "part"
    file = _parameter(disposition, "filename")
    if not file and body_kind(body, content_type or "text/plain") is not BodyKind.BINARY:
        # Masked together with its head: the name of a field can mark its value as a secret.
        masked = mask(f"{head.decode('utf-8', 'replace')}\r\n\r\n{decoded(body, content_type)}")
        value = masked.partition("\r\n\r\n")[2]
        first, *rest = f"{mask(title)} = {value}".splitlines()
        return [first, *(f"  {line}" for line in rest)]
    facts = [mask(file), media_type_of(content_type), size(len(body))]
    return [f"{mask(title)} · {' · '.join(fact for fact in facts if fact)}"]


def _parameter(header: str, name: str) -> str:
    """Returns a parameter of a header value, unquoted."""
    message = Message()
    message["Content-Type"] = header.replace("\r", " ").replace("\n", " ")
    value = message.get_param(name)
    return value if isinstance(value, str) else ""
