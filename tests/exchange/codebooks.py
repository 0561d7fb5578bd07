"""Random codebooks that hold together, for whatever is to bring them out and in again."""

from __future__ import annotations

from unicodedata import normalize
from uuid import UUID

from hypothesis import strategies as st

from qualcode.domain.codebook import (
    Code,
    Codebook,
    CodeSet,
    Extension,
    Scale,
    ScaleValue,
    StartingTheme,
    Taken,
)

words = (
    st.text(
        st.characters(
            codec="utf-8",
            exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp", "Cn"],
            exclude_characters="\ufeff",
        ),
        min_size=1,
        max_size=12,
    )
    .map(lambda text: normalize("NFC", text).strip())
    .filter(bool)
)
slugs = st.from_regex(r"[a-zåäö0-9][a-zåäö0-9_.-]{0,8}", fullmatch=True)
labels = st.dictionaries(st.sampled_from(["en", "sv", "no", "da"]), words, min_size=1, max_size=3)
sources = st.builds(Taken, *[st.sampled_from(["", "a1-b2"])] * 3).filter(lambda one: one != Taken())
texts = st.lists(words, max_size=3, unique=True).map(tuple)


@st.composite
def codebooks(draw):
    ids = draw(st.lists(slugs, min_size=1, max_size=5, unique=True))
    codes = tuple(
        Code(
            id=name,
            label={language: f"{text} {n}" for language, text in draw(labels).items()},
            parent=draw(st.sampled_from([None, *ids[:n]])),
            kind=draw(st.sampled_from(["topic", "factor", "condition"])),
            definition=draw(labels),
            cues=draw(
                st.dictionaries(st.sampled_from(["en", "sv"]), texts.filter(bool), max_size=2)
            ),
            usual_valence=draw(st.sampled_from([None, "helps"])),
            sources=draw(texts),
            colour=draw(st.sampled_from([None, "#10a0F0", "#ffffff"])),
            key=draw(st.sampled_from([None, *"a1ö"])),
            assignable=draw(st.booleans()),
            retired=draw(st.booleans()),
            became=tuple(ids[:n]),
            guid=draw(st.sampled_from([None, None, str(UUID(int=n)), f"{{{UUID(int=99 + n)}}}"])),
            taken=draw(st.dictionaries(st.sampled_from(["example.sv", "label.no"]), sources)),
        )
        for n, name in enumerate(ids)
    )
    values = tuple(
        ScaleValue(name, draw(labels), value=n, sign=str(n), anchor=draw(labels))
        for n, name in enumerate(draw(st.lists(slugs, min_size=1, max_size=3, unique=True)))
    )
    scale = Scale(
        "grade",
        draw(labels),
        "ordinal",
        "segment",
        values,
        draw(texts),
        {ids[0]: {"0": draw(labels)}},
    )
    return Codebook(
        id=draw(slugs),
        version=draw(words),
        title=draw(labels),
        codes=codes,
        scales={"grade": scale},
        languages=draw(st.sampled_from([(), ("en", "sv")])),
        note=draw(words),
        sources=draw(st.dictionaries(slugs, words, max_size=2)),
        sets={"first": CodeSet("first", draw(labels), tuple(ids))},
        extensions={"more": Extension("more", draw(labels), (ids[-1],), draw(st.booleans()))},
        themes=(StartingTheme("theme", draw(labels), (ids[0],), "grade"),),
        trap_words=draw(
            st.dictionaries(st.sampled_from(["en", "sv"]), texts.filter(bool), max_size=2)
        ),
    )
