"""How readers reach a person: `CONTACT` beside the forms, and refused where it is no address."""

from __future__ import annotations

import pytest

from macros.site.site import Site

WANTED = ("in the environment; wanted: an address of mail, as in name@example.org, or of a page, as in "
          "https://example.org/contact")
FORMS = ("**Something wrong?** [Correct this page](https://git.invalid/o/n/blob/main/docs/index.md?plain=1#L1){} [say "
         "what is unclear](https://git.invalid/o/n/issues/new?template=unclear-page.yml&amp;page=index.md)")
NOTES = " With script each note leads to the line behind its figure."


@pytest.fixture
def read(project, monkeypatch):
    """The small site built with an address and a repository, or without."""

    def site(contact: str, repo: str = "") -> Site:
        monkeypatch.setenv("CONTACT", contact)
        monkeypatch.setenv("REPO_URL", repo)
        monkeypatch.delenv("REPO_BRANCH", raising=False)
        return Site.read(project())

    return site


@pytest.mark.parametrize(("contact", "repo", "said"), [
    ("", "", []),
    ("", "https://git.invalid/o/n", [FORMS.format(" or") + "." + NOTES]),
    ("desk+jv@mail.example.org", "",
     ["**Something wrong?** [Write to desk+jv@mail.example.org](mailto:desk+jv@mail.example.org?subject="
      "On%20index.md)."]),
    ("https://example.org/contact?a=1&b=2", "",
     ["**Something wrong?** [Write to a person](https://example.org/contact?a=1&amp;b=2)."]),
    ("desk@example.org", "https://git.invalid/o/n",
     [FORMS.format(",") + " or [write to desk@example.org](mailto:desk@example.org?subject=On%20index.md)." + NOTES]),
])
def test_the_end_of_a_page_says_how_to_reach_a_person(read, contact, repo, said):
    site = read(contact, repo)
    assert site.problems == []
    assert [line for line in site.markdown["index.md"].split("\n") if "Something wrong" in line] == said


@pytest.mark.parametrize("contact", [
    "javascript:alert(1)", "mailto:a@example.org", "a@b", "a@example.org?bcc=all@example.org", "a b@example.org",
    "a@example.org\nb@example.org", "a@example.org\n", "<a@example.org>", "https://", "https://localhost/x",
    "https://example.org/a b", "https://example.org/)[x](javascript:y)", "https://example.org/\"onclick=x",
    "https://user:secret@example.org/", "data:text/html,x", "//example.org", "{{ fact('x') }}", "é@example.org",
    "a@exa<b>mple.org", ".a@example.org", "a..b@example.org", " ", "https://example.org/" + "x" * 200])
def test_what_is_no_address_is_refused_with_a_message(read, contact):
    from macros.records.problems import shown

    site = read(contact)
    assert [str(problem) for problem in site.problems] == [f"CONTACT:1:1: {shown(contact)} {WANTED}"]
    assert "Something wrong" not in site.markdown["index.md"]
