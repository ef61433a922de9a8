from SteadyAPI.keywords.support.request_options import RequestOptions


def test_every_option_is_documented() -> None:
    documented = {line.strip().partition(":")[0] for line in RequestOptions.DOCS.splitlines()}
    assert set(RequestOptions.__annotations__) <= documented


def test_options_that_are_not_given_have_their_defaults() -> None:
    options = RequestOptions(json={"a": 1})
    assert (options.json, options.data, options.contract) == ({"a": 1}, None, True)
