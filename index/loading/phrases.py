"""The words of the page around an article, by language: the table to extend when chrome gets into a text.

Case, digits and punctuation do not count; commas part the entries.
"""

# Whole lines that count only at the head and the foot of a text: in its middle they may be of the article.
EDGES = {
    "en": """
        latest, share, share this, share article, share this article, tags, topics, tweet, email, print,
        save, copy link, link copied, listen, listen to this article, follow, follow us, subscribe, sign in,
        log in, register, home, menu, search, skip to content, skip to main content, comments, comment,
        leave a comment, post a comment, view comments, related, related topics, explore more on these
        topics, related articles, related stories, related news, related content, see also, read also, also
        read, more on this story, more from, more news, more, most read, most popular, trending,
        recommended, you may also like, you might also like, top stories, latest news, newsletter,
        newsletters, back to top, facebook, twitter, whatsapp, telegram, linkedin, reddit, instagram,
        youtube, x, pinterest, messenger, viber, live, watch, video, summary, companies, exclusive, min
        read, minute read, minutes read, mins read, reading time, views, published, updated, last updated,
        minute ago, minutes ago, mins ago, hour ago, hours ago, day ago, days ago, by, by staff, staff
        writer, by staff writer, by our staff, advertising, sponsored
    """,
    "ru": """
        поделиться, теги, тэги, комментарии, комментировать, оставить комментарий, подписаться,
        подписывайтесь, главная, новости, последние новости, все новости, лента новостей, популярное, самое
        читаемое, читайте также, читать также, материалы по теме, по теме, новости по теме, похожие новости,
        похожие материалы, рекомендуем, смотрите также, распечатать, печать, версия для печати, сохранить,
        вконтакте, одноклассники, телеграм, скопировать ссылку, реклама, фото, просмотров, минут назад,
        минуту назад, минуты назад, час назад, часа назад, часов назад, дней назад, обновлено, опубликовано,
        слушать новость, войти, поиск, меню, перейти в медиабанк
    """,
    "tr": """
        paylaş, etiketler, etiket, yorumlar, yorum yap, yorum yaz, abone ol, takip et, bizi takip edin, ana
        sayfa, anasayfa, haberler, son dakika, son haberler, en çok okunanlar, çok okunanlar, ilgili
        haberler, benzer haberler, önerilen haberler, yazdır, kaydet, giriş yap, dakika önce, saat önce, gün
        önce, güncelleme, güncellendi, yayınlanma, giriş, okuma süresi, google news, dinle
    """,
    "az": """
        paylaş, teqlər, teqlar, şərhlər, şərh yaz, abunə ol, ana səhifə, xəbərlər, son xəbərlər, xəbər
        lenti, ən çox oxunanlar, oxşar xəbərlər, əlaqəli xəbərlər, bizi izləyin, çap et, çap, dəqiqə əvvəl,
        saat əvvəl, gün əvvəl, yenilənib
    """,
    "fa": """
        اشتراک گذاری, برچسب ها, برچسب, نظرات, ارسال نظر, دیدگاه ها, عضویت, صفحه اصلی, خانه, آخرین اخبار,
        آخرین خبرها, پربازدیدترین, پربازدیدها, اخبار مرتبط, مطالب مرتبط, مطالب پیشنهادی, چاپ, ذخیره, کپی
        لینک, لینک کوتاه, دقیقه پیش, ساعت پیش, روز پیش, تاریخ انتشار, کد خبر
    """,
}

# Whole lines that nobody writes in an article: they go wherever they stand.
ANYWHERE = {
    "en": """
        read more, show more, load more, advertisement, advertisement continue reading, continue reading,
        advertisement scroll to continue, article continues below, article continues after advertisement,
        story continues below, story continues below advertisement, skip advertisement, scroll to continue,
        add us on google, getty images, purchase licensing rights, opens new tab, our standards the thomson
        reuters trust principles, follow us on social media, all rights reserved, accept all cookies
    """,
    "ru": "читать далее, читать полностью, показать ещё, на правах рекламы, подробнее, все права защищены",
    "tr": "devamını oku, reklam, haberin devamı aşağıda, tüm hakları saklıdır, daha fazla göster",
    "az": "ətraflı oxu, davamını oxu, reklam, bütün hüquqlar qorunur, daha çox",
    "fa": "بیشتر بخوانید, ادامه مطلب, تبلیغات, تمامی حقوق محفوظ است",
}

# How such lines begin. They go where no full stop shows them to be a sentence.
BEGINNINGS = {
    "en": """
        stay up to date with, stay up to date on, stay informed with, follow us on, follow our channel, sign
        up for our, sign up to our, sign up for free, subscribe to our, subscribe for, join our telegram,
        join our whatsapp, join us on telegram, join us on whatsapp, get the latest news, get our free, get
        our newsletter, get our app, download our app, download the app, read also, also read, read next,
        click here to, image source, image credit, photo credit, image copyright, our standards, listen to
        this article, find us on, add as preferred
    """,
    "ru": """
        читайте также, подписывайтесь на, подпишитесь на, следите за нашими новостями, следите за новостями,
        присоединяйтесь к нам, смотрите также, источник фото, автор фото
    """,
    "tr": """
        bizi takip edin, takip edin, abone olun, ayrıca okuyun, ilginizi çekebilir, fotoğraf kaynağı,
        haberleri almak için
    """,
    "az": "bizi izləyin, abunə olun, kanalımıza abunə, həmçinin oxuyun, telegram kanalımıza",
    "fa": """
        ما را در تلگرام, ما را در اینستاگرام, ما را در شبکه های, به کانال تلگرام, عضو کانال, همچنین بخوانید,
        بیشتر بخوانید
    """,
}

# A sentence that begins so is chrome, at the head and the foot, if it has one of these words.
CHANNELS = {
    "en": """
        newsletter, newsletters, channel, channels, whatsapp, telegram, twitter, facebook, instagram,
        youtube, linkedin, app, updates, notifications, alerts, podcast
    """,
    "ru": "канал, канале, телеграм, рассылку, новостями, соцсетях",
    "tr": "kanalımızı, kanalımıza, bülten, bültenimize, sosyal medyada",
    "az": "kanalımıza, kanalımızı",
    "fa": "تلگرام, اینستاگرام, کانال",
}

# With a number, the heading of the comments: what follows it is not of the article.
COUNTED = {
    "en": "comment, comments",
    "ru": "комментарий, комментарии, комментария, комментариев",
    "tr": "yorum, yorumlar",
    "az": "şərh, şərhlər",
    "fa": "نظر, نظرات",
}

# Words with a capital that are of a section or a publisher, and of no person's name.
SECTIONS = {
    "en": """
        africa, agency, america, analysis, analytics, asia, associated, breaking, business, central,
        channel, city, club, courier, culture, daily, east, economy, editor, editorial, europe, finance,
        gazette, guardian, health, herald, home, images, international, jazeera, journal, life, magazine,
        market, markets, media, middle, more, national, network, new, news, newspaper, north, observer,
        opinion, politics, post, press, radio, read, report, reporter, reuters, science, service, society,
        south, sport, sports, staff, star, states, studies, tech, technology, telegraph, the, times, today,
        tribune, tv, united, university, us, watch, weekly, west, wire, world, york
    """,
    "ru": """
        агентство, бизнес, в, главная, журнал, культура, мир, мире, мнение, мнения, наука, новости,
        общество, политика, происшествия, редакция, россия, спорт, экономика
    """,
    "tr": "dünya, ekonomi, gündem, haber, haberleri, siyaset, spor",
    "az": "cəmiyyət, iqtisadiyyat, siyasət, xəbər, xəbərlər",
}
