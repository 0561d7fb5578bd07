"""The HTML page as its readers use it, in Chromium; skipped where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.domain.table import TableOptions
from qualcode.services import demo
from qualcode.services.reporting import ReportRequest
from qualcode.services.workspace import Project, open_project

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not BROWSER or not DRIVER, reason="Chromium and its driver are not installed"
)
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """A browser with an empty profile that fetches nothing by itself."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = str(BROWSER)
    for one in (*QUIET, f"--user-data-dir={tmp_path_factory.mktemp('browser')}"):
        options.add_argument(one)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    found = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
    yield found
    found.quit()


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """The sample."""
    path, _ = demo.build(tmp_path / "demo")
    with open_project(path, coder="anna") as found:
        yield found


def _opened(browser, project: Project, tmp_path: Path, **request) -> None:
    page = project.reporting.write(tmp_path / "report.html", ReportRequest(**request))
    browser.get(page.as_uri())


def test_a_click_on_a_number_opens_its_words(browser, project: Project, tmp_path: Path) -> None:
    """All passages that may be quoted, how many may not, and escape puts them away."""
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    _opened(browser, project, tmp_path, language="sv")
    table = project.tables.make("conditions", TableOptions(language="sv"))
    consent = {person.id for person in project.participants.list() if person.consent == "yes"}
    material = project.tables.material(texts=True)
    rows = {row.coding: row for row in material.codings}
    dialog = browser.find_element(By.ID, "words")
    for row in table.rows[:2]:
        cell = next(c for c in list(row.cells.values())[1:] if c.value)
        passages = {
            (r.document_id, r.start, r.end): r.participant_id
            for r in (rows[one] for one in cell.codings)
        }
        allowed = sum(who in consent for who in passages.values())
        button = browser.find_element(By.CSS_SELECTOR, f'button[data-evidence="{cell.evidence}"]')
        browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", button)
        button.click()
        assert dialog.is_displayed()
        quotes = dialog.find_elements(By.CSS_SELECTOR, "blockquote p")
        assert len(quotes) == allowed
        text = " ".join(
            material.quote(
                *next(iter(at for at, who in passages.items() if who in consent))
            ).split()
        )
        assert any(text[:30] in quote.text for quote in quotes)
        back = len(passages) - allowed
        assert (f"{back} passage" in dialog.text) == bool(back)
        assert cell.evidence in dialog.text
        dialog.send_keys(Keys.ESCAPE)
        assert not dialog.is_displayed()


def test_the_keyboard_does_what_the_mouse_does(browser, project: Project, tmp_path: Path) -> None:
    """Enter on a number opens its words, and the button in the window closes it."""
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    _opened(browser, project, tmp_path, language="en")
    dialog = browser.find_element(By.ID, "words")
    button = browser.find_element(By.CSS_SELECTOR, "button[data-evidence]")
    button.send_keys(Keys.ENTER)
    assert dialog.is_displayed()
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    assert not dialog.is_displayed()
    assert browser.switch_to.active_element == button


def test_nothing_is_fetched_and_nothing_fails(browser, project: Project, tmp_path: Path) -> None:
    """The page asks the network for nothing and its log is empty."""
    _opened(browser, project, tmp_path, language="da")
    asked = browser.execute_script(
        "return performance.getEntriesByType('resource').map((one) => one.name)"
    )
    assert asked == []
    assert [line for line in browser.get_log("browser") if line["level"] == "SEVERE"] == []


def test_a_public_page_holds_no_words(browser, project: Project, tmp_path: Path) -> None:
    """Nothing to click, no script, and no words of an informant in its source."""
    from selenium.webdriver.common.by import By

    _opened(browser, project, tmp_path, language="en", profile="public")
    assert browser.find_elements(By.CSS_SELECTOR, "button[data-evidence], script, dialog") == []
    source = (tmp_path / "report.html").read_text("utf-8")
    assert all(coding.quote[:40] not in source for coding in project.codings.list())
