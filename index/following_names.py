"""The words that tell of whom or of what a question speaks, without case and marks as `folded` leaves them."""

from __future__ import annotations

import re
from enum import Enum

from index.following_words import folded_set
from index.time_signs import folded


def _any(words: str) -> str:
    return f"(?:{'|'.join(sorted(folded_set(words)))})"


# These ask for a person or a group: at the beginning of a question, where they may be another word elsewhere.
WHO = folded_set("who whom whose кто кого кому кем kim kimdir kimi kimlər kimler kimə kime kimin کیست کسی کسانی")
WHO_ANYWHERE = folded_set("kim kimdir kimi kimlər kimler kimə kime kimin کیست کسی کسانی")
WHICH = folded_set("which what какой какая какого hansı hangi کدام")
COPULAS = folded_set("is are was were s такой такая такие это является dir است")
# "Which minister" asks for a person as well, "which city" does not.
PERSONS = folded_set(
    "president minister leader mayor governor senator politician official candidate chief head ceo director coach "
    "actor actress singer musician artist author writer player person man woman king queen prince princess star "
    "scientist президент министр лидер мэр глава директор актёр актриса певец певица автор игрок человек "
    "prezident nazir lider başçı bakan başkan cumhurbaşkanı oyuncu yazar şəxs rəhbər "
    "رئیس وزیر رهبر شهردار بازیگر نویسنده خواننده بازیکن شخص فرد"
)

# Where "and Turkey?" takes the place of Iran: beginnings of names, most of them the same in several languages.
_PLACES = """
iran turkey türkiyə azerbaijan azərbaycan azerbaycan russia rusiya rusya armenia ermənistan ermenistan georgia
gürcüstan gürcistan ukraine ukrayna kazakhstan qazaxıstan kazakistan uzbekistan özbəkistan özbekistan turkmenistan
china çin india hindistan pakistan afghanistan əfqanıstan afganistan iraq irak syria suriya suriye israel israil
lebanon livan lübnan egypt misir mısır saudi-arabia qatar katar uae america amerika usa us abş abd canada kanada
mexico meksika brazil braziliya brezilya germany almaniya almanya france fransa italy italiya italya spain ispaniya
ispanya poland polşa polonya greece yunanıstan yunanistan britain britaniya uk england ingiltərə ingiltere japan
yaponiya japonya korea koreya kore europe avropa avrupa africa afrika asia asiya asya baku bakı bakü tehran təbriz
tabriz ankara istanbul moscow moskva moskova yerevan irəvan erivan tbilisi tiflis kyiv kiev kiyev beijing pekin london
londra paris berlin washington vaşinqton brussels brüssel karabakh qarabağ karabağ nakhchivan naxçıvan nahçıvan gaza
qəzza gazze
"""
_PLACES_RUSSIAN = """
иран турци азербайджан росси армени грузи украин казахстан узбекистан туркменистан китай китае индии индия пакистан
афганистан ирак сири израил ливан египет египт катар оаэ америк сша канад мексик бразили германи франци итали испани
польш греци британи англи япони коре европ африк ази баку тегеран тебриз анкар стамбул москв ереван тбилиси киев пекин
лондон париж берлин вашингтон брюссел карабах нахчыван газ газе
"""
_PLACES_PERSIAN = """
ایران ترکیه آذربایجان روسیه ارمنستان گرجستان اوکراین قزاقستان ازبکستان ترکمنستان چین هند پاکستان افغانستان عراق سوریه
اسرائیل لبنان مصر عربستان قطر امارات آمریکا کانادا مکزیک برزیل آلمان فرانسه ایتالیا اسپانیا لهستان یونان بریتانیا
انگلیس ژاپن کره اروپا آفریقا آسیا باکو تهران تبریز آنکارا استانبول مسکو ایروان تفلیس کی‌یف پکن لندن پاریس برلین
واشنگتن بروکسل قره‌باغ نخجوان غزه
"""
_TURKIC_ENDING = "'?(?:n?[iu]n|n?[dt][ae]n?(?:k[iu])?|[yn]?[ae]|[yns]?[iu]|yl[ae])?"
PLACE = re.compile(
    rf"(?:{_any(_PLACES)}(?:'s|{_TURKIC_ENDING})|{_any(_PLACES_RUSSIAN)}[а-я]{{0,2}}|{_any(_PLACES_PERSIAN)})"
)
AND = folded_set("and и və ve və و")
# Written with a capital, and no name where they stand alone.
NO_NAMES = PERSONS | folded_set(
    "i iranian azerbaijani turkish russian chinese american british french german ukrainian israeli iraqi syrian "
    "armenian georgian european saudi indian pakistani japanese korean italian spanish greek polish canadian mexican "
    "brazilian egyptian arab western african asian english"
)


class Case(Enum):
    """What may stand in the place of a pronoun."""

    NAME = "a name"
    OWNER = "a name with 's"
    OTHER = "no name as it is: the language has another case there"
    THING = "none, since it means no person"


CASES = {
    **dict.fromkeys(folded_set("he she him her they them o onlar او آنها آنان ایشان он она они"), Case.NAME),
    **dict.fromkeys(folded_set("his their"), Case.OWNER),
    **dict.fromkeys(folded_set("его её ему ей им их нём ней нему ним них ними"), Case.OTHER),
    **dict.fromkeys(folded_set("onun onu ona ondan onların onları onlara"), Case.OTHER),
}
OF_SEVERAL = folded_set("they them their onlar onların onları onlara آنها آنان ایشان они их них ними")
_FEMININE = folded_set("она её ей ней")
_CYRILLIC = re.compile("[а-я]")
_RUSSIAN_CASES = re.compile("(?:[еиоуыю]|[ыое]м|[ое]и)$")
_TURKIC = folded_set("o onlar onun onu ona ondan onların onları onlara")
_TURKIC_CASES = re.compile("(?:[iu]n|[dt][ae]n?|[aeiu])$")


def stands_alone(name: str, pronoun: str) -> bool:
    """Whether a name is in no case, or may be in none, and can take the place of a pronoun; the latter folded."""
    form = folded(name)
    if _CYRILLIC.search(form):
        return not _RUSSIAN_CASES.search(form) and (pronoun in _FEMININE or form[-1] not in "ая")
    return pronoun not in _TURKIC or not _TURKIC_CASES.search(form)
