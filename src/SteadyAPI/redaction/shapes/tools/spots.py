"""All spots where a password stands that may be any text but an ordinary word, because of what is around it."""

from SteadyAPI.redaction.shapes.documents.elements import ELEMENTS
from SteadyAPI.redaction.shapes.tools.calls import CALLS
from SteadyAPI.redaction.shapes.tools.command_options import COMMAND_OPTIONS, OPTIONS
from SteadyAPI.redaction.shapes.tools.printed_secrets import PRINTED_SECRETS
from SteadyAPI.redaction.shapes.tools.shown_secrets import SHOWN_SECRETS
from SteadyAPI.redaction.shapes.tools.typed_texts import TYPED_TEXTS

SPOTS: tuple[tuple[str, str, str, str], ...] = (
    *CALLS,
    *COMMAND_OPTIONS,
    *ELEMENTS,
    *PRINTED_SECRETS,
    *SHOWN_SECRETS,
    *TYPED_TEXTS,
)
TOOLS_WITH_OPTIONS = tuple(tool for tool, _ in OPTIONS)
"""What the quick check knows tools by."""
