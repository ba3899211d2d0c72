"""What a page is, for machines: schema.org terms as JSON-LD, from the same records as the page."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

from ..records.entries import Entry
from ..records.schema import TableHead, settings
from ..render.addresses import site_link
from ..render.context import PageContext
from .plain_values import plain, whole
from .sheets import shared

__all__ = ["graph", "script"]

_LISTS = ("facts", "sources", "citations")  # files of data that are no table


def script(page: PageContext) -> str:
    """The page's JSON-LD, safe inside a script element."""
    return json.dumps(graph(page), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def graph(page: PageContext) -> dict[str, object]:
    """The page as an article, its place in the site, its claims reviewed."""
    things = [_article(page), *_crumbs(page), *_reviews(page)]
    if page.path == "data.md":
        things.append(_dataset(page))
    return {"@context": "https://schema.org", "@graph": things}


def _publisher() -> dict[str, object]:
    return whole({"@type": "Organization", "name": settings().title, "url": site_link("index.md")})


def _article(page: PageContext) -> dict[str, object]:
    head, address = page.heads[page.path], site_link(page.path)
    return whole({"@type": "Article", "headline": head.title, "description": head.description,
                  "datePublished": plain(head.published), "dateModified": plain(head.edited),
                  "inLanguage": "en-US" if head.lang == "en" else head.lang, "license": settings().own[1].url,
                  "author": _publisher(), "publisher": _publisher(),
                  "url": address, "image": _image(), "version": page.version})


def _image() -> str | None:
    home = site_link("index.md")
    return f"{home}assets/share.png" if home else None


def _crumbs(page: PageContext) -> list[dict[str, object]]:
    """The way to the page; none to the home page, since a way has two places at least."""
    above = [path for path in _above(page.path) if path in page.heads]
    items = [whole({"@type": "ListItem", "position": number, "name": page.heads[path].title,
                    "item": site_link(path)}) for number, path in enumerate([*above, page.path], 1)]
    return [{"@type": "BreadcrumbList", "itemListElement": items}] if items[1:] else []


def _above(path: str) -> list[str]:
    """The first pages over a page, the home page first: index.md of a folder, or the page of the folder's name."""
    firsts = [name for folder in reversed(PurePosixPath(path).parents)
              for name in ((folder / "index.md").as_posix(), f"{folder}.md")]
    return [first for first in firsts if first != path]


def _reviews(page: PageContext) -> list[dict[str, object]]:
    tables = [page.records.tables[name] for name in sorted({name for name, _ in page.rows})]
    return [_review(page, entry) for table in tables if table.head.record.kind == "article-claim"
            for entry in table.rows if (table.head.key, entry.key) in page.rows]


def _review(page: PageContext, entry: Entry) -> dict[str, object]:
    claim, address = entry.record, site_link(page.path)
    mark = settings().verdicts[claim.verdict].rating
    number = {"ratingValue": mark, "bestRating": 5, "worstRating": 1} if mark else {}
    rating = {"@type": "Rating", **number, "alternateName": claim.verdict}
    return whole({"@type": "ClaimReview", "claimReviewed": claim.claim, "reviewRating": rating,
                  "datePublished": claim.judged.isoformat(), "author": _publisher(),
                  "itemReviewed": {"@type": "Claim", "name": claim.claim, **_appeared(page)},
                  "url": f"{address}#claim-{entry.key}" if address else None})


def _appeared(page: PageContext) -> dict[str, object]:
    """Who made the claims, and where they stand."""
    entry = page.records.sources.get(settings().article or "")
    if entry is None:
        return {}
    source = entry.record
    by, on = {"@type": "Organization", "name": source.publisher}, source.published and source.published.text
    work = {"@type": "CreativeWork", "url": source.url, "publisher": by, "datePublished": on}
    return whole({"author": by, "datePublished": on, "appearance": whole(work)})


def _dataset(page: PageContext) -> dict[str, object]:
    head, address = page.heads[page.path], site_link(page.path)
    files = [{"@type": "DataDownload", "encodingFormat": form, "contentUrl": f"{address or ''}{name}"}
             for form, name in (("application/json", "all.json"), ("application/json", "datapackage.json"),
                                *(("text/csv", f"{name}.csv") for name in (*_LISTS, *dict(shared(page.records)))))]
    return whole({"@type": "Dataset", "name": f"{settings().title}: data", "description": head.description,
                  "license": settings().own[1].url, "creator": _publisher(), "url": address, "distribution": files,
                  "datePublished": plain(head.published), "dateModified": plain(head.edited),
                  "isAccessibleForFree": True, "hasPart": _parts(page, address or "")})


def _parts(page: PageContext, address: str) -> list[dict[str, object]]:
    """The tables whose figures are under another licence than the rest."""
    return [_part(page, head, f"{address}{name}.csv")
            for name, table in shared(page.records) for head in [table.head.record] if head.licence]


def _part(page: PageContext, head: TableHead, file: str) -> dict[str, object]:
    _, licence = head.rights
    return {"@type": "Dataset", "name": head.title, "description": f"{head.title}. {head.caption}",
            "license": licence.url or {"@type": "CreativeWork", "name": licence.says}, "creator": _creators(page, head),
            "distribution": {"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": file}}


def _creators(page: PageContext, head: TableHead) -> list[dict[str, object]]:
    """Who published what the table is from."""
    sources = [page.records.sources[citation.source].record for citation in head.sources]
    return [{"@type": "Organization", "name": name} for name in dict.fromkeys(source.publisher for source in sources)]
