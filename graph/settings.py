"""The settings of netgov, read from the environment (prefix NETGOV_)."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from netgov.graph.errors import NetgovError


class Settings(BaseSettings):
    """One immutable set of settings; every field can be set as NETGOV_<NAME> in the environment."""

    model_config = SettingsConfigDict(env_prefix="NETGOV_", frozen=True, extra="forbid")

    uri: str | None = Field(None, description="Bolt address of a Neo4j server; unset: the embedded engine")
    user: str = Field("neo4j", description="user of that server")
    password: SecretStr = Field(SecretStr(""), description="password of that user")
    database: str | None = Field(None, description="database on that server; unset: its default")
    home: Path = Field(
        Path("~/.local/share/netgov"), validate_default=True, description="data folder of the embedded engine"
    )
    model: str | None = Field(None, description="package of the spaCy pipeline that parses; unset: an installed one")
    frames: str | None = Field(None, description="file with frames of your own, beside those of data/frames.toml")
    query_timeout: float = Field(10.0, gt=0, le=600, description="seconds that one read may take")
    query_limit: int = Field(1000, gt=0, le=100_000, description="rows that one read may return")
    answer_cache: int = Field(
        32_000_000, ge=0, description="bytes of answers that each worker keeps while the graph stays as it is"
    )
    mcp_tokens: int = Field(
        4000, ge=100, description="tokens that an answer of the MCP server may take, at four characters each"
    )
    cypher_concurrency: int = Field(2, ge=0, le=64, description="ad-hoc queries at once; 0: POST /cypher is off")
    cypher_timeout: float = Field(30.0, gt=0, le=600, description="seconds that an ad-hoc query may ask for")
    cypher_bytes: int = Field(10_000_000, gt=0, le=1_000_000_000, description="bytes that an ad-hoc answer may have")
    extract_limit: int = Field(200_000, gt=0, description="characters that POST /extract accepts")
    api_keys: str | None = Field(
        None,
        pattern=r"^[\w.@-]+:[0-9a-f]{64}(,[\w.@-]+:[0-9a-f]{64})*$",
        description="who may use the API, as NAME:SHA256 of the key, with commas between; unset: everybody",
    )
    rate_limit: str | None = Field(
        None,
        pattern=r"^[1-9]\d{0,8}/(second|minute|hour|day)$",
        description="requests that one key, or one address without, may make, such as 600/minute; unset: any number",
    )
    rate_limit_storage: str = Field(
        "memory://", description="where they are counted: in each worker by itself, or at a redis:// address for all"
    )
    cors_origins: str | None = Field(
        None, description="origins of the web pages that may call the API, with commas between; *: any; unset: none"
    )

    def model_post_init(self, _context: object, /) -> None:
        object.__setattr__(self, "home", self.home.expanduser())


def load_settings() -> Settings:
    """The settings of the environment. Raises NetgovError, naming the variable that is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        problem = error.errors()[0]
        name = "NETGOV_" + "_".join(map(str, problem["loc"])).upper()
        raise NetgovError(f"{name} is wrong: {problem['msg']}, not {problem['input']!r}.") from error
