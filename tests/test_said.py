"""Words that somebody says are printed with who says them: the whole pipeline, from a capture to what is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import pipeline
from generator.errors import InputError, VerificationError
from generator.model import Claim, Digest
from generator.verify import verify
from tests.making import story

ARTICLE = """The harbour was closed for two days after a storm tore away a part of the old pier, officials said.

The council of the island met on Monday and decided to rebuild it in stone, which will cost about two million crowns.
"""

REST = """The ferries to the mainland were running again on Tuesday, and the fish market opened at six in the morning.

Engineers from the mainland will look at the old lighthouse next week, since its lamp was broken in the same storm.
"""


def capture(*paragraphs: str) -> str:
    return "\n\n".join((ARTICLE, *paragraphs, REST))


def built(*paragraphs: str) -> Digest:
    return pipeline.build(story(one=capture(*paragraphs)))


def about(digest: Digest, words: str) -> Claim:
    return next(claim for claim in digest.claims if words in claim.text)


# Long enough to be a passage of its own beside another sentence.
MIDDLE = (
    "The clerks burned the ledgers of Tarn in a barrel behind the town hall, page after page, and nobody wondered what"
    " they were doing there or who of all people had sent for a barrel"
)


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            (f"“We did nothing. {MIDDLE}. They were paid for it,” Ada Kell said on Monday.",),
            f"Ada Kell: “{MIDDLE}.”",
        ),
        (
            (f"‘The dogs’ home is ours. {MIDDLE}. They were paid for it,’ Ada Kell said on Monday.",),
            f"Ada Kell: ‘{MIDDLE}.’",
        ),
        (
            (f"'The council's men left. {MIDDLE}. They were paid for it,' Ada Kell said on Monday.",),
            f"Ada Kell: '{MIDDLE}.'",
        ),
        ((f"»We did nothing. {MIDDLE}. They were paid for it«, Ada Kell said.",), f"Ada Kell: »{MIDDLE}.«"),
        ((f"”We did nothing. {MIDDLE}. They were paid for it”, Ada Kell said.",), f"Ada Kell: “{MIDDLE}.”"),
        (("”We did nothing.", f"”{MIDDLE}.", "”They were paid for it,” Ada Kell said."), f"Ada Kell: “{MIDDLE}.”"),
        ((f'Kell: "We did nothing. {MIDDLE}. They were paid for it."',), f'Kell: "{MIDDLE}."'),
        (
            ("Ada Kell opened the meeting of the council.", f"She added: “We did nothing. {MIDDLE}. They were paid.”"),
            f"Ada Kell: “{MIDDLE}.”",
        ),
        (("“We did nothing.", f"“{MIDDLE}.", "“They were paid for it,” Ada Kell said."), f"Ada Kell: “{MIDDLE}.”"),
        (("Ada Kell said: “We did nothing.", f"{MIDDLE}.", "They were paid for it.”"), f"Ada Kell: “{MIDDLE}.”"),
        (("Ada Kell spoke to the council on Monday.", f"“{MIDDLE}. They were paid.”"), f"Ada Kell: “{MIDDLE}.”"),
        ((f"“{MIDDLE}. They were paid.”", "Ada Kell was speaking in Tarn on Monday."), f"Ada Kell: “{MIDDLE}.”"),
        ((f"“{MIDDLE}. They were paid.” — Ada Kell, the mayor of the island, on Monday.",), f"Ada Kell: “{MIDDLE}.”"),
        (
            (f"“We did nothing. {MIDDLE}. {'We asked them why again and again in spring. ' * 60}” Ada Kell said.",),
            f"Ada Kell: “{MIDDLE}.”",
        ),
        (
            (f"“We did nothing,” Sen. Ada Kell, a Tarn liberal, said in a letter. “{MIDDLE}. They were paid.”",),
            f"Sen. Ada Kell, a Tarn liberal: “{MIDDLE}.”",
        ),
        ((f"“We did nothing,” asked Ms. Kell. “{MIDDLE}. They were paid.”",), f"Ms. Kell: “{MIDDLE}.”"),
        ((f"“We did nothing,” Kell went on. “{MIDDLE}. They were paid.”",), f"Kell: “{MIDDLE}.”"),
        ((f"In a letter Kell said, “We did nothing. {MIDDLE}. They were paid.”",), f"Kell: “{MIDDLE}.”"),
        ((f"Tuesday Ada Kell said, “We did nothing. {MIDDLE}. They were paid.”",), f"Ada Kell: “{MIDDLE}.”"),
        ((f"«We did nothing. {MIDDLE}. They were paid,» Ada Kell said.",), f"Ada Kell: «{MIDDLE}.»"),
        ((f"«We di«d nothing. {MIDDLE}. They were paid,» Ada Kell said.",), f"Ada Kell: «{MIDDLE}.»"),
        ((f"“We did n„othing. {MIDDLE}. They were paid,” Ada Kell said.",), f"Ada Kell: “{MIDDLE}.”"),
        ((f"“We did„ nothing. {MIDDLE}. They were paid,” Ada Kell said.",), f"Ada Kell: “{MIDDLE}.”"),
        ((f"Ada Kell said, “We did nothing. {MIDDLE}.” x.",), f"Ada Kell: “{MIDDLE}.” x."),
    ],
    ids=[
        "closed by its speaker", "single marks", "straight single marks", "guillemets that point in",
        "one glyph twice",
        "one glyph in each paragraph", "a colon", "a pronoun and a colon",
        "opened again in each paragraph", "open over paragraphs", "named in the paragraph before",
        "named in the paragraph after", "signed", "a long one", "a title and an apposition", "asked by", "went on",
        "said before it", "said on a day", "guillemets", "a guillemet within a word", "a low mark within a word",
        "a low mark behind a word", "a scrap behind it",
    ],
)  # fmt: skip
def test_a_sentence_of_a_quotation_is_printed_in_marks_and_with_its_speaker(
    paragraphs: tuple[str, ...], expected: str
) -> None:
    assert about(built(*paragraphs), MIDDLE).text == expected


@pytest.mark.parametrize("end", ["\x0b", "\x85", "\u2028"])
def test_the_menu_of_a_dump_with_odd_line_ends_says_nothing(end: str) -> None:
    said = f"«We did nothing. {MIDDLE}. They were paid,» Emil Kell said on Friday."
    dump = end.join(("Home | World | Politics | Sport", "Storm in Tarn", "", *capture(said).split("\n")))

    assert about(pipeline.build(story(one=dump)), MIDDLE).text == f"Emil Kell: «{MIDDLE}.»"


def test_a_day_before_a_colon_says_nothing() -> None:
    assert about(built(f"Friday: “{MIDDLE}.”"), MIDDLE).attributed_to is None


def test_a_slip_of_a_mark_in_a_sentence_takes_no_denial_in() -> None:
    digest = built('They chose "stone by four votes. Northern Line denied hiding the report.')

    assert about(digest, "hiding the report").kind.value == "denial"


def test_a_denial_in_a_quotation_that_names_nobody_is_one_and_no_support() -> None:
    charge, denial = "The EU said that Petrov had taken the fund.", "“Petrov denied having taken the fund."
    claims = pipeline.build(story(one=capture(charge), two=capture(f"{denial} It rained."))).claims

    assert next(c.kind.value for c in claims if "denied" in c.text) == "denial"
    assert not [c for c in claims if "taken the fund" in c.text and len(c.sources) > 1]


def test_a_slip_of_a_mark_in_a_name_makes_no_speaker_of_its_end() -> None:
    claim = about(built(f"‘{MIDDLE},’ Zora Mül”ler said on Monday."), MIDDLE)

    assert (claim.attributed_to, claim.text) == ("Zora Mül”ler", f"‘{MIDDLE},’ Zora Müller said on Monday.")


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\ufdd0"])
def test_a_denial_in_which_nobody_sees_a_character_is_no_support(unseen: str) -> None:
    charge, denial = "Ada Kell accused the town hall of hiding the report.", "The town hall denied hiding the report."
    other = capture(denial.replace("denied", f"den{unseen}ied"))
    claims = pipeline.build(story(one=capture(charge), two=other)).claims

    assert not [c for c in claims if {"one", "two"} <= set(c.sources) and "hiding the report" in c.text]


def test_words_whose_speaker_nothing_names_keep_their_marks() -> None:
    claim = about(built("The rain stopped at noon.", f"“It was dark. {MIDDLE}. They were paid for it.”"), MIDDLE)

    assert (claim.attributed_to, claim.text) == (None, f"“{MIDDLE}.”")


def test_the_speaker_of_the_next_quotation_is_not_that_of_the_one_before() -> None:
    digest = built("The rain stopped at noon.", f"“{MIDDLE}. They were paid.”", "“It rained,” Ada Kell said.")

    assert about(digest, MIDDLE).attributed_to is None


def test_he_said_after_a_quotation_is_made_plain() -> None:
    digest = built("Mayor Ada Kell opened the meeting of the council.", "“The ledgers of Tarn are safe,” she said.")

    assert about(digest, "ledgers").text == "“The ledgers of Tarn are safe,” [Ada Kell] said."


def test_of_whom_a_quotation_speaks_is_not_who_speaks_next() -> None:
    digest = built("“Jon Addel burned the ledgers of Tarn,” said a clerk.", "“Nine shelves stand empty,” he said.")

    assert about(digest, "Nine shelves").attributed_to == "a clerk"


def test_the_quote_that_is_shown_as_evidence_has_both_its_marks() -> None:
    claim = about(built(f"“We did nothing. {MIDDLE}. They were paid for it,” Ada Kell said."), "We did nothing")

    assert (claim.citations[0].exact, claim.citations[0].shown) == ("“We did nothing.", "“We did nothing.”")


def checked(digest: Digest, change: Claim, paragraphs: tuple[str, ...]) -> str:
    """What ``verify`` finds in the digest with one claim changed."""
    one = story(one=capture(*paragraphs))
    claims = tuple(change if claim.id == change.id else claim for claim in digest.claims)
    with pytest.raises(VerificationError) as caught:
        verify(replace(digest, claims=claims), pipeline.work(one))
    return str(caught.value)


def test_verify_finds_a_speaker_whom_the_printed_words_do_not_name() -> None:
    paragraphs = (f"“We did nothing. {MIDDLE}. They were paid for it,” Ada Kell said.",)
    digest = built(*paragraphs)
    claim = about(digest, MIDDLE)

    assert "does not name 'Ada Kell', who says it" in checked(
        digest, replace(claim, text=f"“{MIDDLE}.”", edits=claim.edits[:-1]), paragraphs
    )


def test_verify_finds_words_of_a_quotation_without_its_marks() -> None:
    paragraphs = ("The rain stopped at noon.", f"“It was dark. {MIDDLE}. They were paid for it.”")
    digest = built(*paragraphs)
    claim = replace(about(digest, MIDDLE), text=f"{MIDDLE}.", edits=())

    assert "printed without its marks" in checked(digest, claim, paragraphs)


def test_verify_finds_a_mark_without_its_partner() -> None:
    paragraphs = ("The rain stopped at noon.", f"“{MIDDLE}. They were paid for it,” Ada Kell said.")
    digest = built(*paragraphs)
    claim = about(digest, MIDDLE)

    assert "a quotation mark has no partner" in checked(
        digest, replace(claim, text=claim.text.replace("”", "")), paragraphs
    )


SENTENCES = (
    "We did nothing.", "The clerks burned 40 ledgers of Tarn in May.", "They were paid,", "Ada Kell said.",
    "However, he left it.", "it rained", "the council's men", "the dogs’ home", "Norland denies it;", '6"',
)  # fmt: skip
MARKS = ("“", "”", '"', "‘", "’", "'", " ", " ", "\n", "\n\n", "„", "«", "»", ": ", " — ", ", ")
soup = st.lists(st.one_of(st.sampled_from(SENTENCES), st.sampled_from(MARKS)), min_size=4, max_size=30).map("".join)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(soup)
def test_however_marks_stand_a_digest_is_built_that_verify_accepts(text: str) -> None:
    try:
        digest = built(text)
    except InputError:
        return
    for claim in digest.claims:
        assert claim.text.count("“") == claim.text.count("”") or "„" in claim.text
