import inspect
from datetime import timedelta

import pytest

from SteadyAPI.arguments import REQUEST_OPTION_DOCS, RequestOptions, signature


def test_a_signature_has_its_texts_first_and_every_option_by_name() -> None:
    made, annotations = signature("alias", "url")
    parameters = list(made.parameters.values())
    assert [parameter.name for parameter in parameters[:3]] == ["self", "alias", "url"]
    assert {parameter.kind for parameter in parameters[3:]} == {inspect.Parameter.KEYWORD_ONLY}
    assert annotations["alias"] is str
    assert annotations["timeout"] == timedelta | None


def test_every_option_is_documented() -> None:
    documented = {line.strip().partition(":")[0] for line in REQUEST_OPTION_DOCS.splitlines()}
    assert set(RequestOptions.__annotations__) <= documented


def test_options_that_are_not_given_have_their_defaults() -> None:
    options = RequestOptions(json={"a": 1})
    assert (options.json, options.data, options.contract) == ({"a": 1}, None, True)


def test_an_unknown_option_is_refused() -> None:
    with pytest.raises(TypeError, match="no such options: colour"):
        RequestOptions(colour="red")
