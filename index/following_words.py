"""The words of follow-up questions in five languages, without case and marks on letters as `folded` leaves them.

Azerbaijani and Turkish stand together: without their marks they share most of these words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.time_signs import folded


@dataclass(frozen=True, slots=True)
class Tongue:
    """What follow-ups are made of in one language, or in two that are close.

    The patterns read a folded message: `opening` and `closing` what stands around a fragment, as "what about" does,
    `backward` a question about somebody or something that it does not name, whose group "pronoun" stands for that.
    """

    opening: re.Pattern[str]
    closing: re.Pattern[str]
    backward: tuple[re.Pattern[str], ...]
    asking: frozenset[str]
    beside_asking: frozenset[str]  # "exactly": a question that has nothing else still says nothing
    doing: frozenset[str]  # verbs that say of a sentence no more than that it was said, or happened
    pointing: frozenset[str]  # stand for a sentence
    before_names: frozenset[str]  # prepositions
    never: frozenset[str]  # not in a fragment, besides those above


_FOREIGN = re.compile(r"[^\x00-\x7f]+")


def folded_set(words: str) -> frozenset[str]:
    """Return the words of a text in the form that `folded` gives."""
    return frozenset(folded(words).split())


def _pattern(text: str) -> re.Pattern[str]:
    # Folded as a whole, a pattern would lose the capitals of its signs.
    return re.compile(_FOREIGN.sub(lambda found: folded(found[0]), text))


def _patterns(*texts: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(_pattern, texts))


def _any(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


_NONE = "(?!)"
_IN_ENGLISH = "in at on of for to from with by about between under against over near into during inside across since"
_ASKED = "who whom whose what which when where why how"
_AUXILIARY = "is are was were do does did has have had will would can could should"
_BE_DO = "is are was were do does did will would can could should"
# At most three words behind "it": "how long does it take to win" and "why is it so hot" mean nothing before them.
_NO_IT = "to that when if for from in mean take rain snow raining snowing hot cold warm dark windy going"
_IT = rf"it(?=(?: (?!{_any(_NO_IT)}\b)[a-z]+){{0,3}}$)"
# "When did they stop making pennies" means nobody.
_THEY = r"they(?= [a-z]+(?: (?:it|that|this|about|for|from|there))?$)"
_WHAT = (
    rf"(?!.*\b{_any('time day date year month late hot cold warm dark far')} {_any('is was')} it\b)"
    rf"(?:{_any(_IN_ENGLISH)} )?{_any(_ASKED)}(?: (?!{_any(f'{_AUXILIARY} i we you')} )[a-z]+){{0,3}}"
)
ENGLISH = Tongue(
    opening=_pattern(
        r"(?:(?:ok|okay|so),? )?(?:(?:(?:and|but|or),? )?(?:what|how) about |(?:and|but|or),? (?:as for )?)"
        r"|(?:ok|okay|so),? "
    ),
    closing=_pattern(_NONE),
    backward=_patterns(
        rf"{_WHAT}(?: {_any(_AUXILIARY)}|'s) (?P<pronoun>he|she|{_THEY}|{_IT})(?![\w'])",
        # "Which province has its own courts" means that province.
        rf"{_WHAT}(?: {_any(_BE_DO)}|'s) (?P<pronoun>his|her|their|its)(?= (?!{_any(_IN_ENGLISH)}\b)[a-z])",
        rf"{_any(_AUXILIARY)} (?P<pronoun>he|she)(?![\w'])",
        rf"who (?!{_any(_AUXILIARY)} )[a-z]+ (?P<pronoun>him|her|them|it)$",
        r"what (?:happened|will happen) to (?P<pronoun>him|her|them|it)$",
        # "How many people live there", and not "how many people are there".
        rf"{_any(_ASKED)}\b.* (?!{_any(_AUXILIARY)} |be |been |r )[a-z]+ (?P<pronoun>there)$",
        rf"{_any('when where why how')} {_any('is was are were')} (?P<pronoun>this|that|these|those)"
        r"(?= (?:[a-z]+ed|built|made|done|found|held|sold|written|sent|won|lost|known|possible|important)$)",
    ),
    asking=folded_set(_ASKED),
    beside_asking=folded_set(
        f"{_IN_ENGLISH} exactly precisely else much many long old far often soon come so until one"
    ),
    doing=folded_set(
        f"{_AUXILIARY} s be been being done say says said tell told happen happens happened happening mean means meant "
        "claim claims claimed announce announced report reports reported confirm confirmed decide decided cause caused "
        "start started begin began end ended take took place known called"
    ),
    pointing=folded_set("it this that then next there these those"),
    before_names=folded_set(_IN_ENGLISH),
    never=folded_set(
        "i me my we us our you your he him his she her they them their its not no yes if because also just like "
        "please thanks thank still yet finally now only or but and then"
    ),
)
_IN_RUSSIAN = "в во на для по с со из изо от до к ко о об обо про у за при над под между против через"
_ASKED_RUSSIAN = (
    "кто кого кому кем ком что чего чему чем где куда откуда когда почему зачем отчего сколько скольким какой какая "
    "какое какие какого какую каких каким какими каком как чей чья чьё чьи чью насколько"
)
RUSSIAN = Tongue(
    opening=_pattern(
        r"(?:(?:а|и|но|ну) )?(?:(?:что|как) (?:насчет|по поводу|касательно) |как же )|(?:а|и|но|ну|а и),? "
    ),
    closing=_pattern(_NONE),
    backward=_patterns(
        rf"(?:{_any(_IN_RUSSIAN)} )?{_any(_ASKED_RUSSIAN)}(?: [а-я]+){{0,2}} "
        r"(?P<pronoun>он|она|они|его|ее|их|ему|ей|им|нем|ней|них|нему|ним|ними)\b",
        rf"(?P<pronoun>он|она|они|его|ее|ему|ей) {_any(_ASKED_RUSSIAN)}\b",
    ),
    asking=folded_set(_ASKED_RUSSIAN),
    beside_asking=folded_set(
        f"{_IN_RUSSIAN} именно точно конкретно ещё же так раз лет много мало долго далеко часто скоро"
    ),
    doing=folded_set(
        "сказал сказала сказали сказано заявил заявила заявили говорит говорил говорила говорят сообщил сообщила "
        "сообщили объявил объявила объявили подтвердил подтвердила был была было были будет будут бывает произошло "
        "произойдёт случилось случится происходит значит означает является есть стало решил решила решили сделал "
        "сделала сделали утверждает известно называется началось закончилось думает считает"
    ),
    pointing=folded_set("это этого этому этим этом тогда там туда оттуда потом такое"),
    before_names=folded_set(_IN_RUSSIAN),
    never=folded_set(
        "я мне меня мы нас нам ты вы вас вам он она они его её их ему ей им не нет да если потому также только "
        "спасибо пожалуйста теперь или но и а"
    ),
)
_ASKED_TURKIC = (
    "kim kimi kimə kimin kimdən kimlə kimdir kime kimden kimle nə nəyi nəyə nəyin nədən nədir niyə neyi neye neyin "
    "neden nedir niye niçin nasıl necə necədir neçə neçənci neçədir harada haradadır hara haraya haradan haçan nerede "
    "nereye nereden neresi hansı hangi hangisi kaç kaçta kaçıncı"
)
TURKIC = Tongue(
    opening=_pattern(r"(?:bəs|və|peki ya|peki|ya|ve),? (?:(?:ya|bəs) )?"),
    closing=_pattern(r" (?:necə|bəs|ne durumda|ne olacak)$"),
    backward=_patterns(
        rf"(?P<pronoun>o|onlar|onun|onların|onu|onları|ona|onlara|ondan) {_any(_ASKED_TURKIC)}\b",
        rf"{_any(_ASKED_TURKIC)}(?: (?:vaxt|zaman|üçün|qədər|kadar|için))? "
        r"(?P<pronoun>onun|onların|onu|onları|ona|onlara|ondan|onlar)\b",
    ),
    asking=folded_set(_ASKED_TURKIC),
    beside_asking=folded_set(
        "vaxt zaman qədər kadar üçün için görə göre tam olaraq olarak dəqiq başqa başka daha dəfə kere kez"
    ),
    doing=folded_set(
        "dedi dediler dedilər deyib deyir deyən demiş söyledi söylədi söyleyib söyləyib söylüyor oldu olub olmuş olur "
        "olacaq olacak baş verdi verib verir demək demek deməkdir demektir anlama mənası gəlir geliyor açıqladı "
        "açıkladı bildirdi bildirib idi edib etti etdi elan ilan qərar karar gerçekleşti meydana geldi çıktı"
    ),
    pointing=folded_set("bu bunu buna bunun bundan sonra orada ora oraya burada bura"),
    before_names=frozenset(),
    never=folded_set(
        "mən mənə ben bana biz bizə bize siz sizə size sən sen o onun onlar onu ona yox yok hə evet bəli hayır "
        "amma ama çünki çünkü sağ ol təşəkkür teşekkür var mı mi mu mü"
    ),
)
_ASKED_PERSIAN = "چه چی چیست کی کیست کجا کجاست چرا چگونه چطور چند چقدر کدام کسی کسانی"
_IN_PERSIAN = "در برای از به تا با درباره مورد بین میان روی"
PERSIAN = Tongue(
    opening=_pattern(r"(?:و|پس|خب|اما)،? (?:(?:در مورد|درباره) )?|(?:در مورد|درباره) (?=.* (?:چطور|چی|چه)\W*$)"),
    closing=_pattern(r" (?:چطور|چه طور|چی|چه)$"),
    backward=_patterns(
        rf"(?P<pronoun>او|آنها|آنان|ایشان)\b(?=.*\b{_any(_ASKED_PERSIAN)}\b)",
        rf"(?:{_any(_ASKED_PERSIAN)} )?(?:{_any(_IN_PERSIAN)} )?(?:(?!ای )[^\W\d]+ )?(?P<pronoun>او|آنها|آنان|ایشان)\b"
        rf"(?=.*\b{_any(_ASKED_PERSIAN)}\b)",
        rf"{_any(_ASKED_PERSIAN)} (?:(?:زمانی|کسی|کسانی|قدر|وقت) )?(?:را )?(?P<pronoun>او|آنها|آنان|ایشان)\b",
    ),
    asking=folded_set(_ASKED_PERSIAN),
    beside_asking=folded_set(f"{_IN_PERSIAN} دقیقا زمانی وقت وقتی قدر نفر سال دیگر که"),
    doing=folded_set(
        "گفت گفته گفتند گوید میگوید است بود شد شده شود افتاد افتاده اتفاق رخ داد داده یعنی معنی معنا معناست اعلام کرد "
        "کرده کردند می دهد را هست نوشت"
    ),
    pointing=folded_set("این آن اینها همین اینجا آنجا بعد سپس"),
    before_names=folded_set(_IN_PERSIAN),
    never=folded_set(
        "ماذا متى من ما كيف كم هل أين لماذا بماذا أي مرا ما شما تو او آنها ایشان نه بله اگر چون فقط ممنون مرسی یا ولی"
    ),
)
TONGUES = (ENGLISH, RUSSIAN, TURKIC, PERSIAN)
BEFORE_NAMES = frozenset().union(*(tongue.before_names for tongue in TONGUES))
