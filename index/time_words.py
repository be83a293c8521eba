"""The words of time in five languages, by the sign that stands for them in `index.time_signs`.

They are regular expressions. "~" is where the endings of the language may follow; ", " divides the items of a list.
Of two signs that fit at the same place the one further up in ENGLISH counts.
"""

from __future__ import annotations

MONTHS = [
    *("JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE"),
    *("JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"),
]
WEEKDAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]
NUMBERS = ["ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN"]

ENGLISH = {
    "BEFORE_YESTERDAY": "(?:the )?day before yesterday",
    "YESTERDAY": "yesterday~|last (?:night|evening)",
    "TODAY": "(?<!usa )(?<!russia )today~|tonight~|this (?:morning|afternoon|evening)",
    "THIS_YEAR": "(?:start|beginning) of the year",
    "RECENTLY": "(?<!most )(?<!more )recent(?! (?:years|decades))|recently|lately|nowadays|these days|the other day",
    "WEEKDAYS": "monday, tuesday, wednesday, thursday, friday, saturday, sunday",
    "WEEKEND": "(?:(?<=this )|(?<=last )|(?<=past )|(?:over|at|on|during) the )weekend~",
    "MONTHS": "jan(?:uary)?, feb(?:ruary)?, mar(?:ch)?, apr(?:il)?, may, june?, july?, aug(?:ust)?, "
    "sep(?:t(?:ember)?)?, oct(?:ober)?, nov(?:ember)?, dec(?:ember)?",
    "IN": "in|during|early|mid|late|(?:start|beginning|middle|end|month|week|weekend|half|rest) of",
    "SINCE": "since",
    "FEW": "few|several",
    "NUMBERS": "one, two|couple(?: of)?, three, four, five, six, seven, eight, nine, ten",
    "HOUR": "hour~",
    "DAY": "day~",
    "WEEK": "week~",
    "MONTH": "month~",
    "YEAR": "year~",
    "THIS": "this|current",
    "LAST": "last|previous",
    "PAST": "past",
    "AGO": "ago",
    "NEXT": "next|(?:up)?coming",
    "ROUGHLY": "than|nearly|almost|least|roughly|approximately",
    "COUNTED": "people|dollars|euros|pounds|usd|eur|azn|workers|jobs|employees|troops|soldiers|homes|miles|feet|km"
    "|met(?:er|re)s|kilomet(?:er|re)s|tons|tonnes|million|billion|percent|gmt|utc",
}
# Azerbaijani and Turkish.
TURKIC = {
    "BEFORE_YESTERDAY": "srağa ?gün~|əvvəlsi gün~|evvelsi gün~|önceki gün~",
    "YESTERDAY": "dünən(?:ki)?|dün(?:kü)?",
    "TODAY": "bu ?gün~|bu (?:səhər|axşam|gecə|sabah|akşam|gece)~",
    "RECENTLY": "bu yaxınlarda|son (?:vaxt|zaman|dövr|dönem)~|təzəlikcə|geçenlerde|yakın zamanda|kısa süre önce",
    # Where a name has another meaning (market, mosque, surname), only what makes it a day counts.
    "WEEKDAYS": "bazar ertəsi~|pazartesi~, çərşənbə axşamı~|salı gün~|geçen salı, çərşənbə~|çarşamba~, "
    "cümə axşamı~|perşembe~, cümə gün~|(?:keçən|ötən) cümə(?! axşamı)|cuma gün~|geçen cuma, şənbə~|cumartesi~, "
    "(?:bazar|pazar) gün~|(?:keçən|ötən) bazar(?! ertəsi)|geçen pazar",
    "WEEKEND": "həftə ?sonu~|hafta ?sonu~",
    "MONTHS": "yanvar|oca[kğ], fevral|şubat, mart, aprel|nisan, may|mayıs, iyun|haziran, iyul|temmuz, avqust|ağustos, "
    "sentyabr|eylül, oktyabr|ekim, noyabr|kasım, dekabr|aralı[kğ]",
    "SINCE": "bəri|beri|bu yana",
    "FEW": "bir neçə|birkaç|bir kaç",
    "NUMBERS": "bir, iki, üç, dörd|dört, beş, altı, yeddi|yedi, səkkiz|sekiz, doqquz|dokuz, on",
    "HOUR": "saat~",
    "DAY": "gün~",
    "WEEK": "həftə~|hafta~",
    "MONTH": "ay~",
    "YEAR": "il~|yıl~|sene~",
    "THIS": "bu|cari|hazırkı",
    "LAST": "keçən|ötən|keçmiş|əvvəlki|geçen|geçtiğimiz|önceki|evvelki",
    "PAST": "son",
    "AGO": "(?:bundan )?(?:əvvəl|öncə|qabaq)|önce|evvel",
    "NEXT": "gələn|növbəti|gələcək|gelecek|önümüzdeki",
    "ROUGHLY": "təxminən|azı|yaklaşık",
    "COUNTED": "nəfər~|adam~|kişi~|insan~|manat~|dollar~|dolar~|lira~|avro~|euro~|kilometr~|kilometre~|faiz~",
}
RUSSIAN = {
    "BEFORE_YESTERDAY": "позавчера",
    "YESTERDAY": "вчера~",
    "TODAY": "сегодня~",
    "RECENTLY": "недавн~|на днях|(?:в|за) последнее время",
    # The word for Wednesday also means surroundings.
    "WEEKDAYS": "понедельника?, вторника?, (?:(?<=в )|(?<=прошлую )|(?<=эту ))среду(?! обитания)|(?<=со )среды, "
    "четверга?, пятниц[уы], суббот[уы], воскресень[ея]",
    "WEEKEND": "выходн~",
    "MONTHS": "январ~, феврал~, март[аеу]?, апрел~, ма[йяе], июн~, июл~, август[аеу]?, сентябр~, октябр~, ноябр~, "
    "декабр~",
    "IN": "в|во|начале|середине|конце",
    "SINCE": "с|со",
    "FEW": "несколько",
    "NUMBERS": "один|одну|одного|одной, дв[ае]|двух, три|тр[её]х, четыре|четыр[её]х, пять|пяти, шесть|шести, "
    "семь|семи, восемь|восьми, девять|девяти, десять|десяти",
    "HOUR": "час(?:а|ов)?",
    "DAY": "день|дня|дней|дни",
    "WEEK": "недел~",
    "MONTH": "месяц~",
    "YEAR": "год(?:а|у|ом|ы|ов)?|лет",
    "THIS": "эт(?:а|и|у|ой|ом|от|ого|их)|нынешн~|текущ~",
    "LAST": "прошл~|минувш~|предыдущ~",
    "PAST": "последн~|прошедш~",
    "AGO": "(?:тому )?назад",
    "NEXT": "следующ~|будущ~|предстоящ~",
    "ROUGHLY": "более|около|почти|свыше|менее",
    "COUNTED": "человек~|рубл~|доллар~|евро|километр~|метр~|км|процент~|тонн~|раз",
}
PERSIAN = {
    "BEFORE_YESTERDAY": "پریروز",
    "YESTERDAY": "دیروز|دیشب",
    "TODAY": "امروز|امشب",
    "THIS_YEAR": "امسال",
    "RECENTLY": "اخیرا?|به ?تازگی|تازگی~|این روزها|امروزه",
    # A Friday imam, the Friday prayers and the city of Dushanbe are none.
    "WEEKDAYS": "(?<!شهر )دو ?شنبه, سه ?شنبه, چهار ?شنبه, پنج ?شنبه, (?<!نماز )(?<!امام )جمعه, شنبه, یک ?شنبه",
    "WEEKEND": "(?:آخر|پایان) هفته~",
    # The names of May also mean fog, and begin verbs.
    "MONTHS": "ژانویه, فوریه, مارس, آوریل, (?:مه|می)(?= (?:سال )?\\d)|(?<=\\d )(?:مه|می)|(?<=ماه )مه, ژوئن, "
    "ژوئیه|ژوییه|جولای, اوت|آگوست, سپتامبر, اکتبر, نوامبر, دسامبر",
    "IN": "در|طی",
    "SINCE": "از",
    "FEW": "چند",
    "NUMBERS": "یک, دو, سه, چهار, پنج, شش, هفت, هشت, نه, ده",
    "HOUR": "ساعت~",
    "DAY": "روز~",
    "WEEK": "هفته~",
    "MONTH": "ماه~",
    "YEAR": "سال~",
    "LAST_YEAR": "پارسال",
    "THIS": "این",
    "GONE": "گذشته|قبلی",
    "ONGOING": "جاری",
    "AGO": "(?:پیش|قبل)(?! از)",
    "NEXT": "آینده|بعدی?|آتی",
    "ROUGHLY": "حدود|تقریبا",
    "COUNTED": "نفر|دلار|تومان|ریال|یورو|کیلومتر|متر|درصد|تن|میلیون|میلیارد|هزار",
}
