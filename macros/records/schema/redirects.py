"""The file `data/redirects.yml`: pages and headings that have moved."""

from pydantic import BaseModel, ConfigDict, Field

from .types import Text

__all__ = ["RedirectsFile"]


class RedirectsFile(BaseModel):
    """The file data/redirects.yml."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    redirects: dict[Text, Text] = Field(
        min_length=1, description="The old path of each page that has moved, from docs/, and its new one; likewise of "
        "headings.", examples=[{"law/old.md": "amendment/new.md", "amendment/new.md#then": "amendment/new.md#now"}])
