"""Words of Ukrainian, Russian and Polish that say how much a sentence is worth checking."""

from claimdesk.worth.words.table import Words

UKRAINIAN = Words(
    numbers="""два дві двох три трьох чотири чотирьох п'ять п'яти шість шести сім семи вісім
        восьми дев'ять дев'яти десять десяти одинадцят* дванадцят* тринадцят* чотирнадцят*
        п'ятнадцят* шістнадцят* сімнадцят* вісімнадцят* дев'ятнадцят* двадцят* тридцят* сорок*
        п'ятдесят* шістдесят* сто двісті триста чотириста п'ятсот тисяч* тис мільйон* млн
        мільярд* млрд дюжин* десятк* сотн* половин* третин* чверт* удвічі вдвічі втричі двоє
        троє""",
    units="""км кілометр* метр* м сантиметр* міліметр* гектар* кг кілограм* грам* тонн* т
        літр* градус* секунд* хвилин* годин* день дні днів тиждень тижні* місяц* рік року роки
        років осіб людей люди жител* працівник* учн* пацієнт* голос* місць мандат* загибл*
        поранен* випадк* випадків військов* будинк* родин* сторін* чоловік* жінок дітей
        пасажир* мегават* разів рази рейсів водолаз*""",
    percents="відсотк* відсоток процент*",
    money="грн гривень гривн* євро долар* цент* копійок копійк* рубл* злотих франк* єн",
    dates="""січня січні лютого лютому березня березні квітня квітні травня травні червня
        червні липня липні серпня серпні вересня вересні жовтня жовтні листопада листопаді
        грудня грудні понеділ* вівтор* серед середу четвер* п'ятниц* субот* неділ* вчора учора
        сьогодні позавчора торік минулого_року минулого_місяця минулого_тижня минулої цьогоріч
        десятиліт* столітт* навесні восени влітку взимку""",
    titles="",
    places="""міністерств* міністр* уряд* парламент* рада ради раду раді сенат* університет*
        лікарн* поліці* суд суду суді партія партії агентств* управлінн* влада влади компані*
        підприємств* банк банку банки армія армії інститут* комітет* комісі* профспілк*
        посольств* мер мера мерія мерії губернатор* область області район* порт порту острів
        острова президент* міста місті прокуратур* поромн* служба служби""",
    said="""сказав сказала сказали заявив заявила заявили повідомив повідомила повідомили
        повідомля* розповів розповіла розповіли стверджу* за_словами за_даними пояснив
        пояснила попередив* попередили попереджа* заперечу* заперечи* спросту* підтвердив*
        підтвердж* визнав визнала звинувати* звинувачу* написав написала додав додала
        наголоси* оголоси* пообіцяв пообіцяла назвав назвала зазначи* каже кажуть згідно
        процитув*""",
    causes="""тому_що бо через унаслідок внаслідок призвело призвела призвів призвели
        спричини* завдяки отже наслід* оскільки відтак викликав викликала зумов* адже""",
    compared="""більше_ніж менше_ніж більш_ніж понад більше менше зріс зросла зросло зросли
        зростан* впав впала впало впали знизи* зниженн* скороти* скороченн* зменши* зменшенн*
        збільши* збільшенн* вищ* найвищ* нижч* найнижч* найбільш* найменш* рекорд* подвої*
        порівняно удвічі вдвічі утричі найдовш* найстаріш* перевищ* дорожч* уперше вперше лише
        тільки замість""",
    happened="""пішов пішла пішло пішли був була було були помер померла загинув став
        стала сталося вчинив узяв закрив відкрив виграв програв проголосував знайшли знайшов
        втік зник""",
    opinions="""треба потрібно слід варто повинен повинна повинні мусить мусимо мусять
        необхідно я_думаю я_вважаю я_вірю сподіваюся на_мою_думку по-моєму прекрасн* чудов*
        жахлив* гарн* ганебн* ганьба скандальн* скандалом скандал на_жаль на_щастя смішн*
        безглузд* кращ* добр* поган* сумн* важлив* неприпустим* несправедлив* пиша* огидн*""",
    future="""буде будуть буду будемо будеш будете планує планують плануємо має_намір
        збирається збираються хоче хочуть незабаром завтра невдовзі заплановано""",
    hedges="""може можуть можливо мабуть імовірно ймовірно певно здається схоже нібито
        начебто очевидно либонь мовляв міг могла могли""",
    pronouns="я ми ти ви він вона воно вони це цей ця ці той та те ті що хто там тут",
    commands="""давайте уявіть подивіться послухайте прочитайте читайте підписуйтеся
        не_забувайте не_забудьте пам'ятайте подумайте приходьте поширюйте стежте годі
        будь_ласка дякуємо зупиніть""",
    happened_endings="""ила:5 ала:5 яла:5 іла:5 ула:5 ило:5 ало:5 яло:5 іло:5 уло:5 или:5
        али:5 яли:5 іли:5 ули:5 ився:5 ався:5 івся:5 явся:5 лася:5 лося:5 лися:5 ено:5 ано:5
        ято:5 ито:5 ував:6 авав:6 вали:6 ив:6 ав:6""",
    future_endings="тиме:6 тимуть:7 тимемо:7 тимусь:7 тиметься:9 тимуться:10",
    command_endings="айте:6 уйте:6 ійте:6 айтеся:8 уйтеся:8 іться:7",
    exceptions="""справ держав сила мало вистав канали столи сигнали журнали матеріали
        скандали стало школа читали рано устав мали заходи прав""",
)

RUSSIAN = Words(
    numbers="""два две двух три трёх трех четыре четырёх пять пяти шесть шести семь семи
        восемь восьми девять девяти десять десяти одиннадцат* двенадцат* тринадцат*
        четырнадцат* пятнадцат* шестнадцат* семнадцат* восемнадцат* девятнадцат* двадцат*
        тридцат* сорок* пятьдесят* шестьдесят* сто двести триста четыреста пятьсот тысяч* тыс
        миллион* млн миллиард* млрд дюжин* десятк* сотн* половин* трет* четверт* вдвое втрое
        двое трое""",
    units="""км километр* метр* м сантиметр* миллиметр* гектар* кг килограмм* грамм* тонн* т
        литр* градус* секунд* минут* час часа часов день дня дней недел* месяц* год года годы
        лет человек людей жител* работник* сотрудник* ученик* пациент* голос* мест мандат*
        погибш* ранен* случа* военных домов семей страниц* мужчин женщин детей пассажир*
        мегаватт* раз раза рейсов водолаз*""",
    percents="процент*",
    money="руб рублей рубл* евро доллар* цент* копеек копейк* гривен франк* иен злотых",
    dates="""января январе февраля феврале марта марте апреля апреле мая мае июня июне июля
        июле августа августе сентября сентябре октября октябре ноября ноябре декабря декабре
        понедельник* вторник* среду четверг* пятниц* суббот* воскресень* вчера сегодня
        позавчера прошлом_году прошлого_года прошлом_месяце прошлой_неделе десятилети*
        столети* весной осенью летом зимой""",
    titles="",
    places="""министерств* министр* правительств* парламент* совет совета сенат*
        университет* больниц* полици* суд суда суде партия партии агентств* управлени* власти
        властей компани* предприяти* банк банка банки армия армии институт* комитет* комисси*
        профсоюз* посольств* мэр мэра мэрия мэрии губернатор* область области район* порт
        порта остров острова президент* города городе прокуратур* ведомств* служба службы""",
    said="""сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили сообща*
        рассказал рассказала рассказали утвержда* по_словам по_данным объяснил объяснила
        предупред* отрица* опроверг* подтверд* признал признала признали обвини* обвиня*
        написал написала добавил добавила подчеркн* объявил объявила объявили пообеща* назвал
        назвала отметил отметила говорит говорят согласно процитир*""",
    causes="""потому_что из-за вследствие поэтому привело привела привёл привел привели
        вызвал вызвала вызвало благодаря следстви* поскольку причин* результат* так_как
        стал_причиной""",
    compared="""больше_чем меньше_чем более_чем свыше более менее больше меньше вырос
        выросла выросло выросли рост роста упал упала упало упали снизи* снижени* сократи*
        сокращени* уменьши* увеличи* увеличени* выше высш* ниже низш* наивысш* крупнейш* самый
        самая самое самые рекорд* удвои* сравнени* вдвое втрое длиннейш* старейш* превы*
        дороже впервые лишь только вместо""",
    happened="""был была было были умер умерла погиб погибла погибли стал стала произошло
        взял нашёл нашел нашли ушёл ушла пришёл пришла сгорел закрыт закрыта открыт открыта
        построен построена исчез""",
    opinions="""надо нужно следует стоит должен должна должно должны необходимо обязан*
        я_думаю я_считаю я_верю надеюсь по-моему по_моему_мнению на_мой_взгляд прекрасн*
        чудесн* ужасн* красив* позорн* позор скандальн* к_сожалению к_счастью смешн* нелеп*
        хорош* плох* печальн* важн* недопустим* несправедлив* горжусь отвратительн*
        замечательн*""",
    future="""будет будут буду будем будешь будете планирует планируют намерен намерена
        намерены собирается собираются хочет хотят скоро завтра вскоре""",
    hedges="""может могут возможно наверное вероятно видимо похоже кажется якобы будто
        очевидно мог могла могли предположительно""",
    pronouns="я мы ты вы он она оно они это этот эта эти тот та те то что кто там тут",
    commands="""давайте представьте посмотрите послушайте прочитайте читайте подписывайтесь
        не_забывайте не_забудьте помните подумайте приходите делитесь следите хватит
        пожалуйста спасибо остановите""",
    happened_endings="""ила:5 ала:5 яла:5 ела:5 ула:5 ыла:5 ило:5 ало:5 яло:5 ело:6 уло:5
        ыло:5 или:5 али:5 яли:5 ели:6 ули:5 ыли:5 ился:5 ался:5 елся:5 лась:5 лось:5 лись:5
        ил:5 ал:6 ял:6 ел:6 ены:7 ена:7 ено:6 аны:6 ана:6 ано:6""",
    command_endings="айте:6 уйте:6 ейте:6 айтесь:8 уйтесь:8 итесь:7",
    exceptions="""сигнал журнал материал канал скандал отдел апрель мало дела рано весело
        сначала предел сила школа страна цена перила удел правил чернила раздел капитал
        персонал территориал потенциал портал финал арсенал страны стены цены стороны обороны
        охрана экрана экраны замена смена сцена смены сцены измены измена""",
)

POLISH = Words(
    numbers="""dwa dwie dwóch trzy trzech cztery czterech pięć pięciu sześć sześciu siedem
        siedmiu osiem ośmiu dziewięć dziewięciu dziesięć dziesięciu jedenaści* jedenastu
        dwanaście dwunastu trzynaści* czternaści* piętnaści* piętnastu szesnaści* siedemnaści*
        osiemnaści* dziewiętnaści* dwadzieścia trzydzieści czterdzieści pięćdziesiąt
        sześćdziesiąt sto dwieście trzysta pięćset tysiąc* tysięcy tys milion* mln miliard*
        mld tuzin* setki setek połow* ćwierć podwójn* dwukrotn* trzykrotn* dwoje""",
    units="""km kilometr* metr* m centymetr* milimetr* hektar* kg kilogram* gram* ton tony
        litr* stopni* sekund* minut* godzin* dzień dni tygodni* tydzień miesiąc* miesięcy rok
        roku lata lat osób osoby ludzi mieszkańc* pracownik* uczni* pacjent* głos głosów głosy
        miejsc mandat* zabit* rannych przypadk* żołnierz* domów rodzin* stron strony mężczyzn
        kobiet dzieci pasażer* megawat* razy punkt* nurk*""",
    percents="procent* proc",
    money="zł złotych złoty złote euro dolar* cent* grosz* rubl* frank* hrywien jen*",
    dates="""stycznia styczniu lutego lutym marca marcu kwietnia kwietniu maja maju czerwca
        czerwcu lipca lipcu sierpnia sierpniu września wrześniu października październiku
        listopada listopadzie grudnia grudniu poniedział* wtor* środę środa czwart* piąt*
        sobot* niedziel* wczoraj dziś dzisiaj przedwczoraj zeszłym_roku ubiegłym_roku
        zeszłego_roku ubiegłego_roku ubiegłym_tygodniu dekad* stuleci* wiosną jesienią latem
        zimą wieku""",
    titles="",
    places="""ministerstw* minister ministr* rząd rządu rządem sejm* senat* parlament*
        uniwersytet* szpital* policj* sąd sądu sądzie partia partii agencj* urząd* władze
        władz spółk* firma firmy firm przedsiębiorstw* bank* armia armii instytut* komitet*
        komisj* związek związk* ambasad* burmistrz* wojewod* wójt* region* powiat* gmin* rada
        rady radni port portu wyspa wyspie prezydent* miasto miasta miasteczk* prokuratur*
        straż""",
    said="""powiedział powiedziała powiedzieli oświadczył* poinformował* informuje
        stwierdził* twierdzi twierdzą według zdaniem jak_podaje podał podała podali wyjaśnił*
        ostrzegł* ostrzega zaprzeczył* zaprzecza potwierdził* potwierdza przyznał* przyznaje
        oskarżył* oskarża napisał* dodał dodała podkreślił* ogłosił* ogłosili zapowiedział*
        obiecał* nazwał* mówi mówią zgodnie zarzucił* relacjonuje cytuje""",
    causes="""ponieważ bo gdyż z_powodu przez_co doprowadził* doprowadziły spowodował*
        dzięki dlatego skutek skutkiem wskutek w_wyniku wywołał* przyczyn* więc bowiem""",
    compared="""więcej_niż mniej_niż ponad więcej mniej wzrósł wzrosła wzrosło wzrosły
        wzrost* spadł spadła spadło spadły spadek spadk* zmalał* zmniejszył* zwiększył*
        obniżył* wyższ* najwyższ* niższ* najniższ* największ* najmniejsz* rekord* podwoił*
        porównani* dwukrotnie trzykrotnie najdłuższ* najstarsz* przekroczył* droższ* taniej
        po_raz_pierwszy tylko jedynie zamiast""",
    happened="""był była było były zmarł zmarła zginął zginęła zginęło zginęli stał_się
        został została zostało zostały wziął znalazł odszedł wszedł wyszedł przyszedł zniknął
        wygrał przegrał zamknął zamyka spłonął spłonęła""",
    opinions="""trzeba należy powinien powinna powinni powinno powinny musi musimy muszą
        konieczne myślę uważam sądzę wierzę moim_zdaniem mam_nadzieję piękn* wspaniał* strasz*
        okropn* ładn* haniebn* hańba wstyd skandaliczn* skandal niestety na_szczęście śmieszn*
        absurd* dobr* smutn* ważn* niedopuszczaln* niesprawiedliw* dumn* cudown*""",
    future="""będzie będą będę będziemy będziesz będziecie planuje planują zamierza
        zamierzają chce chcą wkrótce jutro niebawem""",
    hedges="""może mogą możliwe prawdopodobnie zapewne chyba podobno rzekom* wydaje_się
        najwyraźniej ponoć pewnie mógł mogła mogły mógłby mogłaby mogłoby""",
    pronouns="ja my ty wy on ona ono oni one to ten ta te tamten ci co kto tam tu",
    commands="""wyobraź wyobraźmy wyobraźcie pamiętajmy pamiętajcie spójrzmy posłuchajcie
        zobacz zobaczcie przeczytaj czytaj subskrybuj zapisz nie_zapomnij nie_zapomnijcie
        pomyśl pomyślcie przyjdźcie udostępnij dość dajcie proszę dziękujemy zatrzymajcie""",
    happened_endings="""ił:4 ał:5 ył:5 ęła:5 ął:5 iła:5 ała:5 yła:5 iało:6 ało:5 iło:5 yło:5
        ili:5 ali:5 yli:5 eli:5 iły:5 ały:5 yły:5 ono:6 ano:6 ięto:6 yto:6 szła:5 szły:5
        szło:5 szedł:6 szli:5""",
    command_endings="jcie:6 źcie:6",
    exceptions="""cały całe cała dział artykuł materiał kanał podział zespół kapitał sygnał
        małe małą mała mały skali sali chwili czyli jeżeli którzy jeśli siły siła kiedyś
        szkoły stały stała stałe zapał udział wspaniały wspaniała doskonały doskonała okazały""",
)
