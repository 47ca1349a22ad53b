"""The parts of a codebook, as `codebook.toml` has them."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Text = Annotated[str, Field(min_length=1)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, strict=True)


class General(_Part):
    """What bears on every judgement: the unit, the order of decisions, the bar, evidence."""

    title: Text
    text: Text


class LabelSection(_Part):
    """What a label means."""

    name: Text
    hint: Text = Field(description="What the screen says of it")
    text: Text
    examples: list[Text] = []
    further: str = ""


class Reason(_Part):
    """A reason, which explains one label."""

    name: Text
    label: Text
    hint: Text = Field(description="What the screen says of it")
    example: Text


class Case(_Part):
    """A case that comes up, how it is settled, and the labels or label/reason it may end in."""

    id: Slug
    title: Text
    ends: list[Text] = Field(min_length=1)
    rule: Text
    examples: list[Text] = Field(min_length=1)


class Overruling(_Part):
    """Why an adjudicator decides otherwise than all reviewers."""

    code: Slug
    when: Text


class Practice(_Part):
    """What reviewers need to know and no verdict depends on."""

    title: Text
    text: Text
    overrulings: bool = Field(default=False, description="Whether their table stands below it")


class Book(_Part):
    """All of it, in the order in which it is read."""

    title: Text
    opening: Text
    mind: Text
    general: list[General] = Field(min_length=1)
    label: list[LabelSection]
    reason: list[Reason] = []
    case: list[Case] = []
    overruling: list[Overruling] = []
    practice: list[Practice] = []
