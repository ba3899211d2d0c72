"""`python -m macros link-check`: links to other sites are reported, and never fail a run. Asks this machine only."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from macros.cli.main import main
from tests.conftest import PAGE, SOURCES


class Answers(BaseHTTPRequestHandler):
    """Answers /404 with 404, and so on."""

    def do_GET(self) -> None:
        self.send_response(int(self.path.rpartition("/")[2]))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(autouse=True)
def _opener_of_its_own(monkeypatch):
    """The opener that urlopen makes at its first call keeps the proxies of that moment, here for other tests too."""
    monkeypatch.setattr("urllib.request._opener", None)


@pytest.fixture
def other_sites(monkeypatch):
    """All of them are this machine, which stands as a proxy before them."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.server_port}")
        monkeypatch.setenv("no_proxy", "")
        yield
        server.shutdown()


@pytest.mark.usefixtures("other_sites")
def test_what_does_not_answer_is_listed_and_what_refuses_apart(project, capsys):
    page = PAGE + "\n[good](http://a.invalid/200) [gone](http://a.invalid/404) [shy](<http://a.invalid/403>)\n"
    sources = SOURCES.replace("https://www.govinfo.gov/app/details/STATUTE-88", "http://b.invalid/500")
    assert main(["link-check", "--root", str(project({"docs/index.md": page, "data/sources.yml": sources}))]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "# Links to other sites", "", "4 asked, 2 broken, 1 refuse programs.", "", "## Broken", "",
        "- `data/sources.yml:2` <http://b.invalid/500> answers 500",
        "- `docs/index.md:15` <http://a.invalid/404> answers 404", "",
        "## Refused, to be opened by a person", "", "- `docs/index.md:15` <http://a.invalid/403> answers 403"]


def test_an_address_where_nobody_is_is_broken(project, capsys, monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    sources = SOURCES.replace("https://www.govinfo.gov/app/details/STATUTE-88", "http://nobody.invalid/x")
    assert main(["link-check", "--root", str(project({"data/sources.yml": sources}))]) == 0
    assert "<http://nobody.invalid/x> no answer: " in capsys.readouterr().out
