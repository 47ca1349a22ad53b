"""Shorter tables of words that matter to a full stop, for all other languages met so far."""

TABLES = {
    "sk": """
titles: p pí sl dr mudr judr phdr rndr paeddr ing mgr bc doc prof csc arch mjr plk pplk gen kpt
    npor sv tzv t.j tj napr resp popr príp cca ca č čl kol nám ul mil fr angl nem lat rus tal tis
    mld max min ml st pozn hl nábr
numbers: č čl ods písm str s zv obr tab roč kap hod tel §
either: atď apod a.i ap hod min sek tis mil mld stor pred.n.l n.l s.r.o a.s o.z r etc jr
openers: a i o u v vo z zo na do od po za pri pred cez pre bez pod nad medzi k ku s so ten tá to
    tí tie on ona ono oni ja my vy jeho jej ich môj náš ale však alebo či že aby ak keď kedy kde
    ako aký kto čo ktorý ktorá ktoré prečo pretože lebo preto hoci počas podľa nie áno tiež aj
    ešte už len iba teraz dnes včera zajtra tu tam potom je sú bol bola bolo boli bude budú má
    môže všetko každý niektorí mnoho niekoľko ďalší
units: min hod sek
scales: tis mil mld
months: januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra
    storočia storočie storočí ročník miesto mieste
ordinals: all
""",
    "sl": """
titles: g ga gdč dr mag prof doc akad inž dipl univ sv t.i npr oz tj ipd.npr ul c š gen polk
numbers: št str čl odst tč s tel
either: itd ipd idr d.o.o d.d pr.n.št n.št mio mrd tis r l
openers: in a ali ampak pa ker če ko kadar kje kako kaj kdo kateri katera zakaj zato torej tudi še
    že le samo zdaj danes včeraj jutri tukaj tam potem v na z s k h iz od do po pri za pred med
    brez skozi ta to ti te tega on ona ono oni jaz mi vi njegov njen njihov naš je so bil bila
    bilo bili bo bodo ima lahko ni ne da vsak vsi vse nekateri več drugi medtem vendar
months: januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra
    decembra stoletja stoletje stoletju mesto mestu
ordinals: all
""",
    "hr": """
titles: g gđa gđica dr mr mag prof doc akad ing inž dipl sv tzv npr tj odn ul bul gen puk
numbers: br str čl st t s god tel
either: itd i.sl sl d.o.o d.d pr.kr n.e pr.n.e mil mlrd tis god g r
openers: i a ali ili nego no pa jer ako kad kada gdje gde kako što šta tko ko koji koja koje zašto
    zato dakle također takođe još već samo sada danas jučer juče sutra ovdje ovde tamo zatim u na
    s sa k iz od do po pri za pred između bez kroz kod nakon poslije prije ovaj ova ovo ti te taj
    ta to on ona ono oni one ja mi vi njegov njezin njihov naš je su bio bila bilo bili će ima
    može nije ne da svaki svi sve neki mnogi više drugi međutim iako dok
months: siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga
    studenog prosinca januara februara marta aprila maja juna jula avgusta septembra oktobra
    novembra decembra stoljeća stoljeće stoljeću veka vek mjesto mjestu
ordinals: all
""",
    "sr": """
titles: г гђа гђица др мр проф доц акад инж дипл св тзв нпр тј одн ул бул ген пук
numbers: бр стр чл ст т с год тел
either: итд и.сл сл д.о.о а.д п.н.е н.е мил млрд хиљ год г р
openers: и а али или него но па јер ако кад када где како шта ко који која које зашто зато дакле
    такође још већ само сада данас јуче сутра овде тамо затим у на с са к из од до по при за пред
    између без кроз код након после пре овај ова ово тај та то он она оно они ја ми ви његов њен
    њихов наш је су био била било били ће има може није не да сваки сви све неки многи више други
    међутим иако док
months: јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра
    века век место месту
ordinals: all
""",
    "da": """
titles: hr fr frk dr prof cand mag ing dir gen kapt lt skt st bl.a f.eks d.v.s dvs jf ca evt inkl
    ekskl vedr mht m.h.t pga p.g.a ift i.f.t max min mio mia sml iflg if ph chr h nuv tidl stud
    adv red udg forf vha v.h.a eng ty
numbers: nr s kap stk pkt kl § art bd tlf fig tab jan feb mar apr jun jul aug sep sept okt nov dec
either: osv o.s.v mv m.v m.fl mfl m.m mm f.kr e.kr jr sen kr a/s inc ltd co o.l o.lign ff e.v.t
openers: den det de en et denne dette disse han hun vi jeg du i man der her hvad hvem hvor hvornår
    hvorfor hvordan hvilken og eller men for så at som da når hvis fordi mens efter før under over
    på med til fra af ved om mod mellem uden siden ifølge nu også ikke ja nej alle mange nogle
    flere hver hans hendes deres vores min din sin er var bliver blev har havde kan skal vil må
months: januar februar marts april maj juni juli august september oktober november december
    århundrede plads verdenskrig
ordinals: all
""",
    "nb": """
titles: hr fr frk dr prof cand mag ing dir gen kapt lt st bl.a f.eks d.v.s dvs jf ca evt inkl
    ekskl vedr mht pga ift maks min mill mrd sml iflg ph chr nåv tidl stud adv red utg forf eng ty
numbers: nr s kap pkt kl § art bd tlf fig tab jan feb mar apr jun jul aug sep sept okt nov des
either: osv mv m.v m.fl mfl m.m mm f.kr e.kr jr sen kr inc ltd co o.l ff
openers: den det de en ei et denne dette disse han hun vi jeg du man der her hva hvem hvor når
    hvorfor hvordan hvilken og eller men for så at som da hvis fordi mens etter før under over på
    med til fra av ved om mot mellom uten siden ifølge nå i også ikke ja nei alle mange noen flere
    hver hans hennes deres vår min din sin er var blir ble har hadde kan skal vil må
months: januar februar mars april mai juni juli august september oktober november desember
    århundre plass verdenskrig
ordinals: all
""",
    "sv": """
titles: hr fru dr prof docent gen kapt s:t st bl.a t.ex d.v.s dvs jfr ca c:a ev inkl exkl ang
    p.g.a pga m.a.o resp s.k f.d f.n fr.o.m t.o.m i.o.m max min milj mdr kand fil civ tekn red utg
    förf eng ty fr lat
numbers: nr s sid kap st p kl § art bd tel fig tab jan feb mar apr jun jul aug sep sept okt nov
    dec
either: osv o.s.v m.m mm m.fl mfl f.kr e.kr jr sr kr inc ltd co o.d o.dyl e.d ff
openers: den det de en ett denna detta dessa han hon vi jag du man där här vad vem var när varför
    hur vilken och eller men för så att som då om eftersom medan efter före under över på med till
    från av vid mot mellan utan sedan enligt nu i också inte ja nej alla många några flera varje
    hans hennes deras vår min din sin är blir blev har hade kan ska skall vill måste
""",
    "fi": """
titles: hra rva nti tri dr prof dos maist toht esim mm ks vrt n noin ent nyk ts eli ns so engl
    ruots saks ransk lat ven kirj toim puh kenr ev kapt
numbers: nro s ss luku klo § tel kuva taul
either: jne ym yms tms ymv eaa jaa ekr jkr oy ab milj mrd kpl min e
openers: ja tai mutta sillä kun jos että koska vaikka niin myös nyt sitten siellä täällä tämä nämä
    se ne hän he minä sinä me te mikä kuka missä milloin miksi miten joka jotka ei on oli ovat
    olivat ole kaikki moni monet jotkut hänen heidän sen niiden tämän eilen tänään huomenna
months: tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta
    syyskuuta lokakuuta marraskuuta joulukuuta vuosisadalla vuosisadan vuosisata
ordinals: all
""",
    "hu": """
titles: dr prof id ifj özv br gr st szt ún pl ill kb vö ti ford szerk lat ang ném fr ol or gen
numbers: sz p old o kb §
either: stb u.n kft bt rt zrt nyrt i.e i.sz kr.e kr.u
openers: a az egy és vagy de hogy ha mert mivel amikor mikor ahol hol aki ki ami mi hogyan miért
    ez ezek ezt ezért így is már még csak nem igen most ma tegnap holnap itt ott ő ők én te ti van
    volt voltak lesz minden sok néhány több más azonban ugyanakkor majd után előtt szerint
months: január február március április május június július augusztus szeptember október november
    december században század századi kerület helyen hely
ordinals: all
""",
    "tr": """
titles: dr prof doç yrd arş gör av sn hz org orgn alb yzb müh öğr uzm ecz bkz örn yak ing fr alm
    ar far rus lat çev haz ed gn.kur mah cad sok sk apt cd
numbers: no s ss md fık sy tel
either: mlyr mlyn mly trlyn vb vs vd a.ş ltd şti ş t.c m.ö m.s a.b.d
openers: bu şu o bir ve ya veya ama fakat ancak çünkü eğer ne nerede nasıl neden niçin kim hangi
    ben sen biz siz onlar onun için ile gibi kadar sonra önce daha çok her bazı hiç değil var yok
    şimdi bugün dün yarın burada orada ayrıca böylece
months: ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık yüzyıl yüzyılda
    yüzyılın dünya sınıf
ordinals: all
""",
    "et": """
titles: hr pr prl dr prof vt nt näit st s.t kpt kol ins toim ingl sks vn u
numbers: nr lk p kl § tel
either: jne jt jms vms e.m.a m.a.j mln mld tk a
openers: ja või aga kuid ning et kui sest nii ka nüüd siis seal siin see need ta tema nad nemad
    mina sina meie teie mis kes kus millal miks kuidas ei on oli olid kõik paljud mõned täna eile
    homme
months: jaanuaril veebruaril märtsil aprillil mail juunil juulil augustil septembril oktoobril
    novembril detsembril jaanuar veebruar märts aprill mai juuni juuli august sajandil sajandi
    koht
ordinals: all
""",
    "lv": """
titles: dr prof inž sv piem t.i t.s u.c sk kgs kdze ģen plkv angl vāc kr
numbers: nr lpp p pp plkst §
either: utt u.tml u.c p.m.ē m.ē milj mljrd tūkst g gs
openers: un vai bet jo ja ka kad kur kā kas kāpēc tāpēc arī vēl jau tikai tagad šodien vakar rīt
    te tur tad pēc pirms ar no uz par pie bez līdz starp šis šī šie tas tā tie viņš viņa viņi es
    mēs jūs tu ir bija būs var nav ne visi daudzi daži savukārt tomēr
months: janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī
    decembrī janvāra februāra marta aprīļa maija jūnija jūlija augusta septembra oktobra novembra
    decembra gadsimta gadsimtā gadā gada vieta vietā
ordinals: all
""",
    "lt": """
titles: p dr prof doc akad inž kun šv pvz t.y vad plg žr gen plk kpt mjr angl vok pranc rus lot
    lenk g al pr a m d mėn sav raj apskr kt gyv vid maž did
numbers: nr psl p str d val tel
either: t.t pan kt ir.kt m d a proc tūkst mln mlrd a.a g eur lt ir.pan
openers: ir ar bet o nes jei jeigu kad kai kur kaip kas kodėl todėl taip pat dar jau tik dabar
    šiandien vakar rytoj čia ten tada po prieš su iš į ant apie prie be iki tarp šis ši šie tas ta
    tie jis ji jie jos aš mes jūs tu yra buvo bus gali nėra ne visi daug kurie tačiau pasak anot
""",
    "ca": """
titles: sr sra srta dr dra prof arq eng gral cap tte st sta mn av avda c pl pg ctra dept p.ex ex
    cf vs mons
numbers: núm n pàg pàgs p art cap vol fig tel
either: etc s.a s.l a.c d.c a.m p.m ee.uu hab cia inc
openers: el la els les l un una uns unes al del de d ell ella ells elles jo tu vostè nosaltres
    aquest aquesta aquests aquestes això aquell seu seva i o però si no que qui quan on com perquè
    a amb contra des durant en entre fins per segons sense sobre també després abans ara avui ahir
    demà aquí ja més molt tot tota tots cada altres és són era va ha han hi
""",
    "el": """
titles: περ κ κα κ.κ δρ καθ αγ λεωφ οδ πλ στρ ταξ συντ π.χ βλ δηλ κεφ εκδ μτφρ λατ αγγλ γαλλ γερμ
    τ.μ μ.ε αρχ σεβ
numbers: ιαν φεβ φεβρ μαρ μαρτ απρ μαΐ ιουν ιουλ αυγ σεπ σεπτ οκτ νοε νοεμ δεκ
    αρ αριθ σ σελ άρθ παρ τόμ εικ πίν τηλ ν
either: κ.λπ κλπ κ.ά κ.τ.λ κ.ο.κ π.χ μ.χ μ.μ π.μ εκατ εκ δισ τρισ χιλ α.ε ε.ε η.π.α χλμ
openers: ο η το οι τα του της των τον την τους τις ένας μία μια ένα αυτός αυτή αυτό αυτοί αυτές
    αυτά εκείνος και ή αλλά όμως αν όταν όπου πού πώς πως ότι τι ποιος ποια γιατί διότι επειδή
    επίσης ακόμη ακόμα ήδη μόνο τώρα σήμερα χθες αύριο εδώ εκεί μετά πριν σε στο στη στην στον στα
    στις στους με από για προς κατά χωρίς μέχρι μεταξύ ως δεν μη να θα είναι ήταν έχει είχε όλα
    όλοι κάθε πολλοί άλλοι
""",
    "ka": """
titles: ბ-ნი ქ-ნი პროფ დოქტ აკად წმ მაგ ე.წ ი.ე იხ გვ ქ ს ინგლ რუს
numbers: გვ № მუხ ტ
either: ა.შ და.ა.შ მ.შ ძვ.წ ახ.წ წ წწ ს სს მლნ მლრდ ათ
openers: და ან მაგრამ თუ როცა როდესაც სად როგორ რომ რა ვინ რატომ ამიტომ აგრეთვე უკვე მხოლოდ ახლა
    დღეს გუშინ ხვალ აქ იქ შემდეგ ეს ის ისინი მე ჩვენ თქვენ არის იყო
""",
    "th": """
titles: ม.ค ก.พ มี.ค เม.ย พ.ค มิ.ย ก.ค ส.ค ก.ย ต.ค พ.ย ธ.ค พ.ศ ค.ศ ดร ผศ รศ ศ นพ พญ พล.อ พล.ท
    พล.ต พล.ต.อ พล.ต.ท พล.ต.ต พ.ต.อ พ.ต.ท พ.ต.ต ร.ต.อ ร.ต.ท ร.ต.ต ส.ส ส.ว กทม อ ต จ ถ ซ ม บ น
    กม ซม มม กก ตร.กม
""",
    "vi": """
titles: TS ThS PGS GS GS.TS PGS.TS BS ThS.BS KS LS TP Tp Q P ĐT
numbers: tr sđt
either: v.v tcn scn
openers: và nhưng hoặc hay vì nên nếu khi trong ngoài trên dưới với từ đến tại theo các những một
    hai ba này đó đây ông bà anh chị họ tôi chúng ta nó cô ai gì sao cũng đã đang sẽ không có là
    được bị còn sau trước hôm nay qua mai bây giờ tuy nhiên do để mỗi nhiều ngày năm
speech: nói hỏi đáp trả lời
""",
    "hy": """
titles: պրոֆ դոկտ ակադ տկն սբ փ պ մ օր
either: և.այլն թ թթ դ դդ հազ մլն մլրդ
""",
    "ar": """
titles: د أ م أ.د ا.د السيد مثلا ص ج ط ت
numbers: ص رقم ج
either: إلخ الخ هـ م ق.م ب.م
units: م هـ
openers: وقال وقالت وأضاف وأضافت وأكد وأكدت وأوضح وأوضحت وذكر وذكرت وأشار وأشارت وكان وكانت وقد
    هذا هذه وهذا وهذه
speech: قال قالت يقول تقول سأل سألت أضاف أضافت أجاب أجابت صرح
""",
    "fa": """
titles: د ر.ک مهندس
numbers: ص ش ج
either: ه.ش ه.ق ق.م م ش
speech: گفت پرسید افزود
""",
    "he": """
titles: ד פרופ גב אינג רח שד עמ
either: וכו וגו ועוד
speech: אמר אמרה שאל שאלה ענה הוסיף הוסיפה
""",
    "hi": """
titles: डॉ डा प्रो श्री श्रीमती पं कु मो सं ई रु मि न सु एड ले कर्नल जन आर एस के पी जे एम एन बी सी
    डी टी वी एल एच जी ए एफ यू ओ
numbers: सं पृ क्र
either: आदि ई ई.पू कि.मी मी कि
""",
    "mr": """
titles: डॉ डा प्रो श्री श्रीमती सौ पं कु मा रा
numbers: क्र पृ
either: इ इ.स कि.मी
""",
    "bn": """
titles: ড ডা প্রফে মো মোঃ মি অধ্যা শ্রী সৈ
numbers: নং পৃ
either: ইত্যাদি খ্রি খ্রী খ্রিঃ
""",
}
