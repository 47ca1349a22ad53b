"""Words by which texts in further languages with capitals say who speaks; rows as in `words`."""

FURTHER: dict[str, dict[str, str]] = {
    "nl": {
        "verbs": """
            zei zegt zeiden zeggen gezegd verklaarde verklaart verklaard vertelde vertelt
            verteld meldde meldt gemeld liet laat antwoordde antwoordt vroeg vraagt schreef
            schrijft benadrukte benadrukt waarschuwde waarschuwt beloofde belooft bevestigde
            bevestigt noemde noemt stelde stelt voegde voegt riep roept meende meent vond vindt
            legde legt concludeerde verzuchtte verzucht reageerde reageert erkende erkent
            besloot aldus
            klaagt klaagde klagen klaagden moppert mopperde herhaalt herhaalde hoopt hoopte smeekt
            smeekte zweert zwoer lacht lachte grapt grapte fluistert fluisterde mompelt mompelde
            schreeuwt schreeuwde schreeuwden protesteert protesteerde vreest vreesde eist eiste
            verwijt waarschuwen vragen vroegen uitroept verwondert snauwt snauwde adviseert
            adviseerde betoogt betoogde ontkent ontkende oordeelt oordeelde verzekert verzekerde
            """,
        "with": "heeft had hebben is was ook zich",
        "sources": "volgens|aldus|in de woorden van",
        "he": "hij zij ze ik",
        "they": "zij ze we wij",
        "one": """
            de het een deze dit zijn haar hun twee drie vier vijf zes zeven acht negen tien
            enkele meerdere sommige veel alle beide geen één
            """,
        "roles": """
            burgemeester woordvoerder woordvoerster minister directeur omwonenden bewoners
            getuigen politie schipper wethouder voorzitter mevrouw meneer
            """,
        "within": "van voor bij",
        "prepositions": """
            in op aan bij met naar na voor over onder tegen door tussen uit tot sinds tijdens om
            zonder tegenover volgens wegens vanaf per als van
            """,
        "stops": "en maar of dat omdat als wanneer want toen hoewel zodat hoe waarom dus",
        "relatives": "die dat wie wat waar",
        "meanwhile": """
            vandaag gisteren morgen maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
            januari februari maart april mei juni juli augustus september oktober november
            december later toen daarna ook nu nog toe eraan weten uit hem haar ons eerder
            vanmiddag anders
            """,
        "titles": """
            boek film roman lied album serie krant blad bedrijf schip woord begrip titel genaamd
            tentoonstelling
            """,
        "he_title": "meneer dhr",
        "she_title": "mevrouw mevr",
    },
    "sv": {
        "verbs": """
            sa sade säger sagt förklarade förklarar berättade berättar svarade svarar frågade
            frågar skrev skriver menade menar tillade tillägger konstaterade konstaterar varnade
            varnar betonade betonar uppgav uppger lovade lovar bekräftade bekräftar kallade
            kallar
            klagar klagade undrar undrade upprepar upprepade ropar ropade skämtar skämtade suckar
            suckade ber bad skrattar skrattade viskar viskade protesterar protesterade hoppas
            hoppades insisterar insisterade
            """,
        "with": "har hade är var också",
        "sources": "enligt",
        "he": "han hon jag",
        "they": "de vi",
        "one": "en ett den det de två tre fyra fem flera några många alla båda hans hennes deras",
        "roles": "borgmästaren statsministern talespersonen polisen direktören ordföranden",
        "within": "av från för på med",
        "prepositions": "i på till med om under över efter före hos vid mot genom utan enligt som",
        "stops": "och men eller att om när eftersom för så",
        "relatives": "som vilken vilket",
        "meanwhile": "idag igår imorgon sedan också då nu här där senare måndag tisdag fredag",
        "titles": "boken filmen romanen låten tidningen bolaget fartyget ordet",
        "he_title": "herr",
        "she_title": "fru",
    },
    "da": {
        "verbs": """
            sagde siger sagt forklarede forklarer fortalte fortæller svarede svarer spurgte
            spørger skrev skriver mente mener tilføjede tilføjer konstaterede konstaterer
            advarede advarer understregede understreger oplyste oplyser lovede lover bekræftede
            kaldte kalder lyder
            klager klagede undrer undrede gentager gentog råber råbte spøger sukker sukkede beder
            bad griner grinede hvisker hviskede protesterer protesterede håber insisterer
            """,
        "with": "har havde er var også",
        "sources": "ifølge|ifølge",
        "he": "han hun jeg",
        "they": "de vi",
        "one": "en et den det de to tre fire fem flere nogle mange alle begge hans hendes deres",
        "roles": "borgmesteren statsministeren talspersonen politiet direktøren formanden",
        "within": "af fra for på med",
        "prepositions": "i på til med om under over efter før hos ved mod gennem uden ifølge som",
        "stops": "og men eller at om når fordi for så",
        "relatives": "der som hvilken",
        "meanwhile": "idag igår imorgen også da nu her der senere mandag tirsdag fredag",
        "titles": "bogen filmen romanen sangen avisen firmaet skibet ordet",
        "he_title": "hr",
        "she_title": "fru",
    },
    "no": {
        "verbs": """
            sa sier sagt forklarte forklarer fortalte forteller svarte svarer spurte spør skrev
            skriver mente mener la legger konstaterte konstaterer advarte advarer understreket
            understreker opplyste opplyser lovet lover bekreftet kalte kaller
            klager klaget undrer undret gjentar gjentok roper ropte spøker sukker sukket ber ba
            ler lo hvisker hvisket protesterer protesterte håper insisterer
            """,
        "with": "har hadde er var også",
        "sources": "ifølge|ifølgje",
        "he": "han hun ho jeg",
        "they": "de dei vi",
        "one": "en ei et den det de to tre fire fem flere noen mange alle begge hans hennes deres",
        "roles": "ordføreren statsministeren talspersonen politiet direktøren lederen",
        "within": "av fra for på med",
        "prepositions": "i på til med om under over etter før hos ved mot gjennom uten ifølge som",
        "stops": "og men eller at om når fordi for så",
        "relatives": "som hvilken",
        "meanwhile": "idag igår imorgen også da nå her der senere til mandag tirsdag fredag",
        "titles": "boken filmen romanen sangen avisen firmaet skipet ordet",
        "he_title": "herr",
        "she_title": "fru",
    },
    "cs": {
        "verbs": """
            řek/l,la,lo,li říká říkají říka/l,la,li uved/l,la,lo,li doda/l,la,li dodává
            prohlási/l,la,li prohlašuje sděli/l,la,lo,li vysvětli/l,la,li vysvětluje
            odpovědě/l,la,li odpovídá zepta/l,la,li ptá napsa/l,la,li píše upozorni/l,la,li
            upozorňuje zdůrazni/l,la,li zdůrazňuje přizna/l,la,li přiznává slíbi/l,la,li
            potvrdi/l,la,lo,li tvrdí tvrdi/l,la,li popsa/l,la,li popisuje vzpomíná
            oznámi/l,la,lo,li konstatova/l,la,li míní označi/l,la,li nazva/l,la,li
            varova/l,la,li poznamena/l,la,li podotk/l,la vypráví vyprávě/l,la,li
            stěžuje stěžoval stěžovala stěžují postěžoval postěžovala diví divil divila ptal ptala
            ptají prosí prosil prosila slibuje varuje žertuje žertoval žertovala opakuje opakoval
            opakovala zopakoval zopakovala naléhá trvá vzdychl vzdychla křičí křičel křičela šeptá
            zašeptal zašeptala směje zlobí zlobil rozčiluje zaklel přísahá protestuje
            protestoval protestovala doufá obává omluvil omluvila ujistil ujistila
            ujišťuje
            """,
        "saying": "řka dodávaje",
        "with": "se si nám mu jí to také",
        "sources": "podle|dle|slovy",
        "he": "on ona ono já kdo",
        "they": "oni ony my",
        "one": """
            jeden jedna jedno dva dvě tři čtyři pět šest sedm osm devět deset několik někteří
            ten ta to tento tato jeho její jejich náš sám sama
            """,
        "roles": """
            starosta starostka primátor primátorka ministr ministryně mluvčí ředitel ředitelka
            svědci obyvatelé policie kapitán náčelník hodinář předseda předsedkyně pan paní
            """,
        "within": "z ze od pro",
        "prepositions": """
            v ve na z ze za do od pod při o po pro nad přes během před bez mezi u kolem proti
            podle kvůli k ke s
            """,
        "stops": "a ale nebo že aby když protože kde jak ani proto který",
        "relatives": "který která které kteří jehož kdo co",
        "meanwhile": """
            dnes včera zítra pondělí úterý středu čtvrtek pátek sobotu neděli potom pak také
            tehdy ještě už znovu dříve později nyní zde tam novinářům nakonec ráno večer jinak
            """,
        "titles": """
            kniha knihu film román píseň album seriál noviny časopis firma firmy loď slovo název
            výstava
            """,
        "he_title": "pan",
        "she_title": "paní",
    },
    "sk": {
        "verbs": """
            poveda/l,la,lo,li hovorí hovoria uvied/ol uvied/la,lo,li doda/l,la,li dodáva
            vyhlási/l,la,li vysvetli/l,la,li vysvetľuje odpoveda/l,la,li odpovedá opýta/l,la
            napísa/l,la,li píše upozorni/l,la,li zdôrazni/l,la,li prizna/l,la sľúbi/l,la
            potvrdi/l,la,lo,li tvrdí oznámi/l,la,lo,li skonštatova/l,la poznamena/l,la
            nazva/l,la uviedol
            sťažuje sťažoval sťažovala čuduje pýta pýtal pýtala prosí prosil sľubuje varuje
            žartuje opakuje zopakoval naliehal vzdychol kričí šepká smeje protestuje dúfa
            ospravedlnil
            """,
        "with": "sa si nám mu jej to tiež",
        "sources": "podľa|slovami",
        "he": "on ona ono ja kto",
        "they": "oni ony my",
        "one": "jeden jedna jedno dva dve tri štyri päť niekoľko niektorí ten tá to tento táto",
        "roles": """
            starosta starostka primátor primátorka minister ministerka hovorca hovorkyňa pani
            """,
        "within": "z zo od pre",
        "prepositions": """
            v vo na z zo za do od pod pri o po pre nad cez počas pred bez medzi u k s so
            """,
        "stops": "a ale alebo že aby keď pretože kde ako ani preto",
        "relatives": "ktorý ktorá ktoré ktorí kto čo",
        "meanwhile": "dnes včera zajtra potom tiež vtedy ešte už znova neskôr teraz novinárom inak",
        "titles": "kniha knihu film román pieseň album seriál noviny časopis firma loď slovo",
        "he_title": "pán",
        "she_title": "pani",
    },
    "hr": {
        "verbs": """
            reka/o rekla rekli kaže kažu kazao kazala izjavi/o,la,li doda/o,la,li dodaje
            objasni/o,la,li objašnjava odgovori/o,la,li odgovara upita/o,la pita napisa/o,la,li
            piše upozori/o,la,li istaknu/o,la,li ističe navodi nave/o navela priznao priznala
            obećao obećala potvrdi/o,la,li tvrdi poruči/o,la,li poručuje nazva/o,la
            ispriča/o,la,li priča zaključi/o,la
            žali požalio požalila žalio žalila čudi pitao pitala pitaju ponovio ponovila ponavlja
            moli molio molila obećava upozorava šali našalio našalila inzistira viče vikao šapće
            uzdahnuo uzdahnula smije prosvjeduje nada
            """,
        "with": "je su se nam mu joj i",
        "sources": "prema riječima|po riječima|prema",
        "he": "on ona ono ja tko",
        "they": "oni one mi",
        "one": "jedan jedna jedno dva dvije tri četiri pet nekoliko neki ovaj ova taj ta njegov",
        "roles": """
            gradonačelnik gradonačelnica ministar ministrica glasnogovornik ravnatelj policija
            """,
        "within": "iz od za",
        "prepositions": """
            u na iz za do od pod pri o po nad kroz tijekom prije bez između kod k s sa
            """,
        "stops": "i a ali ili da kad jer gdje kako ni niti",
        "relatives": "koji koja koje kojeg tko što",
        "meanwhile": "danas jučer sutra zatim također tada još već opet kasnije sada novinarima",
        "titles": "knjiga knjigu film roman pjesma album serija novine časopis tvrtka brod riječ",
        "he_title": "gospodin",
        "she_title": "gospođa",
    },
    "sr": {
        "verbs": """
            рек/ао,ла,ли каже кажу казао казала изјави/о,ла,ли дода/о,ла,ли додаје
            објасни/о,ла,ли одговори/о,ла,ли одговара упита/о,ла пита написа/о,ла,ли пише
            упозори/о,ла,ли истак/ао,ла,ли истиче наводи признао признала обећао обећала
            потврди/о,ла,ли тврди поручи/о,ла,ли rek/ao,la,li kaže kažu kazao kazala
            izjavi/o,la,li doda/o,la,li dodaje objasni/o,la,li odgovori/o,la,li pita
            napisa/o,la,li piše upozori/o,la,li istak/ao,la,li ističe navodi
            жали пожалио пожалила чуди питао питала поновио поновила моли обећава упозорава шали
            инсистира виче шапће уздахнуо žali požalio požalila pitao pitala ponovio ponovila moli
            obećava upozorava
            """,
        "with": "је су се нам му јој и je su se nam mu joj i",
        "sources": "према речима|по речима|према|prema rečima|prema",
        "he": "он она оно ја ко on ona ja ko",
        "they": "они оне ми oni one mi",
        "one": "један једна два две три неколико неки овај ова тај та jedan jedna dva dve tri neki",
        "roles": "градоначелник министар министарка портпарол директор полиција gradonačelnik",
        "within": "из од за iz od za",
        "prepositions": """
            у на из за до од под о по над кроз пре без код к с са u na iz za do od o s
            """,
        "stops": "и а али или да кад јер где како i a ali ili da kad jer gde kako",
        "relatives": "који која које који ко што koji koja koje",
        "meanwhile": "данас јуче сутра затим такође тада још већ касније danas juče sutra takođe",
        "titles": "књига књигу филм роман песма часопис фирма брод реч knjiga film roman",
        "he_title": "господин gospodin",
        "she_title": "госпођа gospođa",
    },
    "bg": {
        "verbs": """
            каза казаха казва казват заяви заявиха заявява добави добавиха добавя обясни
            обясниха обяснява съобщи съобщиха съобщава отговори отговориха отговаря попита пита
            написа пише предупреди предупредиха подчерта подчертават подчертава призна признава
            обеща обещава потвърди потвърдиха твърди твърдят уточни уточнява разказа разказва
            разказват спомни сподели споделя отбеляза отбелязва посочи посочва нарече коментира
            възкликна обяви допълни допълва
            оплаква оплакват оплака оплакаха оплакваше чуди учуди питат повтори повтаря повтарят
            моли помоли настоя настоява шегува пошегува въздъхна въздиша вика извика шепне
            прошепна смее протестира надява възмути възмущава кълне извини предупреждава
            """,
        "saying": "казвайки добавяйки",
        "with": "се си е са ни му й ѝ пък също",
        "sources": "според|по думите на|по мнението на|по данни на",
        "he": "той тя то аз кой",
        "they": "те ние",
        "one": """
            един една едно два две три четири пет шест седем осем девет десет няколко някои
            много този тази тези негов неговата нейният самият самата
            """,
        "roles": """
            кмет кметът кметицата министър министърът министърката говорител говорителят
            директорът директорката жители свидетели полицията началникът капитанът кондукторът
            """,
        "within": "от на за",
        "prepositions": """
            в във на с със за до от под при по над през след пред без между около против освен
            край към о
            """,
        "stops": "и но или че да ако защото кога когато къде как макар а",
        "relatives": "който която което които чийто чиято",
        "meanwhile": """
            днес вчера утре понеделник вторник сряда четвъртък петък събота неделя после също
            тогава още вече отново по-късно сега тук там накрая журналистите иначе
            """,
        "titles": """
            книгата филмът филма романът песента албумът вестник списание компанията фирмата
            корабът думата изложбата
            """,
        "he_title": "господин г-н",
        "she_title": "госпожа г-жа",
    },
    "el": {
        "verbs": """
            είπε είπαν λέει λένε έλεγε δήλωσε δήλωσαν δηλώνει δηλώνουν τόνισε τόνισαν τονίζει
            ανέφερε ανέφεραν αναφέρει πρόσθεσε προσθέτει εξήγησε εξηγεί απάντησε απαντά ρώτησε
            ρωτά έγραψε γράφει προειδοποίησε υποσχέθηκε παραδέχθηκε παραδέχτηκε επιβεβαίωσε
            υποστήριξε υποστηρίζει σχολίασε σχολιάζει υπογράμμισε επισήμανε επισημαίνει
            διηγείται θυμάται σημείωσε σημειώνει ανακοίνωσε χαρακτήρισε μίλησε
            παραπονέθηκε παραπονιέται παραπονείται αναρωτήθηκε αναρωτιέται ρωτάει επανέλαβε
            επαναλαμβάνει παρακάλεσε παρακαλεί επέμεινε επιμένει αστειεύτηκε αστειεύεται
            αναστέναξε φώναξε φωνάζει ψιθύρισε γελάει διαμαρτυρήθηκε διαμαρτύρεται ελπίζει
            απάντησαν προειδοποιεί υπόσχεται
            """,
        "with": "έχει είχε μας του της τους και να",
        "sources": "σύμφωνα με|κατά τον|κατά την|κατά|με τα λόγια του|με τα λόγια της",
        "he": "αυτός αυτή εκείνος εκείνη εγώ",
        "they": "αυτοί αυτές εκείνοι εμείς",
        "one": """
            ο η το οι τα τον την του της των ένας μία μια ένα δύο δυο τρεις τέσσερις πέντε
            μερικοί κάποιοι κάποιος κάποια πολλοί αυτός
            """,
        "roles": """
            δήμαρχος υπουργός πρόεδρος εκπρόσωπος διευθυντής διευθύντρια κάτοικοι μάρτυρες
            αστυνομία
            """,
        "within": "του της των από",
        "prepositions": """
            σε στο στη στην στον στους στις στα με για από προς παρά χωρίς μετά πριν κατά μέχρι
            έως ως υπό ανάμεσα δίπλα μέσα
            """,
        "stops": "και αλλά ή ότι πως αν όταν επειδή γιατί όπου ενώ όμως να",
        "relatives": "που οποίος οποία οποίο όποιος",
        "meanwhile": """
            σήμερα χθες χτες αύριο δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή μετά
            επίσης τότε ακόμα ακόμη πάλι τώρα εδώ εκεί τελικά αλλιώς
            """,
        "titles": """
            βιβλίο ταινία μυθιστόρημα τραγούδι εφημερίδα περιοδικό εταιρεία πλοίο λέξη όρος
            έκθεση
            """,
        "he_title": "κύριος κ",
        "she_title": "κυρία κα",
    },
    "tr": {
        "verbs": """
            dedi dediler diyor diyorlar der söyledi söylediler söylüyor belirtti belirttiler
            belirtiyor açıkladı açıkladılar açıklıyor ekledi eklediler ekliyor anlattı anlatıyor
            konuştu sordu soruyor yanıtladı yanıtlıyor cevapladı yazdı yazıyor bildirdi kaydetti
            aktardı savundu uyardı vurguladı vurguluyor hatırlattı itiraf diyen
            yakındı yakınıyor yakınan şikayet sordular merak tekrarladı tekrarlıyor rica ısrar
            bağırdı bağırıyor fısıldadı güldü gülüyor itiraz uyarıyor diyordu
            """,
        "with": "diye şeklinde de da ise",
        "sources": "",
        "he": "o ben",
        "they": "onlar biz",
        "one": "bir iki üç dört beş birkaç bazı birçok bu şu o kendi",
        "roles": """
            başkan başkanı bakan bakanı sözcü sözcüsü müdür müdürü yetkili yetkililer polis
            vatandaşlar usta
            """,
        "within": "",
        "prepositions": "için ile göre kadar sonra önce gibi karşı doğru rağmen beri",
        "stops": "ve ama fakat ancak veya ya çünkü ki eğer",
        "relatives": "",
        "meanwhile": """
            bugün dün yarın pazartesi salı çarşamba perşembe cuma cumartesi pazar sonra ayrıca
            daha şimdi burada orada gazetecilere bize ona şöyle böyle
            """,
        "titles": "kitabı filmi romanı şarkısı gazetesi dergisi şirketi gemisi kelimesi adlı",
        "he_title": "bay bey",
        "she_title": "bayan hanım",
    },
    "hu": {
        "verbs": """
            mondta mondja mondták közölte közli közölték elmondta elmondták hozzátette
            hozzáteszi kijelentette nyilatkozta válaszolta válaszolja kérdezte kérdezi írta írja
            írták hangsúlyozta magyarázta magyarázza figyelmeztetett elismerte megígérte
            megerősítette állította állítja mesélte meséli jegyezte fogalmazott
            panaszkodott panaszkodik panaszolta panaszolja kérdezték ismételte ismétli kérte kéri
            ígérte ígéri figyelmeztet viccelt viccelődött sóhajtotta kiáltotta kiáltja suttogta
            nevetett tiltakozott reméli válaszolt vágta
            """,
        "with": "el hozzá meg is azt",
        "sources": "",
        "he": "ő én",
        "they": "ők mi",
        "one": "a az egy két kettő három négy öt néhány több sok ez ezek",
        "roles": "polgármester miniszter szóvivő igazgató rendőrség lakók tanúk",
        "within": "",
        "prepositions": "szerint után előtt alatt felett között miatt nélkül iránt",
        "stops": "és de vagy hogy ha mert amikor ahol mint",
        "relatives": "aki akik ami amely",
        "meanwhile": """
            ma tegnap holnap hétfőn kedden szerdán csütörtökön pénteken később akkor most
            """,
        "titles": "könyv film regény dal újság lap cég hajó szó kiállítás",
        "he_title": "úr",
        "she_title": "asszony",
    },
}
