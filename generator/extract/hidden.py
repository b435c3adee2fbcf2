"""What of an HTML page no reader sees, by its style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from generator.extract.colours import Colour
from generator.extract.elements import Element, Parsed, Run, Void
from generator.extract.matching import WITH_SCRIPTS, WITHOUT_SCRIPTS, Tree, needs_scripts
from generator.extract.scope import is_text
from generator.extract.sheets import (
    LONGEST_ATTRIBUTE,
    SCREENS,
    Declared,
    Rule,
    Way,
    cascade,
    declarations,
    read_rules,
)
from generator.extract.style import SHOWING, Look, grounds_of, look, ways_to_hide
from generator.language.scripts import count_words

HIDDEN = "html:hidden"

# An element with more than this share of the page's paragraphs, and with more code points of them than this, is what
# the page is for: a script shows it when it has loaded.
_WHOLE_PAGE, _WHOLE_PAGE_TEXT = 0.9, 1_000
# One rule of a style sheet may hide most of what may be text of the article, as long as so many code points are left:
# of 325 real pages three hide .7 of it, forms of it for machines and what all articles of a site hold, and have 932 and
# more left.
_LEAST_LEFT = 500


def find_hidden(parsed: Parsed, furniture: Sequence[str | None]) -> tuple[list[bool], list[str]]:
    """For each element whether no reader sees the text that stands in it; and the selectors of rules that are not
    applied, since they would hide nearly all of the page's text.

    Only elements around what may be text of the article are asked of, and what stands in them: ``furniture`` is the
    rule of each element by which it is none. ``Element.text`` is known.
    """
    elements = parsed.elements
    # what sheets say that the capture does not hold is not known: letters may have another colour, and their ground too
    page = Look(colour=None, ground=None) if parsed.linked_sheets else Look()
    live = _around(elements, (owner for run in parsed.runs for owner in run.owners if furniture[owner] is None))
    names = _names([*elements, *parsed.voids]) if parsed.sheets else frozenset()
    rules = read_rules(parsed.sheets, _names(elements[index] for index in live), names - WITHOUT_SCRIPTS | WITH_SCRIPTS)
    some = {index: elements[index] for index in live}
    grounds = _grounds(rules, some.values())
    ways = _ways(rules, page, grounds)
    rules = [rule for rule in rules if not (ways[rule] and needs_scripts(rule.selector, names))]
    tree = Tree(parsed, live)
    held = tree.holding([rule for rule in rules if ways[rule]], live)
    own = {index: frozenset[Way]().union(*(ways[rule] for rule in held.get(index, ()))) for index in live}
    suspects = _suspects(own, some, page, grounds)
    if not suspects:
        return [False] * len(elements), []
    asked = _around(elements, suspects) | _inside(elements, suspects, live)
    telling = list(_telling(rules, elements, suspects, asked))
    held = dict.fromkeys(asked, ()) | tree.holding(telling, asked)
    hidden = _hidden(page, elements, held)
    read = sum(run.size for run in parsed.runs if furniture[run.element] is None and is_text(run))
    too_much = _too_much(elements, hidden, held, read)
    if too_much:
        held = {index: tuple(rule for rule in its if rule not in too_much) for index, its in held.items()}
        hidden = _hidden(page, elements, held)
    return hidden, [rule.selector.strip() for rule in rules if rule in too_much]


def _grounds(rules: Iterable[Rule], elements: Collection[Element]) -> frozenset[Colour]:
    """The grounds that rules, styles and attributes of elements declare anywhere."""
    attributes = {id(element.attributes): element.attributes for element in elements}.values()
    styles = [declarations(one["style"]) for one in attributes if "style" in one]
    backs = [{"background": one["bgcolor"]} for one in attributes if "bgcolor" in one]
    return grounds_of([*(rule.declared for rule in rules), *styles, *backs])


def _ways(rules: Iterable[Rule], page: Look, grounds: Collection[Colour]) -> dict[Rule, frozenset[Way]]:
    """The ways in which each rule may hide text."""
    bodies = {id(rule.declared): rule.declared for rule in rules}
    found = {key: ways_to_hide(cascade((body,)), {}, "", page, grounds) for key, body in bodies.items()}
    return {rule: found[id(rule.declared)] for rule in rules}


def _suspects(
    by_rules: Mapping[int, frozenset[Way]], elements: Mapping[int, Element], page: Look, grounds: Collection[Colour]
) -> dict[int, frozenset[Way]]:
    """The elements that may be hidden, by rules or by themselves, and in which ways."""
    written = {(id(one.attributes), one.name): one for one in elements.values()}
    alone = {key: _ways_of(one, page, grounds) for key, one in written.items()}
    found = {index: by_rules[index] | alone[id(one.attributes), one.name] for index, one in elements.items()}
    return {index: ways for index, ways in found.items() if ways}


def _ways_of(element: Element, page: Look, grounds: Collection[Colour]) -> frozenset[Way]:
    attributes = element.attributes
    if "style" not in attributes and SHOWING.isdisjoint(attributes):
        return frozenset()
    return ways_to_hide(cascade((declarations(attributes.get("style", "")),)), attributes, element.name, page, grounds)


def _telling(
    rules: Sequence[Rule], elements: Sequence[Element], suspects: Mapping[int, frozenset[Way]], asked: Collection[int]
) -> Iterator[Rule]:
    """The rules that may tell whether the suspects are hidden."""
    ways = frozenset[Way]().union(*suspects.values())
    called = {}
    for way in ways:
        hiding = [index for index, own in suspects.items() if way in own]
        called[way] = _names(elements[index] for index in (asked if way.inherits else hiding))
    for rule in rules:
        if any(
            names.issuperset(rule.needed) and way.properties & rule.declared.keys() for way, names in called.items()
        ):
            yield rule


def _too_much(
    elements: Sequence[Element], hidden: Sequence[bool], held: Mapping[int, tuple[Rule, ...]], read: int
) -> frozenset[Rule]:
    """The rules that hide nearly all of what may be text of the article, of ``read`` code points."""
    dropped: Counter[Rule] = Counter()
    for index, rules in held.items():
        if hidden[index] and not hidden[elements[index].parent]:
            dropped.update(dict.fromkeys(rules, elements[index].text))
    most = max(read - _LEAST_LEFT, _WHOLE_PAGE_TEXT)
    return frozenset(rule for rule, text in dropped.items() if text > most)


def _around(elements: Sequence[Element], inner: Iterable[int]) -> frozenset[int]:
    """Elements and all around them."""
    found: set[int] = set()
    for index in inner:
        while index not in found:
            found.add(index)
            index = elements[index].parent
    return frozenset(found)


def _inside(elements: Sequence[Element], outer: Collection[int], among: Collection[int]) -> frozenset[int]:
    """Those of the elements that are among others or stand in one of them."""
    found: set[int] = set(outer)
    for index in sorted(among):
        if elements[index].parent in found:
            found.add(index)
    return frozenset(found)


def _names(elements: Iterable[Element | Void]) -> frozenset[str]:
    """What selectors may call elements: tags, and classes and ids with their marks, all in lower case."""
    found: set[str] = set()
    for name, attributes in {(one.name, id(one.attributes)): (one.name, one.attributes) for one in elements}.values():
        found.add(name)
        classes = attributes.get("class", "")[:LONGEST_ATTRIBUTE].lower()
        found.update(f".{one}" for one in classes.split())
        if "id" in attributes:
            found.add(f"#{attributes['id'][:LONGEST_ATTRIBUTE].lower()}")
    return frozenset(found)


def _hidden(page: Look, elements: Sequence[Element], held: Mapping[int, tuple[Rule, ...]]) -> list[bool]:
    """For each element whether it is hidden on every screen; of those that are asked of the rules are given."""
    differ = any(len(rule.screens) < len(SCREENS) for rules in held.values() for rule in rules)
    on_each = [_hidden_on(screen, page, elements, held) for screen in (SCREENS if differ else SCREENS[:1])]
    return [all(hidden) for hidden in zip(*on_each, strict=True)]


def _hidden_on(
    screen: int, page: Look, elements: Sequence[Element], held: Mapping[int, tuple[Rule, ...]]
) -> list[bool]:
    looks = _Looks(screen, page)
    found, total = [0], elements[0].text
    for index, element in enumerate(elements[1:], start=1):
        parent = made = found[element.parent]
        if index in held:
            made = looks.inside(parent, element, held[index])
            if looks.hidden[made] and not looks.hidden[parent] and _whole_page(element, total):
                made = parent
        found.append(made)
    return [looks.hidden[one] for one in found]


class _Looks:
    """How the elements of a page are shown on a screen, each look once, by number; 0 is that of the page itself. What
    is alike in all that counts is looked at once."""

    def __init__(self, screen: int, page: Look) -> None:
        self._screen = screen
        self._looks = [page]
        self._number = {page: 0}
        self.hidden = [page.hidden]
        self._declared: dict[tuple[tuple[Rule, ...], str], Declared] = {}
        self._alike: dict[tuple[int, str, int, tuple[Rule, ...]], int] = {}

    def inside(self, parent: int, element: Element, rules: tuple[Rule, ...]) -> int:
        """The look of an element for which these rules hold in one of look ``parent``. Tags that are written alike
        share their attributes."""
        key = parent, element.name, id(element.attributes), rules
        found = self._alike.get(key)
        if found is None:
            found = self._alike[key] = self._look(parent, element, rules)
        return found

    def _look(self, parent: int, element: Element, rules: tuple[Rule, ...]) -> int:
        attributes = element.attributes
        style = attributes.get("style", "")
        declared = self._declared.get((rules, style))
        if declared is None:
            each = [rule.declared for rule in rules if self._screen in rule.screens]
            declared = self._declared[rules, style] = cascade([*each, declarations(style)])
        if not declared and SHOWING.isdisjoint(attributes):
            return parent
        return self._numbered(look(self._looks[parent], declared, attributes, element.name))

    def _numbered(self, made: Look) -> int:
        if made not in self._number:
            self._number[made] = len(self._looks)
            self._looks.append(made)
            self.hidden.append(made.hidden)
        return self._number[made]


def _whole_page(element: Element, total: int) -> bool:
    return element.text > _WHOLE_PAGE * total and element.text > _WHOLE_PAGE_TEXT


def split_hidden(run: Run, hidden: list[bool], page: str) -> Iterator[Run]:
    """The run without what is hidden in it: at its beginning or end that becomes a run of its own, which is accounted
    for as such; between words it is markup."""
    out = [hidden[owner] for owner in run.owners]
    if not any(out) and not hidden[run.element]:
        yield run
        return
    seen = [index for index, (start, end) in enumerate(run.spans) if not out[index] and page[start:end].strip()]
    first, last = (seen[0], seen[-1] + 1) if seen else (len(out), len(out))
    yield from _part(run, [index for index in range(first) if out[index]], page, hidden)
    yield from _part(run, [index for index in range(first, last) if not out[index]], page, hidden)
    yield from _part(run, [index for index in range(last, len(out)) if out[index]], page, hidden)


def _part(run: Run, indices: list[int], page: str, hidden: list[bool]) -> Iterator[Run]:
    spans = [run.spans[index] for index in indices]
    texts = [page[start:end] for start, end in spans]
    size = sum(len(text.strip()) for text in texts)
    if not size:
        return
    owners = [run.owners[index] for index in indices]
    words = sum(map(count_words, texts))
    element = run.element if hidden[run.element] == hidden[owners[0]] else owners[0]
    yield Run(element, spans, owners, min(run.linked, size), size, words, run.link)
