"""The shapes that Kinto's API documents (https://docs.kinto-storage.org/en/stable/api/1.x/)."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

Name = Annotated[str, Field(pattern=r"^[a-zA-Z0-9][a-zA-Z0-9_-]*$")]
# Milliseconds since 1970; Kinto's ETag is this number in quotes.
Timestamp = Annotated[int, Field(gt=1_500_000_000_000)]


class Stored(BaseModel):
    """What everything that Kinto stores has."""

    id: Name
    last_modified: Timestamp


class Permissions(BaseModel):
    """Who may do what; a permission that nobody was given is absent."""

    write: list[str]
    read: list[str] = Field(default_factory=list)


class Place(BaseModel):
    """The response about a bucket or a collection: data and permissions in one envelope, as everywhere in Kinto."""

    data: Stored
    permissions: Permissions


class Task(Stored):
    """A record of the suites; Kinto takes any fields."""

    title: str
    hours: Annotated[float, Field(gt=0)]
    done: bool
    tags: list[str]
    due: date | None


class TaskRecord(BaseModel):
    """The response about one record."""

    data: Task
    permissions: Permissions


class Nothing(BaseModel):
    """An object without a field."""


class SharedTaskRecord(BaseModel):
    """The response to someone who may read a record but not change it: who else may is hidden."""

    data: Task
    permissions: Nothing


class TaskList(BaseModel):
    """The response about several records: no permissions here."""

    data: list[Task]


class Tombstone(Stored):
    """What stays of something deleted."""

    deleted: Literal[True]


class Deleted(BaseModel):
    """The response to the removal of one thing."""

    data: Tombstone


class Changes(BaseModel):
    """The response about what happened since a moment: what was written, and what was deleted."""

    data: list[Task | Tombstone]


class Account(Stored):
    """An account; its password comes back as a bcrypt hash."""

    password: Annotated[str, Field(pattern=r"^\$2b\$12\$.{53}$")]


class AccountRecord(BaseModel):
    """The response about one account."""

    data: Account
    permissions: Permissions


class User(BaseModel):
    """Who Kinto takes the caller for."""

    id: str
    principals: list[str]


class Settings(BaseModel):
    """The settings that Kinto shows to everyone."""

    readonly: bool
    explicit_permissions: bool
    batch_max_requests: int


class Capability(BaseModel):
    """An optional part of Kinto that this server has; some tell more of themselves."""

    description: str
    url: str
    validation_enabled: bool = False


class ServerInfo(BaseModel):
    """The response of ``/v1/``; ``user`` is there for a caller who has signed in."""

    project_name: str
    project_version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    http_api_version: Annotated[str, Field(pattern=r"^1\.\d+$")]
    project_docs: str
    url: Annotated[str, Field(pattern=r"^https://")]
    config: Any
    settings: Settings
    capabilities: dict[str, Capability]
    user: User | None = None


class InvalidPart(BaseModel):
    """One reason why a request is not valid."""

    location: Literal["body", "querystring", "header", "path"]
    name: str
    description: str


class Existing(BaseModel):
    """What stands in the way of a conditional request."""

    existing: Task


class Missing(BaseModel):
    """What was asked for and is not there."""

    id: Name
    resource_name: str


class Error(BaseModel):
    """The body of every response from 400 on; ``errno`` tells the reasons apart that share a status."""

    code: Annotated[int, Field(ge=400, le=599)]
    errno: Literal[104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 121, 122, 201, 202, 999]
    error: str
    message: str = ""
    info: str = ""
    details: list[InvalidPart] | Existing | Missing = Field(default_factory=list)


class Outcome(BaseModel):
    """The response to one request of a batch."""

    status: Annotated[int, Field(ge=200, le=599)]
    path: Annotated[str, Field(pattern=r"^/v1/")]
    headers: dict[str, str]
    body: TaskRecord | Error


class Batch(BaseModel):
    """The responses to a batch, in the order of its requests."""

    responses: list[Outcome]
