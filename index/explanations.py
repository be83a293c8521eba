"""Which questions only a whole sentence can answer."""

from __future__ import annotations

import re

from index.normal import words

# Quantities and names, asked for with the words for "how": a few words answer them.
_HOW_MUCH = """
many much few little long short old young far near close deep high low tall big large small great wide broad thick thin
heavy fast quick quickly slow slowly soon late early often frequently frequent recently regularly rare common likely
expensive cheap costly rich poor hot cold warm strong weak full good bad well badly important popular big hard difficult
easy safe dangerous serious severe successful effective accurate powerful
"""
_HOW_MUCH_RUSSIAN = r"""
долго часто много мало далеко близко давно скоро быстро медленно высоко глубоко сильно рано поздно дорого дешево дёшево
велик\w* стар\w? зовут звать звали зовется зовётся назыв\w+ назв\w+ именуется
"""


def _any_of(words: str) -> str:
    """Return the pattern of one of the words."""
    return f"(?:{'|'.join(words.split())})"


_EXPLAINED = rf"""
  why | how(?!\s(?:{_any_of(_HOW_MUCH)})\b)
| niyə | niye | (?:nə|ne)\s(?:üçün|ucun|cür|sebepl?e|səbəb\w+|diye|için|şekilde) | nəyə\sgörə | hansı\s(?:səbəb|yol)\w+
| necə(?:dir)?(?!\s(?:ad\w+|nəfər)\b)
| neden | ni[çc]in | nas[ıi]l(?!\sbir\b) | hangi\s(?:neden|sebep|yol)\w+
| почему | зачем | отчего | из\sза\sчего | по\sкакой\sпричине | каким\s(?:образом|путём|путем)
| как(?!\s(?:{_any_of(_HOW_MUCH_RUSSIAN)})\b)
| چرا | چگونه | چطور | چه\sطور | چجوری | چه\sجوری | به\sچه\s(?:دلیل|علت|منظور)\w*
"""
_OTHERS = """
who whom whose what when where which how
kim kimin kimə kime kimdən kimden kimlə kimle nə nəyi nəyə nəyin nədən nədir harada hara haraya haradan hansı neçə
neçənci nece necə ne neyi neye neyin nedir nerede nereye nereden hangi hangisi kaç kaçıncı nasıl nasil
кто кого кому кем чей чья чьё чье чьи что чего чему чем где куда откуда когда сколько какой какая какое какие какого
какую каким каких как каков какова
کی چه چی چیست کیست کجا کدام چند چقدر
"""
_ASKING = re.compile(rf"\b(?:(?P<explained>{_EXPLAINED})|{_any_of(_OTHERS)})\b", re.VERBOSE)


def asks_for_explanation(question: str) -> bool:
    """Whether the first question word asks why or how: in English, Azerbaijani, Turkish, Russian or Persian.

    "How many" and its like ask for a quantity.
    """
    first = _ASKING.search(" ".join(words(question)))
    return first is not None and first["explained"] is not None
