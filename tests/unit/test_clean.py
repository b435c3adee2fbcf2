"""What is article text and what is page furniture. Pages are invented; the last test reads the project's captures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator.clean import choose_article, choose_marked, clean
from generator.errors import InputError
from generator.language.lines import describe_line
from generator.language.page import FEATURES, line_rows, main_stretch
from generator.language.trees import LineModel, read_model
from generator.model import Block, BlockKind, Document
from tests.making import document

CAPTURES = Path(__file__).parents[2] / "content" / "stories" / "lavrov-pyongyang" / "captures"

BODY = (
    "The harbour council of Velm voted on Tuesday to close the old ferry line to the island of Orrin from next spring.",
    "Council leader Ines Tarrow said that the line had lost money for six years, and that two of its three ships were"
    " no longer fit to sail. She added that a bus over the new bridge would take its place.",
    "Islanders who had come to the meeting protested against the decision. Many of them work in the town and fear that"
    " the bridge will be closed in winter storms, as it was for eleven days in January.",
    "The transport ministry has promised to pay for a study of the winds on the bridge. A spokesman said that its"
    " results were expected before the end of the year, but he did not rule out a delay.",
    "The ferry has sailed between Velm and Orrin since 1921. In its best years it carried more than two hundred"
    " thousand passengers, most of them visitors of the island's bathing places.",
)
HEADLINE = "Velm council votes to close ferry line to Orrin"
MENU = ("Home", "News", "Sport", "Culture", "Weather", "Log in", "Subscribe", "Search")
TEASERS = (
    "Latest news",
    "Bakers of Harn march against the price of flour",
    "Three days ago",
    "Why the lighthouse keepers of the north want their dogs back",
    "Five things to know about the new stamp duty",
    "Read more",
)


def cleaned(*lines: str) -> Document:
    return clean(document("\n\n".join(lines)))


def of_kind(result: Document, *kinds: BlockKind) -> list[str]:
    return [result.text[block.start : block.end] for block in result.blocks if block.kind in kinds]


def furniture(result: Document) -> list[str]:
    return of_kind(result, BlockKind.FURNITURE)


def paragraphs(result: Document) -> list[str]:
    return of_kind(result, BlockKind.PARAGRAPH)


def headings(result: Document) -> list[str]:
    return of_kind(result, BlockKind.HEADING)


# Shapes of pages


def test_an_article_alone_is_kept_whole() -> None:
    assert paragraphs(cleaned(*BODY)) == list(BODY)


def test_menu_headline_byline_and_teasers_around_an_article_are_furniture() -> None:
    top = (*MENU, HEADLINE, "by Jon Addel", "3 comments", "Shipping")
    result = cleaned(*top, *BODY, *TEASERS, "Copyright @2024 - The Velm Bell | All rights reserved.")
    assert paragraphs(result) == list(BODY)
    assert set(furniture(result)) >= {*MENU, "by Jon Addel", "3 comments", "Shipping", *TEASERS}


def test_a_breadcrumb_is_furniture() -> None:
    crumb = f"Home » {HEADLINE}"
    assert crumb in furniture(cleaned(crumb, HEADLINE, *BODY))


def test_a_subheading_between_paragraphs_is_a_heading_even_when_it_speaks_of_more() -> None:
    result = cleaned(HEADLINE, "by Jon Addel", *BODY[:3], "More About The Bridge", *BODY[3:], "You may also like")
    assert headings(result) == ["More About The Bridge"]
    assert "You may also like" in furniture(result)


@pytest.mark.parametrize(
    "line",
    (
        "The Council Will Vote on a Bridge That Nobody in the Town of Velm Ever Asked for. The Debate Ignored It.",
        "MAYOR OF VELM CALLS HARBOUR BRIDGE A 'GIFT TO THE ISLANDS' AND WARNS COUNTY THAT IT IS NOT ENOUGH FOR THEM",
    ),
)
def test_a_line_in_the_capitals_of_titles_is_a_heading_however_long_and_whatever_its_end(line: str) -> None:
    assert headings(cleaned(*BODY[:3], line, *BODY[3:])) == [line]


def test_a_sentence_of_many_names_is_no_heading() -> None:
    line = "Mayor Ilse Ardahl, Governor Olav Brekke and Bishop Anna Thorsen opened the bridge."
    assert line in paragraphs(cleaned(*BODY[:3], line, *BODY[3:]))


def test_a_short_line_that_opens_a_quotation_is_no_heading() -> None:
    """It goes on in the line below, in whatever way lines were broken."""
    broken = ("Ilse Ardahl: “Our", "children cannot cross the strait to Orrin in winter.”")
    result = cleaned(HEADLINE, *BODY[:3], *broken, *BODY[3:])
    assert not set(broken).intersection(headings(result))
    assert set(broken) <= set(paragraphs(result))


def test_template_headings_between_paragraphs_are_headings() -> None:
    result = cleaned(
        "Tuesday, May 7, 2024", f"{HEADLINE} | BELL", BODY[0], "Heading 1: The end of a line", "Heading 2: Money",
        BODY[1], "Heading 2: Voices from the island", *BODY[2:4], "Heading 1: Conclusion", "Heading 2: Looking back",
        BODY[4], "Latest stories------",
    )  # fmt: skip
    assert [text.split(":")[0] for text in headings(result)] == [f"Heading {level}" for level in (1, 2, 2, 1, 2)]
    assert furniture(result) == ["Tuesday, May 7, 2024", f"{HEADLINE} | BELL", "Latest stories------"]


def test_a_table_of_contents_run_together_in_one_line_is_furniture() -> None:
    contents = "IntroductionThe Vote of the CouncilVoices from the IslandWhat the Ministry PromisesConclusion"
    result = cleaned(
        *MENU, HEADLINE, "4 Min Read 12.5k Views", BODY[0], "Contents", contents, "The Vote of the Council", BODY[1],
        "Voices from the Island", BODY[2], "What the Ministry Promises", BODY[3], "Conclusion", BODY[4], *TEASERS,
    )  # fmt: skip
    assert contents in furniture(result)
    assert paragraphs(result) == list(BODY)


def test_teasers_that_are_cut_short_are_furniture() -> None:
    teaser = "Introduction For decades the bakers of Harn had sold their bread at one price, and nobody had ever…"
    result = cleaned(HEADLINE, *BODY, "YOU MAY ALSO LIKE", "Bakers of Harn march", teaser, "Trade", "22k Views")
    assert teaser in furniture(result)


def test_questions_and_answers_about_the_article_are_kept() -> None:
    pairs = (
        "Why will the ferry line to Orrin be closed?",
        "The ferry line will be closed because it has lost money for six years and two of its ships cannot sail.",
        "What will take the place of the ferry?",
        "A bus over the new bridge is to take the place of the ferry. Islanders fear that it will not run in storms.",
    )
    result = cleaned(HEADLINE, *BODY, "Frequently Asked Questions (FAQs) about the ferry", *pairs)
    assert paragraphs(result)[-2:] == [pairs[1], pairs[3]]
    assert headings(result)[-2:] == [pairs[0], pairs[2]]


def test_a_line_that_is_nothing_but_a_link_is_furniture() -> None:
    link = "  • [The ferry line of Orrin and its ships](Insert URL here)"
    result = cleaned(HEADLINE, *BODY[:3], link, *BODY[3:])
    assert [(text, block.rule) for text, block in labelled(result) if "Insert" in text] == [
        (link.strip(), "nothing but a link")
    ]


@pytest.mark.parametrize("day", ["7 мая 2026 г.", "7 травня 2026 р., 18:02", "7 maja 2026 r."])
def test_a_day_alone_is_furniture_though_it_ends_like_a_sentence(day: str) -> None:
    text = "Городской совет в четверг одобрил закрытие моста в Талгарске на девять недель."
    assert day in furniture(cleaned("Мост в Талгарске закроют", day, text, "Ремонт обойдётся в сто миллионов рублей."))


def test_comments_of_readers_are_furniture() -> None:
    comments = (
        "2 comments", "SaltyDog May 8, 2024 - 3:46 pm", "so sad, i took that ship every summer", "Reply",
        "Ada77 May 8, 2024 - 8:27 pm", "who needs a ferry with a bridge??", "Reply", "Leave a Comment",
    )  # fmt: skip
    result = cleaned(HEADLINE, *BODY, "You may also like", *comments)
    assert set(furniture(result)) >= set(comments)
    assert paragraphs(result) == list(BODY)


def test_list_items_between_paragraphs_of_the_article_are_kept_as_list_items() -> None:
    items = tuple(
        f"• {item}"
        for item in (
            "the ferry line closes on the first of April and its last ship is sold",
            "a bus over the bridge runs every hour between six and midnight",
            "islanders pay half of the fare until the end of the year",
        )
    )
    page = "\n\n".join((*BODY[:2], "What the council decided:", "\n".join(f"  {item}" for item in items), *BODY[2:]))
    assert of_kind(clean(document(page)), BlockKind.LIST_ITEM) == list(items)


# What holds for every page


def labelled(result: Document) -> list[tuple[str, Block]]:
    return [(result.text[block.start : block.end], block) for block in result.blocks]


def test_spans_and_text_stay_as_they_were() -> None:
    before = document("\n".join((*MENU, HEADLINE, *BODY, *TEASERS)))
    after = clean(before)
    assert after.text == before.text
    assert [(b.start, b.end) for b in after.blocks] == [(b.start, b.end) for b in before.blocks]


def test_furniture_names_the_rule_that_said_so() -> None:
    result = cleaned(*MENU, HEADLINE, *BODY, *TEASERS)
    rules = {block.rule for block in result.blocks if block.kind is BlockKind.FURNITURE}
    assert None not in rules
    assert "line model: newsletter or account" in rules


def test_a_page_without_an_article_is_refused_with_its_name() -> None:
    with pytest.raises(InputError, match=r"^captures/one\.txt: no article is found"):
        cleaned(*MENU, "Contact us", "Privacy policy", "© 2024 The Velm Bell")


@pytest.mark.parametrize("text", [BODY[0], f"{BODY[1]}\n{BODY[2]}"])
def test_a_capture_of_one_line_or_two_is_kept(text: str) -> None:
    assert paragraphs(cleaned(text)) == text.split("\n")


def test_a_page_without_lines_is_refused() -> None:
    with pytest.raises(InputError):
        clean(document(" \n\n "))


def test_what_markup_calls_furniture_stays_furniture() -> None:
    navigation = "The council of Velm closes the ferry line, and the islanders are angry about its decision."
    page = f"<body><nav><p>{navigation}</p></nav>" + "".join(f"<p>{text}</p>" for text in BODY) + "</body>"
    result = clean(document(page, media_type="text/html"))
    assert furniture(result) == [navigation]
    assert paragraphs(result) == list(BODY)


def test_a_heading_of_the_markup_stays_a_heading() -> None:
    page = f"<p>{BODY[0]}</p><p>{BODY[1]}</p><h2>Islanders protest.</h2><p>{BODY[2]}</p><p>{BODY[3]}</p>"
    assert headings(clean(document(page, media_type="text/html"))) == ["Islanders protest."]


def test_a_headline_that_markup_calls_a_heading_stays_one() -> None:
    page = f"<h1>{HEADLINE}</h1>" + "".join(f"<p>{text}</p>" for text in BODY)
    assert headings(clean(document(page, media_type="text/html"))) == [HEADLINE]


# Parts


def test_the_main_stretch_is_the_run_of_the_greatest_sum() -> None:
    assert main_stretch([3, -5, 4, -1, 6, -9, 2]) == (2, 4)


def test_a_page_whose_lines_all_score_low_is_judged_against_its_best_line() -> None:
    lines = [describe_line("• one"), describe_line("• two"), describe_line("• three")]
    assert choose_article(lines, [-0.6, -2.0, -3.0]) == [True, True, False]


def test_a_line_beside_article_text_needs_less_to_be_kept_than_one_alone() -> None:
    lines = [describe_line(f"• {word}") for word in ("one", "two", "three", "four")]
    assert choose_article(lines, [3.0, -0.2, -3.0, -0.2]) == [True, True, False, False]


def test_a_page_whose_best_line_scores_next_to_nothing_has_no_article() -> None:
    lines = [describe_line("one"), describe_line("two")]
    assert choose_article(lines, [-4.0, -3.5]) == [False, False]


def test_a_score_is_the_sum_of_the_leaves_that_a_row_falls_into() -> None:
    model = LineModel(([0, 2.0, -1.0, [1, 5.0, 0.25, 4.0]], 0.5))
    assert model.scores([[3.0, 5.0]]) == [0.75]


def test_a_row_scores_the_same_whatever_rows_are_scored_with_it() -> None:
    model = LineModel(tuple([0, float(step), 0.1 * step, [1, 0.5, -0.3, 1 / (1 + step)]] for step in range(40)))
    rows = [[float(place % 41), float(place % 2)] for place in range(700)]
    assert model.scores(rows) == [score for row in rows for score in model.scores([row])]


def test_weights_for_other_features_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    path.write_text('{"features": ["size"], "trees": []}', encoding="utf-8")
    with pytest.raises(ValueError, match="fitted on other features"):
        read_model(path, ("size", "chars"))


# The project's own captures: 1-based numbers of the lines that are paragraphs


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("tome", [8, 16, 20, 24, 28, 34, 38, 42, 48]),
        ("informabank", [69, 76, 78, 80, 84, 86, 88, 92, 94, 98, 100, 102, 106, 108, 112]),
        ("unsigned", [1, 2, 3, 4, 5, 6, 7, 8]),
        ("scoop360", [9, 11, 13, 15, 19, 21, 23]),
        ("bbn", [9, 11, 13, 15, 17, 19, 21, 23, 25, 31, 35, 39, 43, 47, 51, 55]),
    ],
)
def test_no_sentence_of_a_capture_is_lost_and_no_furniture_is_kept(name: str, numbers: list[int]) -> None:
    text = (CAPTURES / f"{name}.txt").read_text(encoding="utf-8")
    result = clean(document(text))
    kept = [block for block in result.blocks if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)]
    assert [text.count("\n", 0, block.start) + 1 for block in kept] == numbers


# Long pages, short pages, and pages whose markup speaks

THINGS = (
    ("sawmill", "cut its shifts after the spruce was sold abroad", "Foreman"),
    ("orchestra", "found a new conductor in a singer of thirty", "Violinist"),
    ("glacier", "lost eleven metres of its tongue over the summer", "Surveyor"),
    ("school", "taught its pupils to repair the clocks of the district", "Teacher"),
    ("brewery", "buried a barrel that nobody may open for a century", "Brewer"),
    ("marathon", "was won by a postman who had never run so far", "Trainer"),
    ("archive", "sold the letters of a queen to pay for its roof", "Keeper"),
    ("tramway", "stood still because a swan had nested on its rails", "Driver"),
)
PLACES = ("Aldra", "Brenn", "Corvo", "Deskin", "Elmar", "Fosna", "Grell", "Hovden", "Istrel", "Jarnik", "Kolm", "Lauve")
NAMES = ("Anders", "Bodil", "Cato", "Dagny", "Eskil", "Frida", "Gorm", "Hedda", "Idar", "Jorun", "Knut", "Liv", "Magne")


def many_matters(count: int) -> list[str]:
    """So many paragraphs, each on a matter of its own."""
    return [
        f"The {thing} of {PLACES[i % 12]} {deed}, and {1200 + 37 * i} people came to see it. {role} {NAMES[i % 13]} of"
        f" {PLACES[(i * 5 + 3) % 12]} said that the {THINGS[(i + 3) % 8][0]} nearby would hardly do the same."
        for i in range(count)
        for thing, deed, role in [THINGS[i % 8]]
    ]


def test_numbers_of_a_line_do_not_change_with_the_length_of_its_page() -> None:
    short, long = many_matters(1000), many_matters(4000)
    rows = [list(line_rows([describe_line(text) for text in texts]))[500] for texts in (short, long)]
    assert rows[0] == rows[1]


@pytest.mark.parametrize("count", [200, 1000])
def test_a_long_report_on_many_matters_is_kept_whole(count: int) -> None:
    texts = many_matters(count)
    assert paragraphs(cleaned(HEADLINE, "By Jon Addel", *texts)) == texts


def test_a_short_article_of_short_paragraphs_is_kept_to_its_last_line() -> None:
    texts = (
        "The bridge of Orrin was closed on Monday morning.",
        "A lorry had struck one of its four piers.",
        "Nobody was hurt, the police of Velm said.",
        "Engineers want to look at the pier today.",
        "The ferry takes over until the weekend.",
    )
    assert paragraphs(cleaned(HEADLINE, *texts)) == list(texts)


@pytest.mark.parametrize(
    "texts",
    [
        ("The lock keeper of Harn has resigned.", "He had served the canal for thirty-one years."),
        ("Rain fell on the valley for nine days.", "The road to Orrin is under water, the council said."),
    ],
)
def test_a_capture_of_two_short_paragraphs_is_kept(texts: tuple[str, str]) -> None:
    assert paragraphs(cleaned(*texts)) == list(texts)


MARKED = [
    ("text/html", lambda texts: "<article>" + "".join(f"<p>{text}</p>" for text in texts) + "</article>"),
    ("text/markdown", "\n\n".join),
]
DOUBTFUL = (
    "Subscribe to our newsletter, she told the crowd, and you will hear the rest of it.",
    "More from the council was not to be had on Tuesday evening.",
)


@pytest.mark.parametrize(("media_type", "write"), MARKED)
def test_no_sentence_is_taken_from_what_markup_calls_the_article(
    media_type: str, write: Callable[[Sequence[str]], str]
) -> None:
    texts = [*many_matters(200), *DOUBTFUL, *BODY, "This report was first printed in the evening edition of the Bell."]
    assert paragraphs(clean(document(write(texts), media_type=media_type))) == texts


def test_of_what_markup_calls_the_article_only_what_is_none_anywhere_is_taken() -> None:
    none = ["© 2026 Harbour Post. All rights reserved.", "The pier. Photo: Ole Brandt/Harbour Post"]
    texts = ["Closed.", *BODY[:2], *none, "No."]
    assert choose_marked([describe_line(text) for text in texts]) == [True, True, True, False, False, True]


def test_below_an_article_the_part_about_its_publisher_is_taken() -> None:
    texts = [*BODY[:3], "About Nordlinje", "Nordlinje has run ferries to forty islands for a hundred years."]
    assert choose_marked([describe_line(text) for text in texts]) == [True, True, True, False, False]


def test_prose_between_two_lines_of_the_article_is_kept_whatever_its_score() -> None:
    lines = [describe_line(text) for text in BODY[:3]]
    assert choose_article(lines, [3.0, -6.0, 3.0]) == [True, True, True]


def test_prose_that_goes_on_below_the_article_needs_less_to_be_kept() -> None:
    lines = [describe_line(text) for text in (*BODY[:3], "Read more")]
    assert choose_article(lines, [3.0, -1.5, -1.5, -1.5]) == [True, True, True, False]


def test_short_sentences_that_end_the_article_need_less_to_be_kept() -> None:
    last = "Nobody was hurt, he said.", "The line stays shut."
    lines = [describe_line(text) for text in (BODY[0], *last, "Read more")]
    assert choose_article(lines, [3.0, -1.5, -1.5, -1.5]) == [True, True, True, False]


def test_what_says_when_between_the_lines_of_a_transcript_does_not_part_them() -> None:
    stamped = [line for n, text in enumerate(BODY * 3, start=1) for line in (f"00:{n:02}", text)]
    lines = [describe_line(text) for text in stamped]
    scores = [3.0, 3.0, *[-3.0] * (len(stamped) - 10), *[3.0] * 2, *[-1.5] * 6]
    assert choose_article(lines, scores)[1::2] == [True] * len(BODY) * 3


def test_a_short_sentence_between_two_lines_of_the_article_is_kept() -> None:
    lines = [describe_line(text) for text in (BODY[0], "Nobody was hurt, he said.", "More news", BODY[1])]
    assert choose_article(lines, [3.0, -6.0, -6.0, 3.0]) == [True, True, False, True]


def test_prose_that_shows_signs_of_furniture_is_not_kept_for_where_it_stands() -> None:
    lines = [describe_line(text) for text in (BODY[0], "Sign up for our newsletter to read more like this.", BODY[1])]
    assert choose_article(lines, [3.0, -6.0, 3.0]) == [True, False, True]


# What is set aside though it reads like the article's text


@pytest.fixture
def digits_are_furniture(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model by which every line with a digit is furniture, and every other one article text."""
    model = LineModel(([FEATURES.index("digit_share"), 0.0, 3.0, -3.0],))
    monkeypatch.setattr("generator.clean.load_model", lambda: model)


def set_aside(result: Document) -> list[str]:
    return [text for text, block in labelled(result) if block.set_aside]


ON_THE_FERRY = "The ferry of Orrin carried 212 islanders over the storms of the winter to the council of Velm."
ON_BAKERS = "Bakers in Harn sold 400 loaves on Sunday, and the price of flour fell again."


@pytest.mark.usefixtures("digits_are_furniture")
def test_prose_that_is_set_aside_in_the_article_says_so() -> None:
    numbers = [f"Table {number}" for number in range(9)]
    assert set_aside(cleaned(*BODY[:2], *numbers, ON_BAKERS, *BODY[2:4])) == [ON_BAKERS]


@pytest.mark.usefixtures("digits_are_furniture")
def test_short_sentences_that_are_set_aside_next_to_the_article_say_so_however_many_they_are() -> None:
    short = [f"Ferry {number} stays in port." for number in range(9)]
    first = ("The 9 sailed at noon.", "Only 2 did.")
    assert set_aside(cleaned(*first, *BODY[:2], *short[:4], "No 5.", *short[5:])) == [first[0], *short[:4], *short[5:]]
    assert set_aside(cleaned(*BODY[:4], "Table 1", *short)) == []


@pytest.mark.usefixtures("digits_are_furniture")
def test_prose_next_to_the_article_that_is_set_aside_says_so_where_it_is_on_the_same_matter() -> None:
    assert set_aside(cleaned(*BODY[:4], "Table 1", ON_THE_FERRY)) == [ON_THE_FERRY]
    assert set_aside(cleaned(*BODY[:4], "Table 1", ON_BAKERS)) == []


ANSWERS = (
    "It took nineteen days.",
    "No. The pier was never there, and I told the council so.",
    "I do not know.",
    "We did not want the bridge. Nobody did. It was the ministry that made us build it.",
    "Yes, I think so.",
    "The captain at Orrin waited until the engine was ready, and nobody complained about the fuel.",
)


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("Q: ", "A: "),
        ("TIMES: ", "TARROW: "),
        ("MR. PELL: ", "MS. MIRNO: "),
        ("— ", "— "),
        ("[00:14] Pell: ", "[00:31] Mirno: "),
    ],
)
@pytest.mark.parametrize("joint", ["\n", "\n\n"])
def test_the_turns_of_an_interview_are_article_text(asks: str, answers: str, joint: str) -> None:
    turns = [line for answer in ANSWERS * 3 for line in (f"{asks}Why was that?", f"{answers}{answer}")]
    result = clean(document(joint.join((*MENU, "", HEADLINE, "", *turns))))

    assert [line for line in turns if line in furniture(result)] == []


@pytest.mark.parametrize(
    ("opening", "closing", "scores", "kept"),
    [
        ('"', '"', [3.0, -6.0, -6.0, -6.0], [True, True, True, False]),
        ("“", "”", [3.0, -6.0, -6.0, -6.0], [True, True, True, False]),
        ("«", "»", [-6.0, -6.0, -6.0, 3.0], [False, False, False, True]),  # the article has not opened it
    ],
)
def test_lines_that_go_on_with_a_quotation_which_the_article_leaves_open_are_of_it(
    opening: str, closing: str, scores: list[float], kept: list[bool]
) -> None:
    said = (f"{opening}It was dear", f"{opening}We paid for it", f"{opening}It is over,{closing} Pell said", "More")

    assert choose_article([describe_line(text) for text in said], scores) == kept


def test_a_quotation_that_is_closed_does_not_go_on() -> None:
    lines = [describe_line(text) for text in ('"It was dear," Pell said', '"Best of Orrin" tours')]

    assert choose_article(lines, [3.0, -6.0]) == [True, False]


REPORT = (
    "The harbour bridge of Torvik closes for nine weeks because two of its bearings have cracked, the county said.",
    "Buses will use the old coast road, which adds about 25 minutes to the trip between Torvik and Sandnes.",
    "The repair is expected to cost 18 million crowns, of which the state pays two thirds, the ministry said.",
    "Shopkeepers on the island fear a weak summer and have asked the municipality for a free ferry.",
)


def kept_of(*texts: str) -> list[str]:
    lines = [describe_line(text) for text in texts]
    kept = choose_article(lines, [2.0] * len(lines))
    return [text for text, keep in zip(texts, kept, strict=True) if keep]


@pytest.mark.parametrize(
    "comments",
    [
        ("3 responses to “Harbour bridge of Torvik closes for nine weeks”", "Anna says:", "May 7, 2026 at 9:15 am"),
        ("Comments (3)", "Anna · 2 hours ago", "Reply"),
        ("Leave a comment", "Reply to Anna", "2 days ago"),
    ],
)
def test_readers_comments_below_their_head_are_no_article_however_long(comments: tuple[str, ...]) -> None:
    said = [
        f"I have taken that bridge to work for {n} years and I never saw a crack in it, honestly." for n in range(20)
    ]
    assert kept_of(*REPORT, comments[0], *comments[1:], said[0], *comments[1:], *said[1:]) == list(REPORT)


@pytest.mark.parametrize("head", ["Related stories", "You may also like", "References", "About the author", "Quellen"])
def test_a_head_below_which_little_stands_ends_the_article(head: str) -> None:
    assert kept_of(*REPORT, head, "Seals have come back to the inner fjord.") == list(REPORT)


@pytest.mark.parametrize("head", ["Related stories", "Comments", "12 comments", "Sources", "See also"])
def test_a_head_below_which_the_article_goes_on_does_not_end_it(head: str) -> None:
    found = kept_of(*REPORT, head, *REPORT)
    assert [line for line in found if line != head] == [*REPORT, *REPORT]
    assert kept_of(head, *REPORT)[-4:] == list(REPORT)


@pytest.mark.parametrize("lines", [(), REPORT[:3], (" ".join(REPORT),)])
def test_a_head_with_no_article_above_it_ends_none(lines: tuple[str, ...]) -> None:
    assert kept_of(*lines, "Related stories", "He left.")[-1] == "He left."


def test_lines_of_a_list_with_labels_are_no_conversation() -> None:
    listed = [f"{label}: {value}" for value in range(9) for label in ("Price", "Weight")]

    assert set(listed) <= set(furniture(cleaned(*BODY, "Latest news", *listed)))


@pytest.mark.usefixtures("digits_are_furniture")
def test_where_more_prose_is_set_aside_than_kept_all_of_it_says_so() -> None:
    sold = [f"Bakers in Harn sold {count} loaves on Sunday, and the price of flour fell again." for count in range(12)]

    assert set_aside(cleaned(*BODY[:4], "Latest news 2", *sold)) == sold
    assert set_aside(cleaned(*BODY[:4], "Latest news 2", *sold[:4])) == []


@pytest.mark.usefixtures("digits_are_furniture")
def test_prose_in_another_part_of_the_page_is_not_called_set_aside() -> None:
    assert set_aside(cleaned(*BODY[:4], "Read next: 3", "Latest news 2", ON_THE_FERRY)) == []
