"""Charts and maps as pages for frames on other sites."""

from __future__ import annotations

import html5lib
import pytest

from macros.export.files import files
from macros.site.site import Site
from tests.conftest import PAGE

CHART = 'columns("departures", x="year", y="persons", unit="persons", title="Fewer & \\"fewer\\" <b>left</b>")'
TITLE = "Fewer &amp; &#34;fewer&#34; &lt;b&gt;left&lt;/b&gt;"
WANTED = f"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>{TITLE}</title>
<link rel="stylesheet" href="../assets/site.css">
<link rel="stylesheet" href="../assets/embed.css">
</head>
<body class="md-typeset">
<figure class="embed">
<figcaption>{TITLE} <small>Departures. Period: 1973 to 1975.</small></figcaption>
<div class="chart__frame chart__frame--columns chart__frame--left-6">
"""


@pytest.fixture
def page(project):
    """The page for a frame that a chart of the small project has, by a name of the page the chart stands on."""

    def made(path: str = "docs/index.md") -> tuple[str, str]:
        site = Site.read(project({path: PAGE + f"\n{{{{ {CHART} }}}}\n"}))
        return next((name, text) for name, text in files(site).items() if name.startswith("embed/"))

    return made


def test_a_chart_has_a_page_with_title_drawing_source_and_a_way_back(page):
    name, text = page()
    foot = text[text.index('<p class="chart__foot">'):]
    assert name == "embed/index-departures.html" and text.startswith(WANTED)
    assert foot == ('<p class="chart__foot">Source: U.S. Congress. License CC BY 4.0. <a href="../'
                    '#chart-departures" target="_top">Jackson-Vanik, Explained</a></p>\n</figure>\n</body>\n</html>')
    assert html5lib.HTMLParser(strict=True).parse(text) is not None


def test_where_the_site_has_an_address_the_page_gives_the_line_to_copy(page, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://site.invalid/x/")
    name, text = page("docs/law/index.md")
    frame = next(html5lib.parse(text, namespaceHTMLElements=False).iter("code")).text
    shown = html5lib.parseFragment(frame, namespaceHTMLElements=False)[0]
    assert 'href="../law/#chart-departures"' in text
    assert (shown.get("src"), shown.get("title")) == (
        "https://site.invalid/x/embed/law-index-departures.html", 'Fewer & "fewer" <b>left</b>')


@pytest.mark.parametrize("width", [390, 900])
def test_a_frame_shows_chart_and_map_whole_and_styled(built, browser, width):
    page = browser.new_page(viewport={"width": width, "height": 600})
    for name in ("story-soviet-emigration", "amendment-coverage-map-title-iv-countries"):
        page.goto((built / "embed" / f"{name}.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("figure svg:visible").first.bounding_box()["width"] > width / 2
    page.close()


def test_each_page_for_a_frame_is_valid_and_weighs_little(built):
    weights = {file.name: file.stat().st_size for file in (built / "embed").glob("*.html")}
    assert len(weights) > 90
    print("\n".join(f"{weight:7} {name}" for name, weight in sorted(weights.items(), key=lambda item: -item[1])[:5]))
    assert max(weight for name, weight in weights.items() if "-map-" not in name) < 60_000
