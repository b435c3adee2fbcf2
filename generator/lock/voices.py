"""Who says it: a wording names a speaker of its quotes where all of them have one, and nobody who says it in none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.language.clauses import NOUN
from generator.language.kin import sense
from generator.language.names import canonical, find_names
from generator.language.reporting import TITLES
from generator.language.stems import stem
from generator.language.stopwords import STOPWORDS
from generator.language.tagger import Tag, is_word, tags_of
from generator.language.tokens import words
from generator.lock.matching import Place, aligned
from generator.lock.named import pieces
from generator.lock.reading import Scene, Sentence
from generator.lock.speech import Saying, find_sayings

_TITLES = TITLES | frozenset("prime deputy two three several other".split())
_SPEAKS_FOR = frozenset("spokesman spokeswoman spokesperson official head chief director executive chairman".split())


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who says something: ``names`` are the words of each name, ``words`` the senses of the words that
    describe them but for ``titles``; ``plain`` are all of these words as they stand."""

    shown: str
    names: tuple[frozenset[str], ...]
    words: frozenset[str]
    titles: frozenset[str]
    plain: frozenset[str]
    pronoun: bool

    def may_be(self, other: Voice) -> bool:
        """Whether both can be the same speaker."""
        if any(self.plain & name for name in other.names) or any(other.plain & name for name in self.names):
            return True  # "the prefect", "Prefect Ana Ruiz"
        if self.names and other.names:
            if any(a <= b or b <= a for a in self.names for b in other.names):
                return True
            return bool(self.words & other.words)
        if self.words:
            return bool(self.words & other.words)
        return bool(self.titles) and bool(self.titles & other.titles)


def voices(scene: Scene) -> Iterator[str]:
    """A finding for each speaker who says it in no quote, and for what only somebody says and nobody is named for."""
    cast = _Cast(scene)
    named = False
    for sentence in scene.told:
        sayings = find_sayings(sentence)
        for saying in sayings:
            voice = cast.voice(saying.speaker, ())
            if voice is None:
                continue
            named = named or cast.speaks(voice) or voice.pronoun
            if not voice.pronoun and not cast.says(sentence, saying, voice):
                yield f"“{voice.shown}” says it in no cited quote"
        subjects = (cast.voice(sentence.surface(*part.subject), ()) for part in sentence.parts)
        named = named or any(cast.speaks(subject) for subject in subjects if subject is not None)
    if named:
        return
    for sentence in scene.told:
        for part in sentence.parts:
            places = aligned(scene, part) if part.items else []
            if places and all(cast.over(place) and scene.quotes[place[0]].speaker for place in places):
                voice = cast.over(places[0])[0]
                yield f"only “{voice.shown}” says it in the cited quotes, and the wording names no such speaker"
                return


class _Alias(NamedTuple):
    """Words by which the quotes call somebody, and the name."""

    words: frozenset[str]
    name: frozenset[str]


class _Cast:
    """Who says what in the quotes of a scene."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._aliases = tuple(_aliases(scene))
        self._sayings: dict[tuple[int, int], list[tuple[Saying, Voice | None]]] = {}
        for index, sentences in enumerate(scene.cited):
            for sentence in sentences:
                self._sayings[index, sentence.start] = [
                    (saying, self.voice(saying.speaker, self._called(index))) for saying in find_sayings(sentence)
                ]
        self._speakers = [self.voice(quote.speaker, self._called(index)) for index, quote in enumerate(scene.quotes)]

    def _called(self, index: int) -> tuple[str, ...]:
        """Names that somebody in a quote may have whom it calls otherwise."""
        inside = (name.canonical for sentence in self._scene.cited[index] for name in sentence.names)
        return (*self._scene.quotes[index].names, *inside)

    def voice(self, shown: str | None, called: tuple[str, ...]) -> Voice | None:
        """A speaker by the words for them; ``called`` are names that a pronoun may stand for."""
        if not shown or not shown.strip():
            return None
        return _voice(shown, self._aliases, called)

    def speaks(self, voice: Voice) -> bool:
        """Whether somebody is a speaker in some quote."""
        return any(self._is(voice, other) for other in self._all())

    def _all(self) -> Iterator[Voice]:
        yield from (voice for voice in self._speakers if voice is not None)
        for found in self._sayings.values():
            yield from (voice for _, voice in found if voice is not None)

    def _is(self, voice: Voice, other: Voice) -> bool:
        return voice.may_be(other) or self._stands_for(voice, other)

    def _stands_for(self, voice: Voice, other: Voice) -> bool:
        """ "The company" for its spokeswoman, where her own words tell of it."""
        if voice.names or not other.titles & _SPEAKS_FOR:
            return False
        subjects = (
            {sense(stem(word)) for word in words(sentence.surface(*part.subject))}
            for _, sentence, part in self._scene.cited_parts()
        )
        return any(voice.words <= subject for subject in subjects) and bool(voice.words)

    def over(self, place: Place) -> list[Voice]:
        """Those who say a part of a quote."""
        index, sentence, part = place
        found = self._sayings[index, sentence.start]
        own = [voice for saying, voice in found if voice is not None and saying.covers(part)]
        speaker = self._speakers[index]
        if own or speaker is None:
            return own
        inside = any(saying.clausal for saying, _ in found)
        return [] if inside else [speaker]

    def says(self, sentence: Sentence, saying: Saying, voice: Voice) -> bool:
        """Whether a speaker of the wording says the same in a quote."""
        parts = [part for part in sentence.parts if saying.covers(part) and part.items]
        if not self.speaks(voice):
            return False
        if not saying.clausal and any(
            self._is(voice, other)
            for found in self._sayings.values()
            for said, other in found
            if other is not None and said.kind == saying.kind
        ):
            return True
        for part in parts:
            places = aligned(self._scene, part)
            said = [self.over(place) for place in places]
            if said and all(said) and not any(self._is(voice, other) for voices in said for other in voices):
                return False
        return True


def _voice(shown: str, aliases: tuple[_Alias, ...], called: tuple[str, ...]) -> Voice:
    listed = words(shown)
    pronoun = all(word in STOPWORDS for word in listed)
    surfaces = _names_in(shown)
    own = [pieces(canonical(surface)) for surface in surfaces]
    for name in called:
        forms = (pieces(name), pieces(canonical(name)))
        if pronoun or any(one <= forms[0] or forms[0] <= one for one in own):
            own += forms
    named = frozenset(word for one in own for word in one).union(*map(pieces, surfaces))
    head = next((part for part in shown.split(",") if part.strip()), shown)
    rest = {word for word in words(head) if word not in STOPWORDS and word not in named and not word[0].isdigit()}
    plain = rest.copy()
    for alias in aliases:
        if any(alias.name <= one or one <= alias.name for one in own):
            plain |= alias.words
        elif not own and alias.words & rest - _TITLES:
            own.append(alias.name)
    described = frozenset(sense(stem(word)) for word in plain - _TITLES)
    return Voice(
        shown.strip(" ,"), tuple(own), described, frozenset(plain & _TITLES), frozenset(rest), pronoun and not called
    )


_OWNS = ("'s", "’s", "s'", "s’")


def _names_in(shown: str) -> list[str]:
    """The names of a speaker; those that only say whose it is ("Velda’s chief") where there are no others."""
    opener = shown.split()[0].lower()
    common = opener in STOPWORDS or (is_word(opener) and Tag.NAME not in tags_of(opener)[:1])
    found = [name for name in find_names(shown, mid_sentence=not common) if not name.modifier]
    owning = [name for name in found if name.surface.endswith(_OWNS) or shown[name.end :].startswith(_OWNS)]
    return [name.surface for name in found if name not in owning] or [name.surface for name in found]


def _aliases(scene: Scene) -> Iterator[_Alias]:
    """Nouns that stand right before a name, and its office: "the bank Crestal", "police Lt. Ana Ruiz"."""
    for sentences in scene.cited:
        for sentence in sentences:
            for name in sentence.names:
                found = set((name.role or "").split())
                index = name.first - 1
                while index >= 0 and (sentence.tags[index] == NOUN or sentence.tokens[index].text == "."):
                    found |= {sentence.tokens[index].low} if sentence.tokens[index].text.isalpha() else set()
                    index -= 1
                if found and name.canonical:
                    yield _Alias(frozenset(found), pieces(name.canonical))
