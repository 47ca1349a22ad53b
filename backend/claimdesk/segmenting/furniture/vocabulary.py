"""Words that stand for a kind of word in phrases: dates, networks, professions, joints of names."""
# ruff: noqa: E501 - words, as many as a line takes

FOLDS = str.maketrans(
    {
        "’": "'",
        "ʼ": "'",
        "`": "'",
        "ş": "ș",
        "ţ": "ț",
        "ı": "i",
        "\u0307": None,
        "-": None,
        "‑": None,
    }
    | dict(zip("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ", strict=True))
    | dict(zip("أإآيكةى", "اااىکهى".replace("ى", "ی"), strict=True))
    | {chr(mark): None for mark in (*range(0x064B, 0x0653), 0x0640, 0x200C, 0x200D)}
)
"""How letters are compared beyond their case: as they are typed by whoever lacks a key."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.casefold().translate(FOLDS).split())


MONTHS_AND_DAYS = _words(
    """
    january february march april june july august september october november december jan feb apr
    jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
    januar jänner februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag
    freitag samstag sonnabend sonntag mär okt dez
    січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
    понеділок вівторок середа четвер п'ятниця субота неділя
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    понедельник вторник среда четверг пятница суббота воскресенье
    janvier février avril juin juillet août septembre octobre novembre décembre lundi mardi
    mercredi jeudi vendredi samedi dimanche
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes
    martes miércoles jueves viernes sábado domingo
    ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie luni
    marți miercuri joi vineri sâmbătă duminică
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada
    grudnia poniedziałek wtorek środa czwartek piątek sobota niedziela
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre lunedì martedì
    mercoledì giovedì venerdì sabato domenica
    janeiro fevereiro março maio junho julho setembro outubro dezembro segunda terça quarta quinta
    sexta
    januari februari maart mei augustus maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    ledna února března dubna května června července srpna září října listopadu prosince pondělí
    úterý středa čtvrtek pátek neděle
    януари февруари март април май юни юли август септември октомври ноември декември понеделник
    вторник сряда четвъртък петък събота неделя
    студзеня лютага сакавіка красавіка траўня чэрвеня ліпеня жніўня верасня кастрычніка лістапада
    снежня
    ocak şubat nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık pazartesi salı çarşamba
    perşembe cuma cumartesi pazar
    ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου
    νοεμβρίου δεκεμβρίου ιαν φεβ μαρ απρ μαΐ ιουν ιουλ αυγ σεπ οκτ νοε δεκ δευτέρα τρίτη τετάρτη
    πέμπτη παρασκευή σάββατο κυριακή
    يناير فبراير مارس أبريل إبريل ابريل مايو يونيو يوليو أغسطس اغسطس سبتمبر أكتوبر اكتوبر نوفمبر
    ديسمبر شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين كانون جانفي فيفري أفريل جوان جويلية
    أوت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت
    فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند ژانویه فوریه آوریل ژوئن
    ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه
    ינואר פברואר מרץ מרס אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר בינואר בפברואר
    במרץ במרס באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר
    जनवरी फरवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर सितम्बर अक्टूबर अक्तूबर नवंबर नवम्बर
    दिसंबर दिसम्बर सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार
    januari juni juli augusti måndag tisdag onsdag torsdag fredag lördag söndag
    marts desember mandag tirsdag lørdag søndag
    tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta
    lokakuuta marraskuuta joulukuuta
    január február március április május június július augusztus szeptember október hétfő kedd szerda
    csütörtök péntek szombat vasárnap
    siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna studenoga prosinca
    januára februára apríla mája júna júla augusta septembra októbra novembra decembra
    """
)
DATE_WORDS = MONTHS_AND_DAYS | _words(
    """
    may mar mars mart a p m am pm at on of the st nd rd th utc gmt cet cest est edt pst bst mon tue wed thu fri sat sun mo di mi do sa so h min um uhr der
    den o об о в у г год року р рік р à le las del de los a alle ore il la ora godz godzina r roku w
    om uur op v ve hod las os às em do de la feira pe dne noon updated
    janv févr avr juil déc ene abr ago dic fev set out dez sty lut kwi maj cze lip sie wrz paź lis
    gru gen mag giu lug ott dic
    ч часа στις π μ πμ μμ ώρα saat tarihinde klo kl kello år
    الساعة صباحا صباحًا مساء مساءً م هـ الموافق الثاني الأول ساعت بعدازظهر ظهر בשעה יום
    ראשון שני שלישי רביעי חמישי שישי बजे को तारीख सुबह शाम
    年 月 日 時 时 分 秒 点 午前 午後 上午 下午 火 水 木 金 土 星期一 星期二 星期三 星期四 星期五 星期六 星期日
    周一 周二 周三 周四 周五 周六 周日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 년 월 일 오전 오후 시 분
    """
)
NETWORKS = _words(
    """
    facebook twitter instagram telegram whatsapp viber linkedin pinterest reddit youtube tiktok
    threads bluesky mastodon tumblr flipboard messenger xing vk vkontakte odnoklassniki
    телеграм телеграмі фейсбук фейсбуці ютуб ютубі інстаграм вайбер твіттер телеграме фейсбуке
    ютубе инстаграм инстаграме твиттер вконтакте одноклассники
    facebooku twitteru twitterze instagramie instagramu whatsappie linkedinie telegramie telegramu
    فيسبوك تويتر واتساب تلغرام تليجرام انستغرام فیسبوک توییتر واتساپ تلگرام اینستاگرام
    פייסבוק טוויטר ווטסאפ טלגרם אינסטגרם फेसबुक ट्विटर व्हाट्सऐप व्हाट्सएप टेलीग्राम
    """
)
BUTTONS = NETWORKS | _words(
    """
    x signal pocket rss email mail print copy link share tweet pin save google news
    correo imprimir courriel drucken correio drukuj stampa printen tisk
    and und et y e та і и și en a or oder ou o або или sau lub of nebo our on auf sur pe na su no
    """
)
ROLES = _words(
    """
    author journalist reporter correspondent editor columnist writer contributor photographer
    freelancer critic producer staff bureau chief newsroom desk intern
    autor autorin journalistin redakteur redakteurin korrespondent korrespondentin reporterin
    kolumnist kolumnistin volontär volontärin fotograf fotografin mitarbeiterin
    журналіст журналістка кореспондент кореспондентка редактор редакторка авторка автор оглядач
    оглядачка репортер репортерка колумніст колумністка
    журналистка корреспондент корреспондентка обозреватель обозревательница репортёр колумнист
    журналист
    journaliste rédacteur rédactrice correspondant correspondante reporter chroniqueur chroniqueuse
    auteur autrice auteure pigiste envoyé envoyée
    periodista redactor redactora corresponsal reportero reportera columnista autora escritor
    escritora editora
    jurnalist jurnalistă redactoare reporteriță corespondent corespondentă editorialist autoare
    dziennikarz dziennikarka dziennikarzem dziennikarką redaktorem redaktorką korespondentem
    korespondentką reporterem reporterką publicystą autorem autorką korespondentka redaktor redaktorka reporterka publicysta publicystka
    autorka
    giornalista redattore redattrice corrispondente cronista autore autrice inviato inviata
    jornalista repórter redator redatora correspondente colunista editor
    journalist redacteur redactrice verslaggever verslaggeefster columniste correspondente
    novinář novinářka redaktorka reportér reportérka zpravodaj zpravodajka komentátor publicista
    журналист журналистка репортер репортерка кореспондент кореспондентка
    yazar muhabir gazeteci editör muhabiri muhabiridir gazetecidir yazarı editörü
    صحفي صحفية كاتب كاتبة مراسل مراسلة محرر محررة
    δημοσιογράφος συντάκτης συντάκτρια ανταποκριτής ανταποκρίτρια αρθρογράφος
    """
)
NAME_JOINTS = _words(
    """
    and und et y e та і й и și i en a oraz or & with mit van von de du di da del della der den dos
    das la le el al bin ben ter te zu af ul ve και
    """
)
BIO_VERBS = _words(
    """
    is was has covers writes reports works ist schreibt berichtet arbeitet est écrit couvre travaille
    es escribe cubre trabaja este scrie relatează lucrează jest pisze relacjonuje pracuje è scrive
    segue lavora é escreve cobre trabalha schrijft werkt je píše působí pracuje є пише працює пишет
    работает освещает είναι γράφει εργάζεται καλύπτει yazıyor çalışıyor отразява работи
    """
)
BEATS = _words("covers writes reports schreibt berichtet écrit couvre escribe cubre scrie pisze")
BEATS |= _words("تكتب يكتب تغطي يغطي")
BEATS |= _words("scrive escreve schrijft píše пише пишет relatează relacjonuje освещает висвітлює")
ATTRIBUTES = _words(
    """
    reports writes report write wrote meldet berichtet schreibt écrit rapporte informe informa
    escribe scrie relatează pisze donosi informuje scrive riporta escreve noticia schrijft meldt
    píše informuje пише повідомляє пишет сообщает передаёт передає
    """
)
SOURCES = _words("from via source aus via quelle з із из из de da din z uit van fuente selon")
SAYS = _words(
    """
    said says told asked added sagte sagt erklärte dit déclaré affirmé dijo afirmó spus declarat
    powiedział powiedziała mówi disse dichiarato zei zegt řekl řekla сказав сказала заявив заявила
    сказал заявил заявила ha hat wurde didn't ruled found warned claimed rügte kritisierte warnte
    повідомив повідомила сообщил сообщила dichiarado a-t-elle a-t-il denuncia critica
    """
)
SUBJECTS = _words(
    """
    i he she it they we you this that there er sie es wir ich ihr man il elle ils elles nous vous on
    je él ella ellos ellas nosotros yo el ea ei ele noi eu tu oni one ona on my ja to ono já lui lei
    loro noi io ele ela eles elas nós hij zij ze wij ik jij он она они мы я это вони він вона ми це
    """
)
READER = _words(
    """
    your you our us we ihr ihre ihrem ihren ihrer unser unsere unseren unserem uns wir dein deine
    deinem votre vos notre nos nous vous su sus tu tus nuestro nuestra nuestros dvs tău ta noastră
    nostru noștri twój twoim twoją nasz nasza naszej naszego nas państwa tuo tuoi tua nostro nostra
    nostri seu sua nosso nossa nossos je jouw uw ons onze váš vaše vašem vaši náš naše naši nás
    ваш ваша вашу ваше вашем вашому наш наша нашу наше нашем нашому нашого нас нам this diese
    dieser dieses diesen questo questa ce cet cette este esta acest această ta tej ten deze dit
    tento tato tyto цей ця цього цьому этот эта этом этого редакція редакция
    """
)
RELATIVES = _words(
    "who which der die das qui que care che który która który która который которая який яка die dat který která"
)
SECTIONS = _words(
    """
    news local world politics business economy culture sport sports opinion society science health
    travel education technology region county crime life lifestyle obituaries exclusive breaking
    pressrelease
    nachrichten lokales regionales politik wirtschaft kultur gesellschaft wissen wissenschaft
    gesundheit panorama feuilleton meinung blaulicht pressemitteilung ratgeber reise eilmeldung
    новини суспільство політика економіка культура спорт світ україна регіони життя наука здоров'я
    технології кримінал надзвичайне пригоди думки освіта пресреліз головне терміново
    новости общество политика экономика мир происшествия здоровье технологии жизнь регионы мнения
    образование прессрелиз криминал срочно главное
    actualité actualités société politique économie monde région faits sciences santé opinions
    éducation faitsdivers communiqué
    noticias actualidad deportes política economía cultura sociedad mundo región sucesos ciencia
    salud opinión educación nacional internacional comunicado
    știri actualitate politică economie cultură societate sănătate știință opinii educație
    comunicat eveniment externe
    wiadomości aktualności polityka gospodarka kultura społeczeństwo świat nauka zdrowie opinie
    edukacja kraj kryminalne
    notizie attualità cronaca politica economia società mondo scienza salute opinioni comunicato
    esteri
    notícias atualidade desporto esporte esportes sociedade ciência saúde opinião educação cidades
    nieuws binnenland buitenland politiek cultuur maatschappij wetenschap gezondheid regio
    persbericht
    zprávy domácí zahraničí ekonomika společnost věda zdraví názory krimi
    икономика свят здраве мнения крими прессъобщение
    haberler gündem siyaset ekonomi kültür spor dünya yaşam sağlık bilim yerel güncel
    ειδήσεις πολιτική οικονομία κοινωνία πολιτισμός αθλητικά κόσμος υγεία επιστήμη τοπικά
    أخبار سياسة اقتصاد ثقافة رياضة مجتمع محليات صحة منوعات خبر
    اخبار سیاست اقتصاد فرهنگ ورزش جامعه سلامت جهان اجتماعی فرهنگی ورزشی سیاسی اقتصادی
    חדשות פוליטיקה כלכלה תרבות ספורט חברה בריאות מקומי
    समाचार राजनीति अर्थव्यवस्था संस्कृति खेल समाज स्वास्थ्य देश विदेश
    ニュース 社会 政治 経済 文化 スポーツ 国際 地域 科学 新闻 新聞 经济 体育 国际 科技 地方
    """
)
"""Names of the parts of a paper, as they stand alone above a headline."""
COMMENTS = _words(
    """
    comments comment responses replies kommentare kommentar leserkommentare коментарі коментарів
    коментар коментарі комментарии комментариев комментария комментарий commentaires commentaire
    comentarios comentario comentarii comentariu komentarze komentarzy komentarz commenti commento
    comentários comentário reacties reactie komentáře komentářů komentář коментара yorum yorumlar
    σχόλια σχόλιο التعليقات تعليقات تعليق تعليقا نظرات نظر תגובות תגובה टिप्पणियाँ टिप्पणियां टिप्पणी コメント 评论 評論 条评论 件のコメント
    """
)
"""What the heading above the comments of readers counts."""
ANSWERS = _words(
    """
    reply report like likes antworten melden відповісти поскаржитися ответить пожаловаться répondre
    signaler responder denunciar răspunde raportează odpowiedz zgłoś rispondi segnala reageer
    antwoord beantwoorden odpovědět nahlásit отговори докладвай yanıtla cevapla şikayet απάντηση رد
    پاسخ הגב השב दें जवाब 返信 返信する 回复 回覆 举报
    """
)
"""Buttons below a comment."""
AGENCIES = _words(
    """
    dpa afp ap reuters efe ansa lusa agerpres mediafax pap čtk xinhua upi belga anp apa epd kna sid
    тасс интерфакс укрінформ уніан бта anadolu
    """
)
"""News agencies, as a report is signed with them."""
