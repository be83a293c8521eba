"""A question -> what it asks about an article as such: who wrote it, when and where it was published, what it says.

Only questions that name no article are told, or that have its title in quotation marks: "Who wrote it?" is about the
one that is talked about, "Who wrote “Orlen bridge closed”?" about the one of that title, and "Who wrote Hamlet?" is a
question like any other.
"""

from __future__ import annotations

import re
from enum import Enum

from index.normal import folded, one_line
from index.records import Article, Field, day
from index.sentences import sentences

# The lead is what has so many sentences, those not counted that are as short as "BAKU, Azerbaijan, April 28."
_LEAD_SENTENCES = 2
_LEAD_WORDS = 6


class Aspect(Enum):
    """What is asked about an article."""

    AUTHORS = "authors"
    DATE = "date"
    PUBLISHER = "publisher"
    CONTENT = "content"


_QUOTED = re.compile(r"“([^“”]+)”|«([^«»]+)»|„([^„“”]+)[“”]|\"([^\"]+)\"")
_TITLE = "titleinquotes"  # stands for it where the forms are looked for
_IT = {
    "en": rf"(?:it|this|that|(?:this|the|that) (?:article|story|piece|text|news|report|post)(?: {_TITLE})?|{_TITLE})",
    "az": rf"(?:bu|bunu|bunun|(?:bu |{_TITLE} )?(?:məqalə|xəbər|yazı|mətn)\w*|{_TITLE})",
    "tr": rf"(?:bu|bunu|bunun|(?:bu |{_TITLE} )?(?:makale|haber|yazı|metin|metn)\w*|{_TITLE})",
    "ru": r"(?:это|эту|этой|(?:эт\w+ )?(?:стать\w+|новост\w+|текст\w*|материал\w*|заметк\w+)"
    rf"(?: {_TITLE})?|{_TITLE})",
    "fa": rf"(?:این|آن|(?:این |آن )?(?:مقاله|خبر|متن|گزارش|مطلب)(?: {_TITLE})?|{_TITLE})",
}
_WRITTEN = r"(?:published|written|posted|released)"
_FORMS = {
    Aspect.AUTHORS: {
        "en": rf"who (?:wrote|authored) {_IT['en']}|who(?: is|s) the (?:author|writer)(?: of {_IT['en']})?"
        rf"|who(?: is|s) {_IT['en']} by|(?:the )?authors?(?: of {_IT['en']})?|by whom|who was {_IT['en']} written by",
        "az": rf"(?:{_IT['az']} )?kim yazıb(?:dır)?|(?:{_IT['az']} )?müəllif\w* kim(?:dir)?|müəllif\w*",
        "tr": rf"(?:{_IT['tr']} )?kim yaz(?:dı|mış|mıştır)|(?:{_IT['tr']} )?yazar\w* kim(?:dir)?|yazar\w*",
        "ru": rf"кто (?:{_IT['ru']} )?написал(?: {_IT['ru']})?|кто (?:является )?автор\w*(?: {_IT['ru']})?|автор",
        "fa": rf"{_IT['fa']} را (?:چه کسی|کی) نوشته(?: است)?"
        rf"|(?:چه کسی|کی) {_IT['fa']} را نوشته(?: است)?|نویسنده ?(?:ی )?(?:{_IT['fa']} )?(?:کیست|چه کسی است)|نویسنده",
    },
    Aspect.DATE: {
        "en": rf"when was {_IT['en']} {_WRITTEN}|when did {_IT['en']} (?:come out|appear)"
        rf"|(?:what(?: is|s) )?(?:the )?(?:publication )?date(?: of {_IT['en']})?"
        rf"|how old is {_IT['en']}|when is {_IT['en']} from",
        "az": rf"(?:{_IT['az']} )?(?:nə vaxt|nə zaman|haçan) (?:dərc|çap|nəşr|yayım|yazıl)\w*(?: olun\w+| edil\w+)?"
        r"|(?:dərc|nəşr|yayım\w*) tarixi",
        "tr": rf"(?:{_IT['tr']} )?ne zaman (?:yayı[mn]|yazıl|çık)\w*|yayı[mn]\w* tarihi(?: ne(?:dir)?)?",
        "ru": rf"когда (?:{_IT['ru']} )?(?:был\w+ )?(?:опубликова|написа|выш)\w+(?: {_IT['ru']})?"
        rf"|дата публикации(?: {_IT['ru']})?",
        "fa": rf"{_IT['fa']} (?:کی|چه زمانی) (?:منتشر|نوشته) شد\w*(?: است)?|تاریخ انتشار(?: {_IT['fa']})?",
    },
    Aspect.PUBLISHER: {
        "en": rf"who published {_IT['en']}|where was {_IT['en']} published|(?:the )?publisher(?: of {_IT['en']})?"
        rf"|(?:which|what) (?:newspaper|paper|site|agency) (?:is {_IT['en']} from|published {_IT['en']})",
        "az": rf"(?:{_IT['az']} )?(?:harada|hansı \w+) (?:dərc|çap|nəşr|yayım)\w*(?: olun\w+| edil\w+)?",
        "tr": rf"(?:{_IT['tr']} )?(?:nerede|hangi \w+) yayı[mn]la\w+|yayıncı\w*(?: kim(?:dir)?)?",
        "ru": rf"где (?:{_IT['ru']} )?(?:был\w+ )?опубликова\w+(?: {_IT['ru']})?|кто (?:{_IT['ru']} )?опубликовал"
        rf"(?: {_IT['ru']})?",
        "fa": rf"{_IT['fa']} کجا منتشر شد\w*(?: است)?|ناشر(?: {_IT['fa']})?(?: کیست)?",
    },
    Aspect.CONTENT: {
        "en": rf"what(?: is|s) {_IT['en']} about|what does {_IT['en']} say|(?:a )?summary(?: of {_IT['en']})?"
        rf"|summari[sz]e(?: {_IT['en']})?|what happened in {_IT['en']}",
        "az": rf"{_IT['az']} nə (?:haqqında|barədə)\w*|{_IT['az']} nədən (?:bəhs edir|danışır)|qısa məzmun\w*",
        "tr": rf"{_IT['tr']} ne(?:yin)? (?:hakkında|üzerine)\w*|{_IT['tr']} neden? (?:bahsediyor|söz ediyor)|özet\w*",
        "ru": rf"о ч[её]м (?:{_IT['ru']}|говорится в {_IT['ru']}|речь в {_IT['ru']})|кратко(?:е содержание)?",
        "fa": rf"{_IT['fa']} (?:درباره|در مورد|راجع به)\w* ?(?:ی )?چیست|خلاصه(?: {_IT['fa']})?",
    },
}
_PATTERNS = {aspect: re.compile("|".join(forms.values())) for aspect, forms in _FORMS.items()}
_ISOLATES = "\u2066\u2067\u2068\u2069"  # put around what runs in the other direction
_MARKS = re.compile(r"[^\w\s]")


def aspect_of(question: str) -> Aspect | None:
    """Return what the question asks about an article, named by its title at most; None for any other question."""
    words = " ".join(_MARKS.sub("", folded(_QUOTED.sub(f" {_TITLE} ", question))).split())
    return next((aspect for aspect, pattern in _PATTERNS.items() if pattern.fullmatch(words)), None)


def title_in(question: str) -> str | None:
    """Return what stands in quotation marks, without the dots that say that it goes on; None where nothing does."""
    found = _QUOTED.search(question)
    title = next(filter(None, found.groups()), "") if found else ""
    return one_line("".join(char for char in title if char not in _ISOLATES).rstrip(" .…"))


def place(article: Article, aspect: Aspect) -> tuple[Field, int, int] | None:
    """Return where the article says so, [start, end) of a field; None where it is not known."""
    if aspect is Aspect.CONTENT:
        places = sentences(article.text)
        whole = [end for start, end in places if len(article.text[start:end].split()) >= _LEAD_WORDS]
        return "text", places[0][0], whole[min(_LEAD_SENTENCES, len(whole)) - 1] if whole else places[-1][1]
    words = {
        Aspect.AUTHORS: " and ".join(article.authors),
        Aspect.DATE: day(article.published) if article.published else "",
        Aspect.PUBLISHER: article.publisher or "",
    }[aspect]
    # The title comes first in a header, and may hold the same words.
    start = article.header.rfind(words) if words else -1
    return ("header", start, start + len(words)) if start >= 0 else None
