"""YAML is read with places, and what a reader could mistake is refused."""

import pytest

from macros.records.reading import MAX_BYTES, read, read_text


def said(text: str) -> list[str]:
    return [str(problem) for problem in read_text(text, "f.yml").problems]


def test_values_keep_their_types_and_places():
    document = read_text("a: 1\nb: [x, 2.5, true, null]\nc: '01'\nd: 2025-11-06\n", "f.yml")
    assert document.value == {"a": 1, "b": ["x", 2.5, True, None], "c": "01", "d": "2025-11-06"}
    assert document.place(("b", 1)) == (2, 8)
    assert document.place(("c",), key=True) == (3, 1)
    assert document.problems == []


@pytest.mark.parametrize(("text", "message"), [
    ("a: no\n", "f.yml:1:4: 'no' without quotes: YAML reads it as true or false; "
                "quote it if it is text"),
    ("a: Yes\n", "f.yml:1:4: 'Yes' without quotes: YAML reads it as true or false; "
                 "quote it if it is text"),
    ("a: 010\n", "f.yml:1:4: '010' without quotes: YAML reads it as an octal number; "
                 "quote it if it is text"),
    ("a: 12:30\n", "f.yml:1:4: '12:30' without quotes: YAML reads it as a number of base 60; "
                   "quote it if it is text"),
    ("a: 0x1F\n", "f.yml:1:4: '0x1F' without quotes: YAML reads it as a number of another base; "
                  "quote it if it is text"),
    ("a: 1e5\n", "f.yml:1:4: '1e5' without quotes: powers of ten are not used here; "
                 "quote it if it is text"),
    ("a: .nan\n", "f.yml:1:4: '.nan' without quotes: it is not a number that can be printed; "
                  "quote it if it is text"),
    ("a: 1_000\n", "f.yml:1:4: '1_000' without quotes: write digits only, as in 0.5; "
                   "quote it if it is text"),
    ("a: True\n", "f.yml:1:4: 'True' without quotes: write it in small letters; "
                  "quote it if it is text"),
    ("a: 2025-01-01 10:00\n", "f.yml:1:4: '2025-01-01 10:00' without quotes: "
                              "YAML reads it as a point in time; quote it if it is text"),
    ("a: 1\nb: 2\na: 3\n", "f.yml:3:1: key 'a' stands here twice; keep one"),
    ("a: &x 1\n", "f.yml:1:4: an anchor, &x; write the value out"),
    ("a: !!python/object:os.system 1\n",
     "f.yml:1:4: a tag, tag:yaml.org,2002:python/object:os.system; write a plain value"),
    ("a:\n\tb: 1\n", "f.yml:2:1: a tab; indent with spaces"),
    ("a: 1\n---\nb: 2\n", "f.yml:2:1: a second document; one file, one document"),
    ("? [a]\n: 1\n", "f.yml:1:3: not YAML: a key must be a word"),
    ("a: [1, 2\n", "f.yml:2:1: not YAML: did not find expected ',' or ']'; a comma is missing here, or the bracket is "
                   "not closed; a value with a comma, colon, bracket or # wants quotes"),
])
def test_what_could_be_mistaken_is_refused(text, message):
    assert said(text) == [message]


def test_an_alias_is_refused_beside_its_anchor():
    assert said("a: &x [1]\nb: *x\n") == ["f.yml:1:4: an anchor, &x; write the value out",
                                          "f.yml:2:4: an alias, *x; write the value out"]


def test_deep_nesting_is_refused():
    assert said("a: " + "[" * 20 + "]" * 20) == ["f.yml:1:12: not YAML: nested more than 8 deep"]
    assert said("a: " + "[" * 5000 + "]" * 5000) == [
        "f.yml:1:1003: not YAML: exceeded maximum nesting depth"]


def test_a_file_too_large_is_not_parsed(tmp_path):
    file = tmp_path / "big.yml"
    file.write_text("a: " + "x" * MAX_BYTES)
    assert [str(problem) for problem in read(file, "big.yml").problems] == [
        "big.yml:1:1: the file is larger than 1,000,000 bytes; split it by subject"]


def test_a_symbolic_link_is_not_followed(tmp_path):
    (tmp_path / "there.yml").write_text("a: 1\n")
    (tmp_path / "here.yml").symlink_to(tmp_path / "there.yml")
    assert [str(problem) for problem in read(tmp_path / "here.yml", "here.yml").problems] == [
        "here.yml:1:1: symbolic links are not read; put the file itself here"]


def test_bytes_that_are_not_utf_8_are_refused(tmp_path):
    (tmp_path / "f.yml").write_bytes(b"a: caf\xe9\n")
    assert [str(problem) for problem in read(tmp_path / "f.yml", "f.yml").problems] == [
        "f.yml:1:7: a byte that is not UTF-8; save the file as UTF-8"]
