"""Takes the pictures of the guides from a real run of the demo, with a headless Chromium.

uv run poe screenshots
"""

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent / "atest" / "report"))

from Chromium import Chromium  # noqa: E402  it stands with the tests that use it

from SteadyAPI.commands.demo import demo  # noqa: E402

OPEN = """(async () => {{
    expandAll('{test}');
    await new Promise(done => setTimeout(done, 600));
    document.querySelectorAll('#{test} details').forEach(entry => entry.open = true);
}})()"""
SAVED, BROKEN = "s1-t7", "s1-t2"


def take(folder: Path) -> None:
    """Runs the tour and the failing tests into a folder, and takes all pictures."""
    tour, failing = folder / "tour", folder / "failing"
    demo(["--output", str(tour)])
    demo(["--failing", "--output", str(failing)])
    browser = Chromium()
    try:
        for theme, ending in (("light", ""), ("dark", "-dark")):
            browser.open_file(tour / "log.html", SAVED, theme)
            browser.run_script(OPEN.format(test=SAVED))
            browser.take_screenshot(HERE / f"log-entry{ending}.png", height=640, width=1000, below=f"#{SAVED}")
            browser.open_file(tour / "api-report.html", theme=theme, width=1000)
            browser.take_screenshot(HERE / f"api-report{ending}.png", height=1000, width=1000)
        browser.open_file(failing / "log.html", BROKEN)
        browser.take_screenshot(HERE / "log-failure.png", height=560, width=1000, below=f"#{BROKEN}")
        browser.open_file(tour / "report.html")
        browser.take_screenshot(HERE / "report-metadata.png", height=520, width=1000)
    finally:
        browser.close_browser()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        take(Path(place))
