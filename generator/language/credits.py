"""Whether a line names who made a picture, as captions do and sentences of an article do not."""

from __future__ import annotations

import re

# What a picture is called where its maker is named, in the languages that pages of news are mostly in.
_PICTURE = (
    "photos?|images?|pictures?|photographs?|photo by|image by|picture by"
    "|(?:main |cover |header )?(?:photo|image|picture)"
    " credit|credits?|photo courtesy|image source|photo source|picture rights|image rights|photo rights"
    "|fotos?|bild|bilder|bildrechte|bildquelle|fotoquelle|quelle bild|foto von|bild von|crédits?|crédit photo"
    "|imagen|imagem|fotografía|fotografia|crédito|immagine|beeld|foto door|zdjęcie|fot|фото|фотография|изображение"
    "|zdroj|kuva|fotoğraf|图片来源|图源|图|写真|撮影"
)
_AGENCY = (
    "Getty Images|Getty|AP Photo|AP|AFP|Reuters|REUTERS|Shutterstock|iStock|EPA|EFE|dpa|DPA|[Pp]icture [Aa]lliance"
    "|Imago|IMAGO|imago|Alamy|Xinhua|Unsplash|Pixabay|ANSA|TASS|PA Images|PA Wire|PA Media|PA|Wikimedia Commons"
)
_MARK = re.compile(r"\s?[:：©]\s?(?=\S)")
_NAMED = re.compile(rf"(?:^|[\s(\[|/–—.-])(?:{_PICTURE})$", re.IGNORECASE)
_OPENED = re.compile(rf"\((?:{_PICTURE}) (?:by|von|de|di|par) ", re.IGNORECASE)
_ENDING = re.compile(
    rf"(?:[(\[/|©–—]|\bvia|\b(?i:photo|image|picture|foto)\b[^.]{{0,40}})\s?(?:{_AGENCY})(?:/[^.]{{0,30}})?[)\]]?\.?$"
    r"|©\s?[A-Z][\w.-]+\s*/.{1,30}$"
)
_LONGEST = 600  # code points of a caption
_WORDS_BEFORE, _END = 24, 90  # code points in which what is named, and who, stands


def names_credit(text: str) -> bool:
    """Whether a line names the maker of a picture: "(Image: Coast Pictures)", "Foto: Ole Brandt", "/Getty Images"."""
    if len(text) > _LONGEST:
        return False
    marks = (found.start() for found in _MARK.finditer(text))
    return (
        any(_NAMED.search(text, max(0, at - _WORDS_BEFORE), at) for at in marks)
        or _ENDING.search(text, max(0, len(text) - _END)) is not None
        or ("(" in text and _OPENED.search(text) is not None)
    )
