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
        self.send_response(int(self.path.strip("/")))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def address():
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_what_does_not_answer_is_listed_and_what_refuses_apart(project, capsys, address):
    page = PAGE + f"\n[good]({address}/200) [gone]({address}/404) [shy](<{address}/403>)\n"
    sources = SOURCES.replace("https://www.govinfo.gov/app/details/STATUTE-88", f"{address}/500")
    assert main(["link-check", "--root", str(project({"docs/index.md": page, "data/sources.yml": sources}))]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "# Links to other sites", "", "4 asked, 2 broken, 1 refuse programs.", "", "## Broken", "",
        f"- `data/sources.yml:2` <{address}/500> answers 500", f"- `docs/index.md:15` <{address}/404> answers 404",
        "", "## Refused, to be opened by a person", "", f"- `docs/index.md:15` <{address}/403> answers 403"]


def test_an_address_where_nobody_is_is_broken(project, capsys):
    sources = SOURCES.replace("https://www.govinfo.gov/app/details/STATUTE-88", "http://127.0.0.1:9/x")
    assert main(["link-check", "--root", str(project({"data/sources.yml": sources}))]) == 0
    assert "<http://127.0.0.1:9/x> no answer: " in capsys.readouterr().out
