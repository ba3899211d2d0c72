"""A small project with a table for each kind of map, and what its page makes of a call."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from macros.engine.html.allow_list import forbidden
from macros.site.site import Site
from tests.conftest import PAGE

HEAD = "title: T\ncaption: What it shows.\nas_of: 2026-11\nchecked: 2026-11-24\nrows:\n"
COUNTRY = ("- {{id: {0}, country: {1}, region: R, status: {2}, covered: true, basis: b, "
           "sources: [law]}}\n")
REGION = {"Kazakhstan": "compliance", "Uzbekistan": "waiver", "Turkmenistan": "waiver",
          "Tajikistan": "compliance", "Azerbaijan": "compliance", "Kyrgyzstan": "permanent",
          "Georgia": "permanent", "Armenia": "permanent"}
STATUS = ("table: status\nkind: country\ncolumns: [{name: region, type: string, title: Region, description: D.}, "
          "{name: basis, type: string, title: Present basis, description: D.}]\n") + HEAD + "".join(
    COUNTRY.format(name.lower(), name, status) for name, status in REGION.items())
PLACE = "- {{id: {0}, name: {1}, country: {2}, lat: {3}, lon: {4}, what: {5}, sources: [law]}}\n"
STOPS = [("aktau", "Aktau", "Kazakhstan", 43.61, 51.22, "port"),
         ("alat", "Alat", "Azerbaijan", 39.98, 49.42, "port"),
         ("baku", "Baku", "Azerbaijan", 40.41, 49.87, "city"),
         ("tbilisi", "Tbilisi", "Georgia", 41.72, 44.79, "city"),
         ("poti", "Poti", "Georgia", 42.15, 41.67, "port"),
         ("batumi", "Batumi", "Georgia", 41.65, 41.64, "port")]
PLACES = "table: places\nkind: place\n" + HEAD + "".join(PLACE.format(*stop) for stop in STOPS) + (
    "- {id: nowhere, name: Somewhere, country: Georgia, what: mine, sources: [law]}\n"
    "- {id: far, name: Cape, country: South Africa, lat: -34.0, lon: 18.0, what: cape, sources: [law]}\n")
LEG = "- {{id: {0}, route: {1}, start: {2}, end: {3}, mode: {4}, state: {5}, sources: [law]}}\n"
STEPS = [("sea", "middle", "aktau", "alat", "sea", "operating"),
         ("r1", "middle", "alat", "tbilisi", "rail", "operating"),
         ("r2", "middle", "tbilisi", "poti", "rail", "operating"),
         ("r3", "branch", "tbilisi", "batumi", "rail", "planned"),
         ("p1", "branch", "baku", "tbilisi", "pipeline", "suspended")]
LEGS = ("table: legs\nkind: leg\ncolumns: [{name: km, type: number, title: Length, description: D., unit: kilometers, "
        "required: false}]\n") + HEAD + "".join(LEG.format(*step) for step in STEPS)
KAZAKHSTAN = PAGE.replace("{{ fact(\"covered\") }}", "eight").replace(
    '{{ table("departures", columns=["year", "persons"]) }}', "None.").replace("# What", "# Who")

COUNTRY_MAP = 'country_map("status", value="status", title="Who is covered")'
PLACE_MAP = 'place_map("places", title="Ports", where={"what": ["port", "city"]})'
ROUTE_MAP = ('route_map("legs", "places", title="Routes", '
             'routes={"middle": "Middle Corridor", "branch": "Branch"})')


def files(call, **more):
    """The project, with a call on the page docs/maps.md."""
    return {"data/status.yml": STATUS, "data/places.yml": PLACES, "data/legs.yml": LEGS,
            "docs/countries/kazakhstan.md": KAZAKHSTAN,
            "docs/maps.md": PAGE + f"\n{{{{ {call} }}}}\n", **more}


def messages(problems, call, **more):
    """What is said of a call in docs/maps.md."""
    found = problems(files(call, **more))
    return [text.split(": ", 1)[1] for text in found if text.startswith("docs/maps.md")]


def drawing(project, call, **more):
    """The Markdown that a call makes, and its drawings, each with the ground that it uses."""
    site = Site.read(project(files(call, **more)))
    assert not [text for text in map(str, site.problems) if text.startswith("docs/maps.md")]
    text = site.markdown["maps.md"]
    found = re.findall(r'<svg class="map__svg.*?</svg>', text, re.S)
    frame, = re.findall(r'<div class="map__frame">.*?</ul>', text, re.S)
    assert len(found) in (2, 4) and not list(forbidden(frame))
    ground = dict(re.findall(r'<g id="([^"]+)-ground">(.*?)</g>', text, re.S))
    whole = [re.sub(r'<use href="#([\w-]+)-ground"[^>]*/>', lambda use: ground[use[1]], svg) for svg in found]
    return text, [ElementTree.fromstring(svg) for svg in whole]


def texts(svg):
    """Every name on a drawing, its lines joined."""
    return [" ".join("".join(text.itertext()).split()) for text in svg.iter("text")]
