"""A Content-Security-Policy for each built page: our files, and the theme's own inline scripts by hash.

The policy stands as the first element of the head (CSP Level 3, section 3.3: what precedes it is not
covered by it).
"""

from __future__ import annotations

import base64
import hashlib
import re

__all__ = ["policy", "with_policy"]

_INLINE = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*\btype=)[^>]*>(.*?)</script>", re.S)
_RULES = ("default-src 'none'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
          "manifest-src 'self'", "base-uri 'none'", "form-action 'none'")


def policy(html: str, from_disk: bool = False) -> str:
    """The policy that lets `html` run its own scripts and nothing else; a worker is no file of its own `from_disk`."""
    hashes = sorted({_hash(script) for script in _INLINE.findall(html)})
    workers = "worker-src 'self' blob:" if from_disk else "worker-src 'self'"
    return "; ".join(["script-src " + " ".join(["'self'", *hashes]), *_RULES, workers])


def with_policy(html: str, article: str = "", from_disk: bool = False) -> str:
    """`html` with its policy as the first element of its head; no script in its `article` is let run."""
    frame = html.replace(article, "") if article else html
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(frame, from_disk)}">'
    return html.replace("<head>", "<head>\n    " + meta, 1)


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
