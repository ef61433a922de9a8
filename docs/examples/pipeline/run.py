"""Starts the service, tests it, scrubs and sums up what the tests left. In CI and by hand, on every system."""

import os
import re
import secrets
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
RESULTS = HERE / "results"
PYTHON = [sys.executable, "-m"]
TESTS = ["pabot.pabot", "--processes", "2", "--listener", "SteadyAPI.Redactor", "--outputdir", str(RESULTS)]


def start_service(environment: dict[str, str]) -> tuple[subprocess.Popen[str], str]:
    """Starts the demo shop on a free port, and returns its process and its address, which it prints first."""
    command = [*PYTHON, "SteadyAPI", "server", "--port", "0"]
    service = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    found = re.search(r"http://[\d.:]+", service.stdout.readline() if service.stdout else "")
    if found is None:
        service.kill()
        sys.exit("The service did not start.")
    return service, found[0].rstrip(":")


def main() -> int:
    """Returns the exit code of the job: 0 when the tests passed and nothing secret is left."""
    environment = {**os.environ, "SHOP_PASSWORD": os.environ.get("SHOP_PASSWORD") or secrets.token_urlsafe(12)}
    service, environment["BASE_URL"] = start_service(environment)
    try:
        tests = subprocess.run([*PYTHON, *TESTS, "--xunit", "xunit.xml", str(HERE / "tests")], env=environment)
    finally:
        service.terminate()
        service.communicate()
    scrub = subprocess.run([*PYTHON, "SteadyAPI", "scrub", str(RESULTS)], env=environment)
    subprocess.run([*PYTHON, "SteadyAPI", "report", str(RESULTS), "--markdown"], env=environment)
    return tests.returncode or scrub.returncode


if __name__ == "__main__":
    sys.exit(main())
