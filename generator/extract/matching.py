"""Which rules of style sheets hold for which elements: cssselect2 matches the selectors.

It matches on a tree of its own kind, which is built here of pages that have rules. Each step in it is counted: what a
selector costs may grow with any power of a page's depth.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from heapq import merge
from operator import attrgetter, itemgetter
from typing import Final
from xml.etree.ElementTree import Element as Node

from cssselect2 import ElementWrapper, Matcher, compile_selector_list
from cssselect2.compiler import CompiledSelector

from generator.extract.elements import Element, Parsed, Void
from generator.extract.sheets import LONGEST_ATTRIBUTE, Rule

# Steps from one element to another, and tests of a selector on one, in all: a microsecond each or less. Where they are
# used up, no rule holds for what follows.
MOST_STEPS = 3_000_000
_BY_TYPE: Final = "of-type"  # such selectors look at all that stands beside an element ...
_BESIDE_IN_A_STEP = 8  # ... and so many in the time of a step
_FAULTY: Final = (ValueError, SyntaxError, RecursionError, MemoryError, NotImplementedError, TypeError)
_NAMED: Final = re.compile(r"\.[\w-]+")
_SOME_TEXT: Final = "x"  # for :empty it is enough to know that there is some

# Classes of the root by which pages say whether scripts run. Whoever reads a page in a browser has them run.
WITH_SCRIPTS: Final = frozenset([".js", ".has-js", ".js-enabled", ".js-on"])
WITHOUT_SCRIPTS: Final = frozenset([".no-js", ".nojs"])


class _ExhaustedError(Exception):
    """The steps are used up."""


class _Steps:
    def __init__(self, left: int) -> None:
        self.left = left

    def take(self, count: int = 1) -> None:
        self.left -= count
        if self.left < 0:
            raise _ExhaustedError


class _Wrapped(ElementWrapper):
    """An element of the tree. Those around it and before it are looked up one by one: the lists of them that cssselect2
    keeps take memory that grows with the square of the depth."""

    def __init__(
        self, node: Node, parent: _Wrapped | None, index: int, previous: _Wrapped | None, in_html_document: bool = True
    ) -> None:
        super().__init__(node, parent, index, previous, in_html_document)
        self.steps: _Steps = _Steps(MOST_STEPS) if parent is None else parent.steps

    @property
    def ancestors(self) -> Iterator[_Wrapped]:
        return self._along(attrgetter("parent"))

    @property
    def previous_siblings(self) -> Iterator[_Wrapped]:
        return self._along(attrgetter("previous"))

    def _along(self, following: Callable[[_Wrapped], _Wrapped | None]) -> Iterator[_Wrapped]:
        element = following(self)
        while element is not None:
            self.steps.take()
            yield element
            element = following(element)

    def iter_children(self) -> Iterator[_Wrapped]:
        for child in super().iter_children():
            self.steps.take()
            yield child


class Tree:
    """Some elements of a page, all those around each of them too, as cssselect2 asks for them."""

    def __init__(self, parsed: Parsed, elements: frozenset[int]) -> None:
        self._parsed = parsed
        self._numbers = elements
        self._compiled: dict[str, list[CompiledSelector]] = {}

    def holding(self, rules: Sequence[Rule], elements: Collection[int]) -> dict[int, tuple[Rule, ...]]:
        """For each of the elements the rules that hold for it, the weightier ones behind."""
        if not rules:
            return {}
        matcher = Matcher()
        for rule in rules:
            for selector in self._selectors(rule.selector):
                matcher.add_selector(selector, rule)
        found: dict[int, tuple[Rule, ...]] = {}
        try:
            for index in sorted(elements):
                if index in self._wrapped:
                    found[index] = tuple(rule for _, _, _, rule in matcher.match(self._wrapped[index]))
        except (_ExhaustedError, RecursionError):
            pass
        return found

    @cached_property
    def _wrapped(self) -> dict[int, _Wrapped]:
        return dict(_wrapped(self._parsed, self._numbers))

    def _selectors(self, text: str) -> list[CompiledSelector]:
        """What a selector selects, unless it is none or of what is no element, as ``::before`` is."""
        if text not in self._compiled:
            try:
                compiled = compile_selector_list(text)
            except _FAULTY:  # of a style sheet: browsers pass such a rule over as well
                compiled = []
            for one in compiled:
                one.test = _counted(one.test, _BY_TYPE in text)
            self._compiled[text] = [one for one in compiled if one.pseudo_element is None]
        return self._compiled[text]


def _counted(test: Callable[[_Wrapped], bool], by_type: bool) -> Callable[[_Wrapped], bool]:
    def counted(element: _Wrapped) -> bool:
        element.steps.take(1 + len(element.etree_siblings) // _BESIDE_IN_A_STEP if by_type else 1)
        return test(element)

    return counted


def _wrapped(parsed: Parsed, wanted: frozenset[int]) -> Iterator[tuple[int, _Wrapped]]:
    """The wanted elements by number. The page and its ``html`` are one."""
    root, html, order = _nodes(parsed, wanted)
    wrapped, last = {0: _Wrapped(root, None, 0, None)}, dict[int, _Wrapped]()
    if html:
        yield html, wrapped[0]
    for index, parent, node in order:
        before = last.get(parent)
        last[parent] = made = _Wrapped(node, wrapped[parent], 0 if before is None else before.index + 1, before)
        if index in wanted:
            wrapped[index] = made
            yield index, made


def _nodes(parsed: Parsed, wanted: frozenset[int]) -> tuple[Node, int, list[tuple[int, int, Node]]]:
    """The root; the number of ``html``; and what stands right in one of the wanted elements, in order: its number (0 of
    what is void), that of the element around it, and itself."""
    elements = parsed.elements
    html = next((index for index, element in enumerate(elements) if element.name == "html"), 0)
    root = _with_scripts(_node(elements[html]))
    nodes = {0: root, html: root}
    order: list[tuple[int, int, Node]] = []
    voids: Iterator[tuple[int, int, Element | Void]] = ((void.before, 0, void) for void in parsed.voids)
    opened: Iterator[tuple[int, int, Element | Void]] = (
        (index, index, element) for index, element in enumerate(elements) if index not in nodes
    )
    for _, index, element in merge(voids, opened, key=itemgetter(0)):
        parent = 0 if element.parent == html else element.parent
        if parent and parent not in wanted:
            continue
        node = _node(element)
        nodes[parent].append(node)
        order.append((index, parent, node))
        if index in wanted:
            nodes[index] = node
    for run in parsed.runs:
        for owner in run.owners:
            if owner in nodes:
                nodes[owner].text = _SOME_TEXT
    return root, html, order


def _with_scripts(root: Node) -> Node:
    """The root with the classes of a page on which scripts run, its own in their order: selectors may ask how the
    attribute begins or ends."""
    own = [name for name in root.get("class", "").split() if f".{name}" not in WITHOUT_SCRIPTS]
    root.set("class", " ".join(dict.fromkeys([*own, *sorted(name[1:] for name in WITH_SCRIPTS)])))
    return root


def needs_scripts(selector: str, names: frozenset[str]) -> bool:
    """Whether a selector is for pages on which scripts run, and the page, of which the names of its elements are given,
    does not say that they did."""
    return any(name[1:] in selector and name in _NAMED.findall(selector) for name in WITH_SCRIPTS - names)


def _node(element: Element | Void) -> Node:
    return Node(element.name, {key: value[:LONGEST_ATTRIBUTE] for key, value in element.attributes.items()})
