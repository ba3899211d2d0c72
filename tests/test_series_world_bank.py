"""Answers of the World Bank's interface, recorded in its form with figures of our own."""

from __future__ import annotations

import json

import pytest

from scripts.series import world_bank


def value(country, year, number, code="BX.TRF.PWKR.DT.GD.ZS"):
    return {"indicator": {"id": code, "value": "Personal remittances"}, "country": {"id": "XX", "value": country},
            "countryiso3code": country, "date": str(year), "value": number, "unit": "", "obs_status": "", "decimal": 1}


def answer(*values, pages=1):
    return json.dumps([{"page": 1, "pages": pages, "per_page": 20000, "total": len(values)}, list(values)])


def test_an_answer_becomes_lines_in_order_as_it_prints_them(tmp_path, capsys):
    (tmp_path / "a.json").write_text(answer(value("TJK", 2024, 47.9012345678901), value("KGZ", 2024, 24),
                                            value("KGZ", 2025, None)), "utf-8")
    world_bank.main([str(tmp_path / "a.json"), str(tmp_path / "a.csv")])
    assert (tmp_path / "a.csv").read_text("utf-8") == (
        "geo,time,bx_trf_pwkr_dt_gd_zs\nkgz,2024,24\ntjk,2024,47.9012345678901\n")
    assert capsys.readouterr().out == f"{tmp_path / 'a.csv'}: 2 values\n"


@pytest.mark.parametrize(("text", "said"), [
    ("<html>", "wanted: an answer of the Indicators API, [counts, values]; found: '<html>'"),
    ('[{"message": [{"id": "120"}]}]', "wanted: an answer of the Indicators API, [counts, values]; "
                                       "found: '[{\"message\": [{\"id\": \"120\"}]}]'"),
    (answer(value("KGZ", "recent", 1)), None),
    (answer(value("KGZ", 2024, 1), pages=3), "page 1 of 3; ask for all of it by per_page="),
    (answer(), "wanted: values of one indicator; found: none"),
    (answer(value("KGZ", 2024, 1), value("KGZ", 2024, 1, "NY.GDP.MKTP.CD")),
     "wanted: values of one indicator; found: BX.TRF.PWKR.DT.GD.ZS, NY.GDP.MKTP.CD"),
])
def test_any_other_answer_is_refused_and_nothing_written(tmp_path, text, said):
    (tmp_path / "a.json").write_text(text, "utf-8")
    with pytest.raises(SystemExit) as stop:
        world_bank.main([str(tmp_path / "a.json"), str(tmp_path / "a.csv")])
    assert str(stop.value.code).startswith(f"{tmp_path / 'a.json'}: {said or 'wanted: an answer'}")
    assert not (tmp_path / "a.csv").exists()
