"""One `Settings` class, where each value comes from, and where the contract folders lie.

A value is taken from the first of: an option on the command line, a `CLAIMDESK_*` environment
variable, a file named by `CLAIMDESK_*_FILE`, `settings.json` in the home (written by
`claimdesk up`, mode 0600, because it holds secrets), the default.
"""

import json
import os
from pathlib import Path
from typing import Any, Self

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from claimdesk import careful
from claimdesk.errors import BadConfiguration, ClaimdeskError, StorageTrouble

PREFIX = "CLAIMDESK_"
SETTINGS_FILE = "settings.json"
DEFAULT_HOME = ".claimdesk"
OTHERS = frozenset("DEBUG SCREENSHOTS SEED SMALLER SOAK_MINUTES STRICT_ENV TOOLS TORTURE".split())
"""What else of the environment has our prefix: switches of the program and of its tests."""

SHORTEST_SECRET = 16


class Settings(BaseSettings):
    """Everything an operator can set; `docs/operators.md` lists it."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    home: Path = Field(description="Folder that holds the database, logs and secrets")
    database_url: str | None = Field(
        default=None,
        repr=False,  # it may hold a password
        description="SQLAlchemy URL; SQLite in the home when not set",
    )
    labelstudio_url: str | None = Field(default=None, description="Where Label Studio answers")
    labelstudio_token: SecretStr | None = Field(
        default=None, description="Access token of the service account in Label Studio"
    )
    public_labelstudio_url: str | None = Field(
        default=None, description="Label Studio as reviewers reach it, when it differs"
    )
    backend_url: str | None = Field(
        default=None, description="Where Label Studio rings our doorbell; no doorbell when not set"
    )
    public_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^\s/]+/?$",
        description="The backend as editors reach it, when it differs; https binds cookies to it",
    )
    webhook_secret: SecretStr | None = Field(
        default=None, description="What the doorbell must carry to be heard"
    )
    webhook_secret_before: SecretStr | None = Field(
        default=None, description="The secret before it, still heard while it is being changed"
    )
    config_dir: Path | None = Field(
        default=None, description="Other folder than the bundled annotation_config"
    )
    exports_dir: Path | None = Field(
        default=None, description="Other folder than the bundled exports"
    )
    poll_seconds: float = Field(
        default=5.0, ge=0.2, le=3600, description="Pause between two looks at Label Studio"
    )
    sweep_seconds: float = Field(
        default=900.0, ge=1, le=86_400, description="Pause between two full inventories"
    )
    hosts: str = Field(
        default="127.0.0.1,localhost,[::1]",
        min_length=1,
        pattern=r"^[\w.:*\[\]-]+(,[\w.:*\[\]-]+)*$",
        description="Names the backend answers to, with commas between",
    )
    overlap: int = Field(
        default=2, ge=1, le=20, description="How many reviewers each article is shown to"
    )
    most_readings: int = Field(
        default=3,
        ge=1,
        le=20,
        description="How many reviewers an article is shown to while claims of it are open",
    )
    min_reviewers: int = Field(
        default=2, ge=1, le=20, description="Usable judgements a claim needs before it can settle"
    )
    strict: bool = Field(
        default=False, description="Whether one objection keeps a claim from being settled"
    )
    max_article_chars: int = Field(
        default=500_000, ge=1_000, description="Longest article that is taken, in code points"
    )
    fetch_addresses: bool = Field(
        default=False, description="Whether load --url may fetch pages from the internet"
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - the names are pydantic's
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Options first, then the environment; `read` adds the files below them."""
        return (init_settings, env_settings)

    @classmethod
    def read(cls, home: Path | None = None, **options: Any) -> Self:
        """Gather the settings that hold for one home.

        Raises BadConfiguration when a file or a value cannot be used.
        """
        _check_names()
        place = (home or Path(os.environ.get(f"{PREFIX}HOME") or DEFAULT_HOME)).absolute()
        below = {
            name: value
            for name, value in (kept(place) | _pointed_to()).items()
            if name in cls.model_fields and f"{PREFIX}{name.upper()}" not in os.environ
        }
        try:
            found = cls(home=place, **(below | options))
        except ValidationError as error:
            first = error.errors(include_input=False)[0]
            raise BadConfiguration(
                f"The setting {'.'.join(map(str, first['loc']))} cannot be used.",
                why=f"{first['msg']}.",
                fix=f"Correct it in the environment ({PREFIX}...) or in {place / SETTINGS_FILE}.",
            ) from None
        found._check_secrets()
        return found

    def _check_secrets(self) -> None:
        for name in ("webhook_secret", "webhook_secret_before"):
            secret: SecretStr | None = getattr(self, name)
            if secret and len(secret) < SHORTEST_SECRET:
                raise BadConfiguration(
                    f"The setting {name} is too short.",
                    why=f"It can be guessed: it has {len(secret)} of at least {SHORTEST_SECRET} "
                    "characters.",
                    fix="Make one: python3 -c 'import secrets; print(secrets.token_urlsafe(32))'",
                )

    @property
    def database(self) -> str | Path:
        """The URL of the database, or the file of the embedded one."""
        return self.database_url or self.home / "claimdesk.db"

    @property
    def editors_see(self) -> str | None:
        """The backend's address as people reach it, without a slash at the end."""
        found = self.public_url or self.backend_url
        return found.rstrip("/") if found else None

    @property
    def reviewers_see(self) -> str | None:
        """Label Studio's address as people reach it."""
        return self.public_labelstudio_url or self.labelstudio_url


def _check_names() -> None:
    """Raise BadConfiguration for a variable that is ours by its prefix, and nothing we know.

    A mistyped name would else be passed over, and the default be taken for what was wanted.
    """
    fields = [name.upper() for name in Settings.model_fields]
    known = {*fields, *(f"{name}_FILE" for name in fields), *OTHERS}
    given = {name for name in map(str.upper, os.environ) if name.startswith(PREFIX)}
    for name in sorted(given - {PREFIX + one for one in known}):
        from difflib import get_close_matches  # takes long, and is seldom needed

        near = get_close_matches(name.removeprefix(PREFIX), sorted(known - OTHERS), 1, 0.0)[0]
        raise BadConfiguration(
            f"{name!a} is no setting of claimdesk.",
            why="It stands in the environment, and would do nothing there.",
            fix=f"Take it away, or write {PREFIX}{near} if that was meant.",
        )


def _pointed_to() -> dict[str, Any]:
    """Values that lie in files of their own, as container secrets do."""
    found: dict[str, Any] = {}
    for name in Settings.model_fields:
        path = os.environ.get(f"{PREFIX}{name.upper()}_FILE")
        if path:
            try:
                found[name] = Path(path).read_text(encoding="utf-8").strip()
            except OSError as error:
                raise BadConfiguration(
                    f"{PREFIX}{name.upper()}_FILE names {path}, which cannot be read.",
                    why=f"{error.strerror}.",
                    fix="Point it to a readable file that holds the value.",
                ) from None
    return found


def kept(home: Path) -> dict[str, Any]:
    """What `claimdesk up` wrote into the home, if it ever ran there; more than `Settings` knows."""
    path = home / SETTINGS_FILE
    try:
        found = careful.read(path.read_bytes())
        if not isinstance(found, dict):
            raise careful.Unreadable("It is not an object.")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, careful.Unreadable) as error:
        said = error.strerror if isinstance(error, OSError) else str(error).rstrip(".")
        raise BadConfiguration(
            f"{path} cannot be read.",
            why=f"{said}: it should be one JSON object written by claimdesk up.",
            fix="Restore it from a backup: without its secrets Label Studio cannot be opened.",
        ) from None
    return found


def keep(home: Path, values: dict[str, Any]) -> None:
    """Write `settings.json` of a home so that a crash leaves the old one or the new one."""
    make_private(home)
    path = home / SETTINGS_FILE
    part = path.with_suffix(".part")
    try:
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(values, stream, indent=2, sort_keys=True)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
        sync_folder(home)
    except OSError as error:
        raise cannot_write(path, error) from None


def sync_folder(folder: Path) -> None:
    """Put onto the disk that a file in it was made or renamed."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_private(folder: Path) -> Path:
    """The folder; if it has to be made, it is closed to everybody else."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from None
    return folder


def cannot_write(path: Path, error: OSError) -> ClaimdeskError:
    """The error that says why a place on disk cannot be used."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return StorageTrouble(
            f"{path} cannot be written.",
            why=f"There is no folder {path.parent}.",
            fix="Make the folder, or name another place.",
        )
    return StorageTrouble(
        f"{path} cannot be written.",
        why=f"{error.strerror or error}.",
        fix="Free some space or choose a folder of your own with --home, then run it again.",
    )


def bundled(folder: str) -> Path:
    """A contract folder: inside an installed package, else at the root of the repository."""
    package = Path(__file__).parent
    inside = package / folder
    return inside if inside.is_dir() else package.parent.parent / folder
