"""Checks that do not end their test; their failures are reported together."""

from typing import Any

from robot.api.deco import keyword
from robot.libraries.BuiltIn import BuiltIn, register_run_keyword

from SteadyAPI.errors import ExpectationError
from SteadyAPI.keywords.support.group import KeywordGroup

# Robot Framework would otherwise replace the variables in the arguments twice.
register_run_keyword("SteadyAPI", "check_softly", 1, deprecation_warning=False)  # type: ignore[no-untyped-call]  # as it is there


class SoftKeywords(KeywordGroup):
    """Soft assertions."""

    @keyword(tags=["Contract"])
    def check_softly(self, name: str, *arguments: Any) -> bool:
        """Runs a keyword and, if it fails, goes on: the test fails at its end, or at `Soft Checks Should Pass`.

        So one run tells everything that is wrong. Errors that end a run (time limits, syntax errors) are not held back.

        Args:
            name: The keyword, of this library or any other.
            arguments: Its arguments.

        Returns:
            Whether it passed.

        Examples:
        ```robotframework
        *** Test Cases ***
        All That Is Wrong With A Product Is Told At Once
            GET    ${BASE_URL}/products/3
            Check Softly    Response Status Should Be    200
            Check Softly    Response Should Match Schema    models.Product
            Soft Checks Should Pass
        ```
        """
        passed, message = BuiltIn().run_keyword_and_ignore_error(name, *arguments)  # pyright: ignore[reportArgumentType]  a name is a text
        if passed == "PASS":
            self._context.failures.passed()
            return True
        text = str(message)
        self._context.failures.add(text)
        self._context.log.html(f'<b class="fail">failed</b>, told at the end: {_escaped(text)}')
        return False

    @keyword(tags=["Contract"])
    def soft_checks_should_pass(self) -> None:
        """Fails if a `Check Softly` failed since the test began, or since this keyword was last used, and lists all.

        A test that ends without it fails all the same when a `Check Softly` failed.

        Raises:
            ExpectationError: When a check failed; it lists every failure.

        Examples:
        ```robotframework
        *** Test Cases ***
        Two Things About The Shop
            GET    ${BASE_URL}/health
            Check Softly    Response Status Should Be    200
            Soft Checks Should Pass
        ```
        """
        message = self._context.failures.take()
        if message:
            raise ExpectationError(message)


def _escaped(text: str) -> str:
    from html import escape

    return escape(text, quote=False).replace("\n", "<br>")
