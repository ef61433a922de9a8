"""Adds the library to suites that were written without it, as its users do: one line more among their imports."""

from robot.api import SuiteVisitor, TestSuite


class AddSteadyAPI(SuiteVisitor):
    """For ``--prerunmodifier``: the suites stay as they are otherwise."""

    def start_suite(self, suite: TestSuite) -> None:
        suite.resource.imports.library("SteadyAPI")
