"""Where the signs of rules stand in a text: many rules share a sign, and each is looked for once."""


class SignPlaces:
    """The places of signs in a text in lower case."""

    __slots__ = ("_found", "_lower")

    def __init__(self, lower: str) -> None:
        self._lower = lower
        self._found: dict[str, list[int]] = {}

    def __call__(self, sign: str) -> list[int]:
        """Returns where ``sign`` begins, in order; places overlap if it overlaps itself."""
        places = self._found.get(sign)
        if places is None:
            places = self._found[sign] = []
            find = self._lower.find
            place = find(sign)
            while place >= 0:
                places.append(place)
                place = find(sign, place + 1)
        return places
