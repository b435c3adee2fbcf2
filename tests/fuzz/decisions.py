"""Invents what an editor decides on a story: decisions.yaml, right and wrong, by hand and by two hands at once."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from random import Random
from typing import Any, Final

_RUN: Final = re.compile(r"[^\W\d_][\w ,’'-]{14,70}\w")
_KINDS: Final = (
    "event",
    "statement",
    "allegation",
    "denial",
    "plan",
    "background",
    "assessment",
    "event",
    "plan",
    "rumour",
    7,
)
_SECTIONS: Final = ("what-happened", "reactions", "background", "next", "", "<b>x</b>", "\u202e")
_BROKEN: Final = (
    "<<<<<<< HEAD\n- {drop: {a: x y z}}\n=======\n- {keep: {a: x y z}}\n>>>>>>> other\n", "\t- drop\n", "drop: x\n",
    "- [a, b]\n", "- {drop: 7}\n", "- {}\n", "- &a {drop: *a}\n", "- {drop: {a: ''}}\n", "- !!python/none x\n",
    "- {same: [{a: b}]}\n", "- {unknown: {a: words of it}}\n", "- {drop: {a: b}, drop: {a: c}}\n", "\ufeff", "- \x07\n",
    "- {differ: '', as: name, sides: []}\n", "- {text: '', of: {a: b}}\n", "---\n---\n", "- drop: {a: [1, 2]}\n",
)  # fmt: skip


def make_decisions(random: Random, ids: Sequence[str], texts: Sequence[str]) -> tuple[bytes, frozenset[str]]:
    """The bytes of a decisions.yaml on captures of these texts, and the verbs in it; most of its quotes hold."""
    lines: list[dict[str, Any]] = [_decision(random, ids, texts) for _ in range(random.choice((1, 1, 2, 3, 6)))]
    if random.random() < 0.15:
        lines.append(random.choice(lines))
    written = [f"- {json.dumps(line, ensure_ascii=random.random() < 0.5)}\n" for line in lines]
    if random.random() < 0.15:
        written.insert(random.randint(0, len(written)), random.choice(_BROKEN))
    verbs = frozenset(verb for line in lines for verb in line)
    return "".join(written).encode("utf-8", "surrogatepass"), verbs


def _decision(random: Random, ids: Sequence[str], texts: Sequence[str]) -> dict[str, Any]:
    def quote() -> dict[str, str]:
        number = random.randrange(len(texts))
        name = ids[number] if random.random() < 0.97 else "nobody"
        found = _RUN.findall(texts[number])
        words = random.choice(found) if found and random.random() < 0.95 else "words that nobody wrote"
        return {name: words}

    def quotes() -> Any:
        return random.choice((quote(), [quote(), quote()]))

    verb = random.choice(
        ("same", "same", "apart", "lead", "text", "text", "kind", "by", "section", "drop", "keep", "differ", "agree",
         "brief", "summary", "also", "differs", "detail", "after", "furniture", "article", "origin", "ask")
    )  # fmt: skip
    own = next(iter(quote().values()))
    decided: dict[str, Any] = {
        "same": {"same": [quote(), quote()]},
        "apart": {"apart": [quote(), quote()]},
        "lead": {"lead": quote()},
        "text": {"text": random.choice((own, f"{own}.", f"“{own}”, Petrov said.", "The pier burned.")), "of": quotes()},
        "kind": {"kind": random.choice(_KINDS), "of": quotes()},
        "by": {"by": random.choice(("the mayor", own, "", "Ada <b>Kell</b>", "\u202eKell")), "of": quotes()},
        "section": {"section": random.choice(_SECTIONS), "of": quotes()},
        "differ": {
            "differ": random.choice(("Who sold the pier?", own, "<script>x</script>?")),
            "as": random.choice(("name", "number", "status", "who", "date", "x")),
            "sides": [{"say": own[:20], "in": quote()}, {"say": "another", "in": quotes()}],
        },
        "agree": {"agree": [quote(), quote()]},
        "brief": {"brief": [quote()]},
        "summary": {"summary": [quote(), quote()]},
        "also": {"also": quote(), "of": quote()},
        "differs": {"differs": quote(), "of": quote()},
        "detail": {"detail": quote(), "of": quote()},
        "after": {"after": quote(), "of": quote()},
        "ask": {"ask": "Is it so?", "of": [quote(), quote()]},
        "origin": {"origin": [random.choice(ids), random.choice(ids)]},
    }.get(verb, {verb: quote()})
    return decided | ({"why": random.choice(("as read", "{{ 7*7 }}"))} if random.random() < 0.2 else {})
