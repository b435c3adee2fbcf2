"""Pages that stand in the place of an article, and articles that speak of such pages. All text is invented."""

from __future__ import annotations

import pytest

from generator.clean import clean
from generator.errors import InputError
from generator.extract import extract
from generator.metadata import find_metadata
from generator.model import BlockKind, Document
from tests.making import source

TITLE = "Night train to Halden runs again | Coast Daily"
ARTICLE = (
    "The night train between Velby and Halden ran again on Monday after a rockfall had closed the line for two weeks.",
    "“We have checked every one of the forty-one bridges,” said the spokeswoman Ida Brenner on the platform in Velby.",
    "The repairs cost 1.4 million crowns and were finished four days earlier than planned, the rail authority said.",
)


def page(*lines: str, title: str = TITLE, head: str = "", body: str = "") -> str:
    made = "".join(line if line.startswith("<") else f"<p>{line}</p>" for line in lines)
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}{made}</body></html>"


def read(text: str) -> Document:
    return extract(source(text, media_type="text/html" if text.startswith("<") else "text/plain"))


def refused(text: str) -> InputError:
    with pytest.raises(InputError) as caught:
        read(text)
    return caught.value


WALLS = {
    "a question for consent": (
        (
            "<h1>Before you continue</h1>",
            "We and our 731 trusted partners store and/or access information on a device, such as unique IDs in cookies.",  # noqa: E501
            "You can accept all or manage your choices; some partners process data on the basis of legitimate interest.",  # noqa: E501
            "<button>Accept all</button>",
        ),
        (
            "<h1>Willkommen bei der Küstenpost</h1>",
            "Wir und unsere 194 Partner verarbeiten Daten und nutzen Cookies, um Informationen auf einem Gerät zu speichern.",  # noqa: E501
            "Besuchen Sie die Küstenpost wie gewohnt mit Werbung und Tracking, oder nutzen Sie das Pur-Abo ohne Tracking.",  # noqa: E501
            "Ihre Einwilligung können Sie jederzeit in den Datenschutzeinstellungen widerrufen.",
        ),
        (
            "Avec nos 120 partenaires, nous utilisons des cookies ou traceurs pour stocker et accéder à des informations.",  # noqa: E501
            "Vous pouvez accepter et continuer, ou retirer votre consentement à tout moment dans notre politique.",
        ),
        (
            "Nosotros y nuestros 300 socios usamos cookies para almacenar o acceder a información en un dispositivo.",
            "Puede aceptar y continuar o retirar su consentimiento en cualquier momento.",
        ),
        (
            "Avec votre accord, nos 41 partenaires et nous utilisons des cookies ou technologies similaires.",
            "Vous pouvez vous opposer aux traitements basés sur l’intérêt légitime en cliquant sur « En savoir plus ».",
            "<button>Continuer sans accepter</button>",
        ),
        (
            "Noi e terze parti selezionate utilizziamo cookie o tecnologie simili per finalità tecniche e altre.",
            "Il rifiuto del consenso può rendere non disponibili le relative funzioni.",
        ),
    ),
    "a check for robots": (
        ("<h1>coast.example</h1>", "Verifying you are human. This may take a few seconds.",
         "coast.example needs to review the security of your connection before proceeding."),
        ("Please enable JS and complete the captcha to continue to coast.example now.", "Are you a robot?"),
        ("Pardon Our Interruption", "As you were browsing, something about your browser made us think you were a bot.",
         "To regain access, please make sure you are not using automated tools and complete the CAPTCHA below."),
        ("Please enable JS and disable any ad blocker"),
        ("<title>Just a moment...</title><noscript>Enable JavaScript and cookies to continue</noscript>",),
        ("Access denied: you don’t have permission to access this page on this server. Reference #18.2f1e."),
    ),
    "a paywall": (
        ("Subscribe now to continue reading this article and all that we publish.", "Already a subscriber? Log in here."),  # noqa: E501
        ("Dieser Artikel ist nur für Abonnenten lesbar, sagt unsere Redaktion.", "Jetzt weiterlesen mit dem Abo: ein Monat gratis."),  # noqa: E501
    ),
    "a refusal of readers in your country": (
        ("We are sorry: this content is not available in your region for legal reasons.",
         "Because of the General Data Protection Regulation, access from the European Economic Area cannot be granted."),  # noqa: E501
    ),
    "a request to show advertisements": (
        ("You are using an ad blocker, and we live from what advertisers pay us.",
         "Please disable your ad blocker for this site, then load the page again."),
    ),
    "a page whose text is made by scripts": (
        ("You need to enable JavaScript to run this app, as JavaScript is required here."),
        ('<div id="root"></div><script src="/static/js/main.js"></script>',),
    ),
}  # fmt: skip


@pytest.mark.parametrize("as_text", [False, True])
@pytest.mark.parametrize(("what", "lines"), [(what, lines) for what, pages in WALLS.items() for lines in pages])
def test_what_stands_in_the_place_of_an_article_is_refused_by_name(
    what: str, lines: tuple[str, ...] | str, as_text: bool
) -> None:
    lines = (lines,) if isinstance(lines, str) else lines
    if as_text and any("script" in line and line.startswith("<") for line in lines):
        pytest.skip("nobody copies the text of an empty page")
    text = "\n\n".join(line.replace("<h1>", "").replace("</h1>", "") for line in lines) if as_text else page(*lines)
    error = refused(text)
    assert what in error.problem and error.remedy


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("404", "Nothing lives here, and nothing ever did as far as we can tell."),
        ("Page not found | Coast Daily", "Perhaps one of these will do: the most read of our articles this week."),
        (
            "Seite nicht gefunden – Küstenpost",
            "Die Adresse ist falsch oder der Artikel wurde vor langer Zeit gelöscht.",
        ),
        (
            "503 Service Temporarily Unavailable",
            "The server is busy, as servers are from time to time; come back later.",
        ),
        ("Erreur 404 : page introuvable", "La page que vous cherchez a été déplacée ou supprimée depuis longtemps."),
        ("La página no existe", "El enlace puede estar roto o la página puede haber sido eliminada hace tiempo."),
        ("451: Unavailable due to legal reasons", "We are not allowed to show this page to readers where you are now."),
        ("Oops! That page can’t be found.", "It looks like nothing was found at this location. Maybe try a search?"),
    ],
)
def test_an_error_page_is_refused_whatever_it_offers_beside(title: str, line: str) -> None:
    assert "an error page" in refused(page(line, title=title)).problem
    assert "an error page" in refused(page(f"<h1>{title}</h1>", line, title="Coast Daily")).problem


@pytest.mark.parametrize(
    "lines",
    [
        ("Page not found: how the archive lost a century", *ARTICLE),
        ("Google will let readers reject all cookies with one click, the company said on Tuesday in Brussels.", *ARTICLE),  # noqa: E501
        (*ARTICLE, "By using this site, you consent to our privacy policy and to cookies on your device, as it says."),
        ("Sixteen officers joined the police of Velby on Monday, said its mayor, Una Kell.", "If you register for an account, you consent to our use of cookies on "  # noqa: E501
         "your device, and to our privacy policy, which tells what we do with personal data that we process for others."),  # noqa: E501
        ("The bank said that it had blocked bots, and that customers must confirm they are human to log in.", *ARTICLE),
    ],
)  # fmt: skip
def test_an_article_that_speaks_of_walls_is_an_article(lines: tuple[str, ...]) -> None:
    assert read(page(*lines)).blocks and read("\n\n".join(lines)).blocks


def test_a_sentence_in_which_somebody_else_consents_is_no_question_for_consent() -> None:
    text = "The chapters of Tarn gave their right to the duke, and the bishop gave his consent to these proceedings."
    assert read(text).text == text


def test_a_question_for_consent_beside_an_article_is_furniture() -> None:
    asked = WALLS["a question for consent"][0][1]
    blocks = read("\n".join((*ARTICLE, asked))).blocks
    assert [block.rule for block in blocks] == [None, None, None, "wall:consent"]
    assert blocks[-1].kind is BlockKind.FURNITURE


def teasers(count: int, words: int = 14) -> list[str]:
    text = " ".join(["word"] * (words - 1)) + "."
    return [f"<h2><a href='/{n}'>The council of Velby votes on bridge {n}</a></h2><p>{text}</p>" for n in range(count)]


def test_a_front_page_is_refused() -> None:
    assert "front page" in refused(page(*teasers(9))).problem


def test_a_list_of_articles_with_a_day_of_its_own_gets_a_notice() -> None:
    head = (
        '<meta property="article:published_time" content="2026-05-04">'
        '<link rel=canonical href="https://coast.example/2026/05/04/what-the-papers-say-today">'
    )
    assert [notice.code for notice in read(page(*teasers(9), head=head)).notices] == ["front-page"]


def test_the_text_of_a_list_of_articles_gets_a_notice_and_that_of_an_article_none() -> None:
    item = ("The council of Velby votes on a bridge", ARTICLE[0], "2 hours ago")
    assert [notice.code for notice in read("\n".join(item * 9)).notices] == ["front-page"]
    assert read("\n".join((*ARTICLE, *item * 9))).notices == ()


def test_an_article_with_a_subheading_above_each_paragraph_is_no_list_of_articles() -> None:
    assert read("\n".join(("What the bridge means for Velby", " ".join(ARTICLE[:3])) * 9)).notices == ()


@pytest.mark.parametrize(
    "lines", [(*ARTICLE, *teasers(9, 6)), (*ARTICLE, *teasers(5)), tuple(teasers(9, 80)), (*ARTICLE * 4, *teasers(9))]
)
def test_an_article_with_teasers_or_long_entries_is_no_front_page(lines: tuple[str, ...]) -> None:
    assert read(page(*lines)).notices == ()


def notices(*lines: str) -> list[str]:
    return [notice.code for notice in find_metadata(clean(read(page(*lines)))).notices]


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to continue reading this article.",
        "Already a subscriber? Log in",
        "You have reached your limit of free articles.",
        "Jetzt weiterlesen mit Küstenpost plus",
        "Il vous reste 72 % de cet article à lire.",
        "Contenido exclusivo para suscriptores",
    ],
)
def test_an_article_that_stops_at_a_paywall_says_so(line: str) -> None:
    assert "stops" in notices(*ARTICLE, line)
    read_blocks = clean(read(page("<article>", *ARTICLE, line, "</article>")))
    assert all(line not in read_blocks.text[one.start : one.end] for one in read_blocks.blocks if one.rule is None)


@pytest.mark.parametrize("line", ["Subscribe to our newsletter", "The paper has 4,000 subscribers, its editor said."])
def test_an_article_above_an_offer_is_whole(line: str) -> None:
    assert "stops" not in notices(*ARTICLE, line)


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("<h1>Please confirm your age</h1><p>You must be 18 or older. Please enter your date of birth.</p>", "age"),
        ("<p>Click here if the story doesn’t open after a few seconds.</p><p>Open in Apple News</p>", "leads on"),
        ('<meta http-equiv="refresh" content="0; url=https://coast.example/">Redirecting', "leads on"),
        ("<h1>Oops!</h1><p>We looked everywhere for that page, but it seems to have sailed.</p>", "an error page"),
        (
            "<h1>Hmm. We’re having trouble finding that site.</h1><p>We can’t connect to the server.</p>",
            "an error page",
        ),
        ("<title>Index of /news</title><h1>Index of /news</h1><pre>pier.html 11-Mar-2031 08:00</pre>", "list of files"),
        ("<frameset cols=20%><frame src=a.html></frameset><noframes>No frames here.</noframes>", "frames"),
        ("<iframe srcdoc='&lt;p&gt;The pier burned down.&lt;/p&gt;'></iframe>", "frames"),
        ("<pre>&lt;html&gt;&lt;body&gt;&lt;p&gt;The old pier of Vann burned down on Monday.&lt;/p&gt;</pre>", "source"),
    ],
)
def test_a_page_that_shows_no_article_is_refused_by_what_it_is(page: str, what: str) -> None:
    assert what in refused(f"<html><body>{page}</body></html>").problem
