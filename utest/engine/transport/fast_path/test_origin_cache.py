from SteadyAPI.engine.transport.fast_path.origin_cache import origin_of, remember


def test_what_is_remembered_stays_bounded() -> None:
    memory: dict[int, int] = {}
    for number in range(600):
        remember(memory, number, number)
    assert len(memory) <= 256
    assert memory[599] == 599


def test_an_origin_is_what_stands_in_front_of_the_path() -> None:
    assert [origin_of("https://a.test/x/y"), origin_of("https://a.test")] == ["https://a.test", "https://a.test"]
