import subprocess
import sys

LOADED = "import sys, SteadyAPI.library; print(*(name for name in sys.modules if name.startswith({prefixes!r})))"
LIGHT = {
    "SteadyAPI.engine",
    "SteadyAPI.engine.detail",
    "SteadyAPI.engine.ledger",
    "SteadyAPI.engine.token",
    "SteadyAPI.engine.token.cache",
    "SteadyAPI.engine.token.grant",
}
"""What keyword signatures and listeners need of the engine."""


def loaded(*prefixes: str) -> set[str]:
    """Returns the modules that a new process has loaded after importing the library."""
    code = LOADED.format(prefixes=prefixes)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_library_loads_no_engine() -> None:
    assert loaded("SteadyAPI.engine", "SteadyAPI.report") - LIGHT == set()


def test_importing_the_library_loads_none_of_the_packages_it_rests_on() -> None:
    assert loaded("requests", "urllib3", "pydantic", "tenacity") == set()
