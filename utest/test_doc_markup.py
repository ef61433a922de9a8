from SteadyAPI.doc_markup import robot_markup

MARKDOWN = """Does something with `Get Token`.

## Chapter

Text.

Args:
    name: What it is called; such as
        this or that.
    **more: Others.

Raises:
    UsageError: When not.

Examples:
```robotframework
*** Test Cases ***
It Works
    Log    hello
```

The end."""
ROBOT = """Does something with `Get Token`.

== Chapter ==

Text.

*Arguments:*

- ``name``: What it is called; such as
  this or that.
- ``**more``: Others.

*Fails:*

- ``UsageError``: When not.

*Example:*

| *** Test Cases ***
| It Works
|     Log    hello

The end."""


def test_markdown_becomes_the_markup_of_robot_framework() -> None:
    assert robot_markup(MARKDOWN) == ROBOT


def test_text_without_markup_stays() -> None:
    assert robot_markup("Does something.\n\n    indented") == "Does something.\n\n    indented"
