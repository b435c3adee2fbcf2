"""German verb groups said in English: which verb, in which time, denied or not, planned, said to be so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.language.german.tokens import Word
from generator.language.german.words import STATES, UNTRUE, VERBS, WITH_SEIN
from generator.language.tagger import Tag

_IRREGULAR = {
    "say": ("said", "said"), "tell": ("told", "told"), "deny": ("denied", "denied"), "find": ("found", "found"),
    "know": ("knew", "known"), "see": ("saw", "seen"), "think": ("thought", "thought"), "begin": ("began", "begun"),
    "lose": ("lost", "lost"), "win": ("won", "won"), "beat": ("beat", "beaten"), "rise": ("rose", "risen"),
    "fall": ("fell", "fallen"), "cost": ("cost", "cost"), "pay": ("paid", "paid"), "buy": ("bought", "bought"),
    "sell": ("sold", "sold"), "leave": ("left", "left"), "come": ("came", "come"), "go": ("went", "gone"),
    "meet": ("met", "met"), "strike": ("struck", "struck"), "shoot": ("shot", "shot"), "steal": ("stole", "stolen"),
    "build": ("built", "built"), "send": ("sent", "sent"), "give": ("gave", "given"), "take": ("took", "taken"),
    "bring": ("brought", "brought"), "get": ("got", "got"), "hold": ("held", "held"), "show": ("showed", "shown"),
    "mean": ("meant", "meant"), "make": ("made", "made"), "do": ("did", "done"), "have": ("had", "had"),
    "fight": ("fought", "fought"), "flee": ("fled", "fled"), "lead": ("led", "led"), "hear": ("heard", "heard"),
    "be": ("was", "been"), "lie": ("lay", "lain"), "stand": ("stood", "stood"), "cut": ("cut", "cut"),
    "hurt": ("hurt", "hurt"), "write": ("wrote", "written"), "die": ("died", "died"), "put": ("put", "put"),
    "become": ("became", "become"), "speak": ("spoke", "spoken"), "shut": ("shut", "shut"), "hit": ("hit", "hit"),
    "run": ("ran", "run"), "drive": ("drove", "driven"), "fly": ("flew", "flown"), "seek": ("sought", "sought"),
    "spend": ("spent", "spent"), "grow": ("grew", "grown"), "hide": ("hid", "hidden"), "let": ("let", "let"),
    "feel": ("felt", "felt"), "withdraw": ("withdrew", "withdrawn"), "sue": ("sued", "sued"), "lay": ("laid", "laid"),
}  # fmt: skip
_DOUBLED = frozenset("stop plan ban admit acquit permit commit refer equip drop cut let run shut hit".split())
_MODALS = {"können": "can", "müssen": "must", "dürfen": "may", "mögen": "may"}
_SUBJUNCTIVE = frozenset(
    """sei seien seist habe werde könne könnten müsse müssten solle wolle dürfe möge wisse hätte hätten wäre wären würde
    würden""".split()
)
_PAST_MODALS = frozenset("konnte konnten musste mussten durfte durften sollte sollten wollte wollten mochte".split())
PARTICLES = frozenset(
    """ab an auf aus bei ein fest fort her hin los mit nach nieder statt teil um vor weg weiter zu zurück zusammen
    bekannt frei wieder durch vorbei hervor heraus herein hinaus voran bereit preis""".split()
)


class Said(NamedTuple):
    """A word of the group in English, with the German word that it stands for (None: it only shapes the group)."""

    text: str
    tag: Tag
    lemma: str
    word: Word | None


class Group(NamedTuple):
    """A verb group: its words in English order, the English and German verb that it means, whether it reports what
    somebody else says (subjunctive), whether it is finite, passive."""

    said: tuple[Said, ...]
    lemma: str
    german: str
    reported: bool
    passive: bool


def is_finite(word: Word) -> bool:
    return word.tag.endswith("(FIN)") or word.tag.endswith("(IMP)")


def is_verb(word: Word) -> bool:
    return word.tag[:2] in ("VV", "VA", "VM")


def english(german: str) -> str:
    """The English verb for a German one; its stem, to which English endings can be put, where none is known."""
    if german in VERBS:
        return VERBS[german]
    return german[:-2] if german.endswith("en") and len(german) > 4 else german.removesuffix("n")


def form(lemma: str, tag: Tag) -> str:
    """An English verb in the present (third person), past, participle, gerund or infinitive."""
    if tag is Tag.INFINITIVE:
        return lemma
    if tag in (Tag.PAST, Tag.PARTICIPLE) and lemma in _IRREGULAR:
        return _IRREGULAR[lemma][tag is Tag.PARTICIPLE]
    if tag is Tag.PRESENT:
        special = {"be": "is", "have": "has", "do": "does", "go": "goes"}
        if lemma.endswith("y") and lemma[-2] not in "aeiou":
            return lemma[:-1] + "ies"
        return special.get(lemma) or (lemma + "es" if lemma.endswith(("s", "sh", "ch", "x")) else lemma + "s")
    doubled = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    if tag is Tag.GERUND:
        return (lemma[:-1] if lemma.endswith("e") and lemma not in ("be", "see") else doubled) + "ing"
    if lemma.endswith("e"):
        return lemma + "d"
    return (lemma[:-1] + "ied") if lemma.endswith("y") and lemma[-2] not in "aeiou" else doubled + "ed"


def read_group(
    finite: Word | None,
    others: Sequence[Word],
    denied: str,
    plural: bool,
    joined: str | None = None,
    dated: bool = False,
) -> Group:
    """The group of a finite verb (None: an infinitive with "zu") and the other verbs and particles of its clause, in
    the order of the sentence.

    ``denied`` is the word that denies it ("not", "never"), empty for none; ``joined`` the English verb of a fixed
    phrase that the clause holds; ``dated`` says that the clause names a time.
    """
    words = [word for word in others if word.tag != "PTKZU"]
    particle = next((word for word in words if word.tag == "PTKVZ"), None)
    words = [word for word in words if word is not particle]
    if finite is None:
        return _infinitive(words, particle, denied, joined)
    builder = _Builder(finite, words, particle, denied, plural, joined, dated)
    return builder.group()


def _infinitive(words: Sequence[Word], particle: Word | None, denied: str, joined: str | None) -> Group:
    """ "alle Hallen überprüfen zu lassen", "Mails gelöscht zu haben"."""
    told = [word for word in words if word.lemma not in ("lassen", "werden", "können", "wollen", "sollen")] or list(
        words
    )
    perfect = len(told) > 1 and told[-1].lemma in ("haben", "sein")
    head = told[0] if perfect else told[-1]
    german = lemma_of(head, particle)
    verb = joined or english(german)
    said = [Said(denied, Tag.NOT, denied, None)] if denied else []
    said.append(Said("to", Tag.TO, "to", None))
    if perfect:
        said.append(Said("have", Tag.INFINITIVE, "have", None))
    tag = Tag.PARTICIPLE if perfect else Tag.INFINITIVE
    said.append(Said(form(verb, tag), tag, verb, head))
    return Group(tuple(said), verb, german, False, False)


def lemma_of(word: Word, particle: Word | None) -> str:
    """The dictionary form of a verb, its separable particle put before it where that makes a verb that is known."""
    lemma = word.lemma.lower()
    return lemma if particle is None else particle.low + lemma


class _Builder:
    """Puts the English of one finite group together."""

    def __init__(
        self,
        finite: Word,
        words: Sequence[Word],
        particle: Word | None,
        denied: str,
        plural: bool,
        joined: str | None,
        dated: bool,
    ) -> None:
        self.finite, self.words, self.particle = finite, list(words), particle
        self.plural, self.joined, self.dated = plural, joined, dated
        self.denied = [Said(denied, Tag.NOT, denied, None)] if denied else []
        self.participles = [word for word in words if word.tag.endswith("(PP)")]
        self.infinitives = [word for word in words if word.tag.endswith(("(INF)", "(IZU)"))]
        self.lemma = finite.lemma.lower()

    def group(self) -> Group:
        said, german, passive = self._said()
        lemma = said[-1].lemma
        told = [word.word for word in said]
        rest = [word for word in self.participles if word not in told and word.lemma not in ("werden", "sein", "haben")]
        if self.lemma not in ("haben", "sein", "werden", "gehen") and self.participles[:1] == rest[:1]:
            said += [Said(form(english(w.lemma), Tag.PARTICIPLE), Tag.PARTICIPLE, english(w.lemma), w) for w in rest]
        return Group(tuple(said), lemma, german, self._reported(), passive)

    def _reported(self) -> bool:
        if self.finite.low in _SUBJUNCTIVE:
            return not self.plural or self.finite.low not in ("könnten", "müssten")
        stem = self.lemma[:-2] if self.lemma.endswith("en") else self.lemma.removesuffix("n")
        return not self.plural and self.finite.tag == "VV(FIN)" and self.finite.low == stem + "e" != "wurde"

    @property
    def _never(self) -> bool:
        return any(word.text == "never" for word in self.denied)

    @property
    def _past(self) -> bool:
        """Whether the finite verb is in the simple past."""
        low, lemma = self.finite.low, self.lemma
        if lemma == "sein":
            return low in ("war", "waren", "warst", "wäre", "wären")
        if lemma == "haben":
            return low.startswith(("hatt", "hätt"))
        if lemma == "werden":
            return low in ("wurde", "wurden")
        if self.finite.tag.startswith("VM"):
            return low in _PAST_MODALS
        stem = lemma[:-2] if lemma.endswith("en") else lemma.removesuffix("n")
        if low in (stem + "t", stem + "et", stem + "en", stem + "n", stem + "e", stem, lemma):
            return False
        if low.startswith(stem) and low[len(stem) :].lstrip("e") in ("te", "ten", "test"):
            return True
        return not _is_strong_present(low, stem)

    def _said(self) -> tuple[list[Said], str, bool]:
        if self.finite.tag.startswith("VM"):
            return self._modal()
        main = [word for word in self.participles if word.lemma not in ("werden", "sein", "haben")]
        if self.lemma == "werden" and self.infinitives:
            return self._future(main)
        if main and self.lemma == "gehen" and main[0].lemma == "verlieren":  # "gingen verloren"
            lost = Said("lost", Tag.PARTICIPLE, "lose", main[0])
            return [*self._aux("be", self._tense()), lost], "verlieren", True
        if main and self.lemma in ("haben", "sein", "werden"):
            return self._with_participle(main[0])
        if self.infinitives and self.lemma == "sein":  # "waren zu hören"
            head = self.infinitives[-1]
            german = lemma_of(head, self.particle)
            verb = english(german)
            modal = Said("could" if self._past else "can", Tag.MODAL, "can", self.finite)
            heard = Said(form(verb, Tag.PARTICIPLE), Tag.PARTICIPLE, verb, head)
            return [modal, *self.denied, _BE, heard], german, True
        if self.infinitives and self.lemma == "haben":
            head = self.infinitives[-1]
            german = lemma_of(head, self.particle)
            tag = Tag.PAST if self._past else Tag.PRESENT
            return [*self._aux("have", tag), _TO, self._bare(german, head)], german, False
        was = next((word for word in self.participles if word.lemma in ("sein", "haben", "werden")), None)
        if was is not None and self.lemma in ("sein", "haben"):  # "sei gewesen", "ist geworden", "habe gehabt"
            verb = {"sein": "be", "haben": "have", "werden": "become"}[was.lemma]
            return self._lexical(verb, self.finite, Tag.PAST), was.lemma, False
        if self.lemma == "lassen" and self.infinitives:
            head = self.infinitives[0]
            german = lemma_of(head, self.particle)
            return self._lexical(english(german), head, self._tense()), german, False
        german = lemma_of(self.finite, self.particle)
        if german not in VERBS and self.particle is not None and self.lemma in VERBS and not self.joined:
            german = self.particle.low + self.lemma
        verb = self.joined or ("become" if german == "werden" else english(german))
        return self._lexical(verb, self.finite, self._tense()), german, False

    def _tense(self) -> Tag:
        return Tag.PAST if self._past else Tag.PRESENT

    def _aux(self, lemma: str, tag: Tag) -> list[Said]:
        """A form of be, have or do that carries the negation."""
        text = form(lemma, tag)
        if self.finite.low == "bin":
            text = "am"
        if self.plural and lemma == "be":
            text = "were" if tag is Tag.PAST else "are"
        if self.plural and tag is Tag.PRESENT and lemma != "be":
            text = lemma
        return [Said(text, tag, lemma, self.finite), *self.denied]

    def _lexical(self, verb: str, word: Word, tag: Tag) -> list[Said]:
        if verb == "be true":
            return [*self._aux("be", tag), Said("true", Tag.ADJECTIVE, "true", None)]
        if verb == "be":
            return [s._replace(word=word) if s.word else s for s in self._aux("be", tag)]
        if self._never and tag is Tag.PAST:  # "has never met her"
            return [*self._aux("have", Tag.PRESENT), Said(form(verb, Tag.PARTICIPLE), Tag.PARTICIPLE, verb, word)]
        if self.denied:
            return [*self._aux("do", tag), Said(verb, Tag.INFINITIVE, verb, word)]
        text = verb if tag is Tag.PRESENT and self.plural else form(verb, tag)
        return [Said(text, tag, verb, word)]

    def _bare(self, german: str, word: Word) -> Said:
        verb = self.joined or english(german)
        return Said(verb, Tag.INFINITIVE, verb, word)

    def _with_participle(self, head: Word) -> tuple[list[Said], str, bool]:
        german = lemma_of(head, self.particle)
        verb = self.joined or english(german)
        if german in UNTRUE and self.lemma == "sein":
            return [*self._aux("be", self._tense()), Said("untrue", Tag.ADJECTIVE, "untrue", head)], "sein", False
        active = self.lemma == "haben" or (self.lemma == "sein" and german in WITH_SEIN)
        if german == "treffen" and not active:
            verb = "hit"
        participle = Said(form(verb, Tag.PARTICIPLE), Tag.PARTICIPLE, verb, head)
        if active:
            if self._past:
                return [*self._aux("have", Tag.PAST), participle], german, False
            return self._lexical(verb, head, Tag.PAST), german, False
        been = any(word.low == "worden" for word in self.participles)
        if self.lemma == "sein" and been and self._past:
            return [*self._aux("have", Tag.PAST), _BEEN, participle], german, True
        done = self._past or been or any(word.low == "gewesen" for word in self.participles)
        return [*self._aux("be", Tag.PAST if done else Tag.PRESENT), participle], german, True

    def _future(self, main: Sequence[Word]) -> tuple[list[Said], str, bool]:
        would = self.finite.low in ("würde", "würden")
        modal = Said("would" if would else "will", Tag.MODAL, "will", self.finite)
        begin = [modal, *self.denied]
        if main:
            german = lemma_of(main[0], self.particle)
            verb = english(german)
            helper = _BE if self.infinitives[-1].lemma == "werden" else _HAVE
            participle = Said(form(verb, Tag.PARTICIPLE), Tag.PARTICIPLE, verb, main[0])
            return [*begin, helper, participle], german, helper is _BE
        head = next((word for word in self.infinitives if word.lemma not in ("lassen", "können", "müssen")), None)
        head = head or self.infinitives[-1]
        german = lemma_of(head, self.particle)
        return [*begin, self._bare(german, head)], german, False

    def _modal(self) -> tuple[list[Said], str, bool]:
        main = [word for word in self.participles if word.lemma not in ("werden", "sein", "haben")]
        head = main[0] if main else next((w for w in self.infinitives if w.lemma not in ("lassen", "werden")), None)
        head = head or (self.infinitives[-1] if self.infinitives else None)
        if head is None:  # "Er will mehr Geld"
            verb = "want" if self.lemma in ("wollen", "mögen") else "need" if self.lemma == "müssen" else "can"
            return self._lexical(verb, self.finite, self._tense()), self.lemma, False
        german = lemma_of(head, self.particle)
        helper = self.infinitives[-1].lemma if main and self.infinitives else ""
        verb = self.joined or ("become" if german == "werden" else english(german))
        passive = helper == "werden" or (helper == "sein" and german not in WITH_SEIN)
        done = helper in ("haben", "sein") and not passive
        perfect = done or any(word.low == "worden" for word in self.participles)
        begin = self._begins(german, perfect, passive)
        if perfect and passive:
            tail = [_HAVE, _BEEN, Said(form(verb, Tag.PARTICIPLE), Tag.PARTICIPLE, verb, head)]
        elif perfect:
            tail = [_HAVE, Said(form(verb, Tag.PARTICIPLE), Tag.PARTICIPLE, verb, head)]
        elif passive:
            tail = [_BE, Said(form(verb, Tag.PARTICIPLE), Tag.PARTICIPLE, verb, head)]
        else:
            tail = [Said(verb, Tag.INFINITIVE, verb, head)]
        return [*begin, *tail], german, passive

    def _begins(self, german: str, perfect: bool, passive: bool) -> list[Said]:
        """What the modal verb says: that it is planned, meant, said to be so, possible or due."""
        lemma, low = self.lemma, self.finite.low
        if lemma == "sollen" and low not in ("sollte", "sollten"):
            hearsay = perfect or (german in STATES and not passive and not (german == "sein" and self.dated))
            word = "said" if hearsay else "scheduled"
            tag = Tag.PARTICIPLE
            return [*self._aux("be", Tag.PRESENT), Said(word, tag, "say" if hearsay else "schedule", None), _TO]
        if lemma == "wollen" and perfect:
            return [Said("claims", Tag.PRESENT, "claim", self.finite), *self.denied, _TO]
        if lemma == "wollen":
            verb, tag = ("want", Tag.PAST) if self._past else ("plan", Tag.PRESENT)
            return [*self._lexical(verb, self.finite, tag), _TO]
        if low in ("dürfte", "dürften"):
            return [*self._aux("be", Tag.PRESENT), Said("likely", Tag.ADJECTIVE, "likely", None), _TO]
        if low in ("möchte", "möchten"):
            return [*self._lexical("want", self.finite, Tag.PRESENT), _TO]
        if low in ("sollte", "sollten"):
            text = "should"
        elif low in ("könnte", "könnten", "konnte", "konnten"):
            text = "could"
        elif low in ("musste", "mussten"):
            return [*self._aux("have", Tag.PAST), _TO]
        else:
            text = _MODALS.get(lemma, "can")
        return [Said(text, Tag.MODAL, text, self.finite), *self.denied]


_TO = Said("to", Tag.TO, "to", None)
_BE = Said("be", Tag.INFINITIVE, "be", None)
_BEEN = Said("been", Tag.PARTICIPLE, "be", None)
_HAVE = Said("have", Tag.INFINITIVE, "have", None)


def _is_strong_present(low: str, stem: str) -> bool:
    """ "wirft", "gibt", "fällt": the vowel of the second and third person of strong verbs, with its ending."""
    if not low.endswith("t"):
        return False
    bare = low.removesuffix("t")
    spelled = (("e", "i"), ("e", "ie"), ("a", "ä"), ("au", "äu"), ("o", "ö"), ("eh", "ieh"), ("ehm", "imm"))
    return any(stem.replace(one, other, 1).startswith(bare[: max(3, len(bare) - 1)]) for one, other in spelled)
