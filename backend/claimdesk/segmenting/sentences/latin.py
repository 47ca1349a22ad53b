"""Words that matter to a full stop, for languages in Latin letters; `words` says what is what."""

TABLES = {
    "en": """
titles: mr mrs Ms mx messrs mmes dr drs prof profs rev revd Hon St Ste Sr Sra Gen Maj Col Lt Capt
    cpt cmdr Adm Brig sgt cpl pvt Sen Rep Gov Pres amb supt Det Insp asst assoc atty Dir Fr Ven Mt
    Ft vs v viz cf e.g i.e eg ie ph chr Wm Geo jas thos Chas pfc spc approx esp incl resp adj adv
    pron c rt.hon gov.-elect lt.col maj.gen lt.gen brig.gen abp bp msgr Card hwy rte Cllr Cllrs
    Ald Lieut Tpr Cdr Comdr Cmdre Ens Const Pte L.Cpl Mme Mlle Dep Secy Treas Chmn Cpls Sgts Sens
    Reps Govs Gens Cols Lts Dets Atty Ofc Spcs Pfcs avg orig Ch.Supt Flt.Lt Sqn.Ldr Wg.Cdr Maj.Gen
    Lt.Gen Brig.Gen Rear.Adm Vice.Adm Prov Cong Mfg
numbers: no ft nos p pp vol vols ch chap art arts sec sect fig figs eq ex par para pt pts ed eds
    op cit bk ver sct cl reg rm apt ste lot pl nr tel ext jan feb mar apr jun jul aug sep sept oct
    nov dec min mins secs hr hrs lb lbs oz b d fl max temp ref tue wed sat sun mon opp est
either: inc ltd co corp llc plc bros jr sr esq u.s u.k u.n e.u d.c u.s.a u.s.s.r l.a n.y b.c a.d
    ph.d m.d b.a m.a b.sc m.sc ll.b ll.m m.p r.n d.d.s j.d al ave blvd rd st sq ct dept govt assn
    intl natl est. Mass Calif Conn Ariz Ark Colo Del Fla Ga Ill Ind Kan Ky La Md Mich Minn Mo Mont
    Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ala Ont Que Alta Sask tues thu thur thurs
    fri sept oct nov dec ret retd ca Spec Jan Feb Mar Apr Jun Jul Aug Dec Mon Wed bldg univ inst
    soc pty d.phil m.phil b.ed m.ed ed.d psy.d pharm.d th.d b.eng m.eng b.com hons l.l.c p.l.c
    m.p.h Nfld N.Mex W.Va lib dem
ends: etc a.m p.m
durations: min sec
openers: the a an this that these those it its he she they we you i my your his her their our
    there here what who whom whose which when where why how if but and or so yet nor because
    although though while whereas since after before until unless as at by for from in into of off
    on onto out over to under up with without within about above across against along among around
    behind below beneath beside besides between beyond despite during except inside like near
    through throughout toward towards upon is are was were be been am do does did have has had can
    could will would shall should may might must not no yes all any both each either every few
    many more most much neither none one other others several some such another only also even
    just still then thus therefore however moreover furthermore meanwhile instead indeed
    nevertheless now today yesterday tomorrow perhaps maybe please let once later earlier soon
    again according additionally finally first second third last next two three four five six
    seven eight nine ten everyone everybody everything nobody nothing someone somebody something
    anyone anything
speech: said says say asked asks told tells replied replies answered added adds shouted cried
    whispered wrote writes insisted explained exclaimed wondered demanded continued repeated
    snapped joked called yelled muttered murmured inquired queried
""",
    "de": """
titles: dr prof hr hrn fr frl dipl ing mag st hl sr bzw ca d.h z.b u.a z z.t u d i.d.r o.ä.m sog
    vgl evtl ggf ggfs inkl exkl einschl insb insbes bspw gem lt gegr geb gest verh verw ehem ev
    kath jun.prof priv doz kfm kfr stud cand phil med jur rer nat rer.nat theol habil oberstlt maj
    hptm ltn oblt msgr kard bf abg bgm bmstr arch hg hrsg verf übers bearb red amtl staatl städt
    österr dt engl frz franz lat griech ital span russ poln tschech türk schweiz bayr bayer südl
    nördl östl westl mind zzgl abzgl allg bes bzgl betr entspr eigtl gg i v o ü e.h m.e m.w a.a.o
    a.d i.v i.a i.h.v i.s.v i.d i.e s.o.g o.g u.u u.e v.a v.chr n.chr s.u z.zt zz zt wg zw jew
    ausschl vorl vors stv stellv zus tägl mtl jährl wöchtl urspr ungef dgl.w u.s.w.f rd Fa Fam bez
    Bez Abt Ref Reg Lt Col Kt Lkr Gde Frhr Insp Kdt Ass Mwst lfd ugs abk urk svw i.allg z.hd Bgm
    Präs Vors Stv Sekr Verw Vertr Ausg vet Kard Ebf Pfr Sup techn wiss wirtsch polit ehrenamtl
    öffentl gesetzl landw zul zuzgl lit mult
numbers: nr nrn s abs abschn art aufl bd bde kap ziff abb tab anm az bl sp z rn rdnr rz par str tel
    hbf fax plz ab § jan feb mär mrz apr jul aug sep okt nov dez pos beil anh bst ca lfd.nr prot
    zi stk max
either: std o.ä dgl u.dgl z.t n.chr v.chr jh jhd jhdt jr jun sen str inc co corp ltd e.v a.d a.m
    u.s mio mrd a.g mbh ggmbh kl gr u.s.a o.g s.o s.u m.a b.a m.sc b.sc ph.d. min sek Gen tsd univ
    hbf bhf gesmbh ges.m.b.h ew einw jhs jhdts jhds bill Ges Fraktionsvors Mill max
ends: usw etc u.ä u.v.m u.a.m usf ff
openers: niemand jemand der die das den dem des ein eine einer einem einen eines er sie es wir ihr
    ich du man ihm ihn ihnen uns euch mich mir dich dir sein seine seiner seinem seinen ihre ihrer
    ihrem ihren unser unsere mein meine meiner dein deine dieser diese dieses diesem diesen jener
    jene jenes jeder jede jedes alle allen aller beide viele vielen einige einigen mehrere manche
    und oder aber denn doch sondern jedoch auch nur noch schon sogar so dann danach davor dabei
    dazu dafür dagegen damit daran darauf daraus darin darüber darum davon da dort hier heute
    gestern morgen jetzt nun in im an am auf aus bei beim bis durch für gegen mit nach ohne seit
    trotz über um unter von vom vor während wegen zu zum zur zwischen hinter neben als wenn weil
    dass daß ob obwohl nachdem bevor sobald solange falls wie wer was wo wann warum wieso weshalb
    welche welcher welches ist sind war waren wird werden wurde wurden hat haben hatte hatten kann
    können soll sollen muss müssen nicht kein keine keiner keinen ja nein vielleicht leider
    allerdings außerdem zudem ferner schließlich zunächst zuvor später erst seitdem somit deshalb
    daher deswegen trotzdem dennoch insgesamt etwa rund laut zwei drei vier fünf
speech: sagte sagt fragte fragt rief ruft meinte erklärte antwortete schrieb schrie betonte
    ergänzte flüsterte
months: januar jänner februar feber märz april mai juni juli august september oktober november
    dezember jan feb mär apr jun jul aug sep sept okt nov dez jahrhundert jahrhunderts
    jahrhunderte jahrtausend jh jhd jhdt jahrestag geburtstag platz mal stock weltkrieg
counts: auf um über unter es sind waren war ist rund etwa nur mehr fast knapp gut alter seite
    nummer kapitel artikel paragraf paragraph gleis zimmer punkt teil von ca gegen mit hat hatte
    haben auch typ agenda ziffer absatz
ordinals: all
""",
    "fr": """
titles: m mm mme mmes mlle mlles mgr mgrs dr drs pr prof st ste sts stes cf env ex c.-à-d c.à.d
    p.ex par.ex av apr bd boul gal gén cdt lt sgt adj dir dép éd éds ing jr max moy ps q.g réf
    resp rés sté v vs tél trad coll préf introd intro ital lat loc msgr r.p rév s.a.r s.e s.m sr
    sra univ chap. Me Mes Col Cdt Cne Lcl Adjt Gén Pdt Vve fbg rte chev Cté insp comm coord prés
    vice-prés secr Mgr S.Exc anc angl M MM
numbers: no nos n p pp art chap fig vol t tab al alin col éd hect janv févr avr juil sept oct nov
    déc tél bât app env suiv par min sec
either: j.-c j.c av.j.-c apr.j.-c s.a s.a.r.l s.n.c.f a.m p.m u.s u.s.a inc ltd cie ets ex éd al
    réf janv févr juil sept oct nov déc e.u é.-u i.e p.-s d.c o.n.u min hab arr univ bât mds mio
    s.p.r.l s.c.i n.y hrs
ends: etc sq sqq
durations: min
openers: le la les l un une des du de d ce cet cette ces c il elle ils elles on nous vous je j tu
    son sa ses leur leurs mon ma mes notre nos votre vos ton ta tes et ou mais donc or ni car si s
    que qu qui quoi dont où quand comme comment pourquoi combien quel quelle quels quelles à au
    aux en dans par pour sur sous avec sans chez vers entre depuis pendant avant après contre
    malgré selon lors lorsque puis ensuite enfin alors ainsi aussi cependant pourtant toutefois
    néanmoins ailleurs aujourd hier demain maintenant ici là tout tous toute toutes chaque
    plusieurs certains certaines quelques aucun aucune autre autres même ne n y est sont était
    étaient a ont avait avaient sera seront oui non parce puisque tandis bien très plus moins peu
    beaucoup trop outre deux trois quatre cinq voici voilà cela ceci ça né née dès
speech: demande demanda dit répond répondit ajoute lance explique s'exclame déclare
""",
    "es": """
titles: sr sra srta sres sras dr dra dres dras d dª dña prof profa gral cnel tte cap cmdte sgto
    ing lic lcdo arq mons excmo excma ilmo ilma rvdo fr s st ud uds vd vds av avda avd c.f cf p.ej
    p ej vs pza pl ctra dpto depto edo fdo gob hno hnos izq izda dcha máx mín ntra ntro prov pdte
    pdta admón aprox atte a.c.h telef tel trad urb vda gte Sta Sto Alm Brig Cte Cmdt Subcte Tte
    Cap Comte Dip Sen Mtro Mtra Mgtr Lcda Lcdas Abog Psic Esc Econ Pbro Rev Col Fracc Edif Blvd
    Carr Urb Vicepdte Coord Dir ca ingl v Insp Comis Cnl Gral Sgt Subinsp Diag Gob Alc Hon mr ms
    excmos ilmos
numbers: no nº núm núms n pág págs pp p art arts cap caps vol vols fig figs tomo t sec párr ap
    apdo tel tfno ed ene feb mar abr may jun jul ago sep sept oct nov dic km kg seg min hrs mts
    dpto ref
either: ee.uu ee uu s.a s.l s.r.l s.a.u a.c d.c u.s u.s.a cía inc ltd co corp jr e.g i.e ss.mm
    cc.oo aa.vv ff.aa rr.hh jj.oo r.a.e c.v a.j.c d.j.c ed op cit ibíd íd min hab mill ltda s.a.s
    s.a.b mdd mdp Gte tel hrs
ends: etc a.m p.m
durations: min seg
openers: el la los las lo un una unos unas al del de él ella ellos ellas yo tú usted ustedes
    nosotros este esta estos estas esto ese esa esos esas eso aquel aquella aquellos su sus mi mis
    tu tus nuestro nuestra nuestros se me te le les nos y e o u pero sino mas aunque porque pues
    que qué quien quién quienes cual cuál cuando cuándo donde dónde como cómo cuánto si sí no ni a
    ante bajo con contra desde durante en entre hacia hasta para por según sin sobre tras además
    también tampoco así entonces luego después antes ahora hoy ayer mañana aquí allí allá ya aún
    todavía más menos muy mucho muchos muchas poco pocos todo toda todos todas cada algún alguno
    algunos algunas ningún ninguno otro otra otros otras varios varias mientras finalmente
    posteriormente actualmente asimismo embargo es son era eran fue fueron está están ha han había
    habían será hay tiene tenía uno dos tres cuatro cinco tanto ambos dicha dicho dichos dichas
    tal tales cualquier debido gracias
speech: preguntó dijo respondió añadió exclamó
""",
    "it": """
titles: sig sigg sig.ra sig.na sigra dott dott.ssa dr dr.ssa prof prof.ssa proff avv ing arch geom
    gen magg serg mons s ss p.es es cfr cf vs v pres dir segr rev fr spett egr gent gent.ma preg
    ill cav comm uff gr pag.ne c.so p.za v.le via.le st ecc.za mr mrs ms Sta Sto Col Brig Cons
    Proc Loc Fraz prov fam p.le p.tta l.go ca all.to ass.re vicepres lat ingl franc Mar.llo Sov
    Sottoten resp cons isp sost ammir on sen ten card rag cap
numbers: sec n nn nr num pag pagg p pp art artt cap capp vol voll fig figg tab par parr lett tel
    ed sez d.lgs d.l l c co s.m gen feb mar apr mag giu lug ago set sett ott nov dic h min km mq
either: s.p.a s.r.l s.n.c s.a.s a.c d.c u.s u.s.a inc ltd co jr ed op cit ibid id c.a min f.lli
    mln mld mq abit ab s.r.l.s s.c.a.r.l scarl coop soc ass
ends: ecc etc a.m p.m
durations: min
openers: il lo la i gli le l un uno una del dello della dei degli delle al allo alla ai agli alle
    dal dalla dai nel nello nella nei nelle sul sulla sui di a da in con su per tra fra e ed o ma
    però se non che chi cui quando come dove perché poiché mentre dopo prima durante secondo
    contro senza anche inoltre infine poi quindi allora così ancora già ora oggi ieri domani qui
    qua là lì questo questa questi queste quello quella quelli quelle quel egli ella lui lei loro
    noi voi io tu si ci vi mi ti suo sua suoi sue mio mia nostro nostra tutto tutta tutti tutte
    ogni alcuni alcune molti molte pochi altri altre è sono era erano fu furono ha hanno aveva
    avevano sarà c nato nata tuttavia invece infatti cosa quale quali quanto due tre quattro
    cinque sì no nonostante oltre
speech: chiese disse rispose aggiunse esclamò ha
""",
    "pt": """
titles: sr sra srs sras srta dr dra drs prof profa profª d eng engª arq gen cap sgt maj pres exmo
    exma ilmo ilma rev pe mons st sto sta s v vs cf p.ex ex v.exa av avda r al tv pça pç est rod
    trav dep sen gov ver adv des Cel Ten Alm Brig Cap Maj Subten Ver Desa Min Proc Eng aprox
numbers: ter qua qui sáb no nº núm n pág págs pp p art arts cap caps vol vols fig figs inc t sec
    par tel ed jan fev abr jun jul ago set out nov dez min km
either: seg ltda s.a cia e.u.a eua a.c d.c u.s inc jr op cit ed u.e min hab mi bi lda
ends: etc a.m p.m
durations: min
openers: o a os as um uma uns umas do da dos das de ao à aos às no na nos nas num numa pelo pela
    pelos pelas e ou mas porém contudo todavia se que quem quando como onde porque pois para por
    com sem sobre sob entre até desde após antes durante contra segundo conforme em ele ela eles
    elas eu tu você vocês nós isto isso aquilo este esta estes estas esse essa esses essas aquele
    aquela seu sua seus suas meu minha nosso nossa não sim também além ainda já agora hoje ontem
    amanhã aqui ali lá então depois assim portanto entretanto enquanto embora cada todo toda todos
    todas muitos muitas alguns algumas vários outro outra outros outras é são era eram foi foram
    está estão tem têm tinha há havia será qual quais quanto dois duas três quatro mesmo apenas
speech: perguntou disse respondeu afirmou acrescentou
""",
    "nl": """
titles: dhr mevr mw dr drs prof ir ing mr mrs ms st jhr jkvr ds h hh bijv bv b.v.b d.w.z dwz o.a
    m.b.t i.v.m m.n i.p.v t.a.v n.a.v t.o.v t/m ca plm resp zgn incl excl evt vgl cf max mln mld
    gem wnd vz kol gen kapt lt sgt mgr e.a.d vs Burg wethr insp comm secr voorz
numbers: nr nrs p pp blz art afb fig hfst par lid tel jan feb mrt apr jun jul aug sep sept okt nov
    dec min
either: e.a o.i.d n.v b.v v.chr n.chr a.u.b jr sr inc ltd co u.s m.a a.s j.l min burg sec inw
ends: enz etc e.d s.v.p
durations: min
openers: de het een t n deze dit die dat hij zij ze wij we jij je u ik men er hun haar zijn mijn
    ons onze jouw uw en of maar want dus toch ook nog al als dan toen nu in op aan bij met van
    voor naar uit om over onder door tegen tot tussen na sinds tijdens volgens zonder wie wat waar
    wanneer waarom hoe welke is was waren werd werden wordt worden heeft hebben had hadden kan
    kunnen zal zullen moet niet geen ja nee daar daarom daarna daarmee daarnaast hier vandaag
    gisteren morgen omdat hoewel terwijl zodat zo alle veel sommige enkele elke andere beide twee
    drie vier vijf echter verder bovendien
speech: vroeg zei antwoordde riep
""",
    "ro": """
titles: lit dl dlui dna d-na d-l dr prof ing av acad arh gral cpt lt mr plt sf sfta st pr ec jud mun
    or bd bdul bd-ul str șos sos al p-ța spl bl sc et cf v vs ex de.ex conf lect asist univ dir pt
    ptr tov ș lat fr engl germ Cal Col Gen cca aprox dvs dlor slt cms plt.adj lt.col lt.maj amb
    sen dep preș vicepreș red coord trad ref obs urm resp ing.dr dipl subcms insp
numbers: pct nr p pp pag pg art alin lit cap vol fig tab ed tel t ap et sect ian feb febr mar mart
    apr iun iul aug sept oct noiem nov dec loc cca min obs km rd
either: s.a s.r.l a.c d.c î.hr d.hr î.e.n e.n s.u.a u.e u.s jr inc ltd co o.n.u op cit ibid ș.cl
    min sat com sec mil mln mld pers
ends: etc ș.a ș.a.m.d s.a.m.d a.m p.m
durations: min
openers: un o niște al a ai ale acest această acesta aceasta acești aceste acel acea aceia acele
    el ea ei ele eu tu noi voi dumneavoastră își îi îl le se s și sau dar iar ci însă deci dacă că
    când cum unde cine ce care cât de din la în într într-o într-un pe cu pentru prin după până
    spre despre între fără sub peste lângă contra conform potrivit deși deoarece fiindcă întrucât
    astfel atunci apoi acum azi astăzi ieri mâine aici acolo mai foarte nu da nici tot toți toate
    fiecare unii unele alte alți mulți multe câțiva este e sunt era erau fost va vor are au avea
    aveau am ați există doi două trei patru cinci totuși totodată însuși asemenea în-
speech: întrebă zise spuse răspunse adăugă strigă a
""",
    "pl": """
titles: dr prof hab mgr inż lek med mec red ks bp abp kard o s św bł płk ppłk gen mjr kpt por ppor
    sierż kpr szer st asp kom nadkom insp adm kmdr p pp al ul pl np m.in tzn tzw tj ww im por.np
    zob ang niem fr franc ros łac wł hiszp czes ukr pol zwł wg dyr kier zast przew sekr woj pow gm
    m wsp współ red.nacz dot ds adw sędz tow ob hr kl max śp ub wym art.nr j b d z.o oprac fot
    tłum przeł podinsp podkom nadinsp mł chor plut bryg dypl marsz pos prez wiceprez wicemin burm
    lic techn kan prał ur zm wsch zach płd płn cyt sygn dz.u rzecz sp.j wiceprzew podsek pełn
    nadbryg mł.asp st.sierż podpułk jap chin węg rum szw nor Sen
numbers: nr poz art ust pkt lit rozp str s t rys tab § par r.nr tel vol kl w.nr godz ok fax nry
    kol zał m ryc
either: r rr w ww wyd n.e p.n.e o.o z.o.o sp.z.o.o s.a jr m in i.in pok b.r br ub.r cd min os gr
    ok sek proc tys mln mld bln egz szt mies tyg godz
ends: itd itp etc a.m p.m
durations: r w rr ww min sek godz
openers: nikt nic ktoś a i o w z na do od po za przy przed przez dla bez pod nad między wśród ten
    ta to te ci tego tej tych tym temu on ona ono oni one ja ty my wy jego jej ich mój moja swój
    nasz ale lecz jednak oraz albo lub czy że żeby aby jeśli jeżeli gdy kiedy gdzie jak jaki jaka
    jakie kto co który która które dlaczego ponieważ bo więc zatem dlatego choć chociaż mimo
    podczas według zdaniem nie tak także też również jeszcze już tylko nawet teraz dziś dzisiaj
    wczoraj jutro tu tam wtedy potem następnie później wcześniej obecnie jest są był była było
    byli były będzie będą ma mają miał może można trzeba wszystko wszyscy wszystkie każdy każda
    niektórzy wiele wielu kilka inny inne inni dwa trzy cztery pięć ponadto natomiast tymczasem
    się we ze
speech: zapytał zapytała powiedział powiedziała odpowiedział dodał
months: stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada
    grudnia wieku rocznica rocznicy miejsce miejscu edycja edycji
counts: pkt ust nr art ma miał miała około ok o do na numer strona strony punkt punktu godzinie
    godz
ordinals: all
""",
    "cs": """
titles: příl p pí sl dr mudr judr phdr rndr ing mgr bc doc prof csc arch mjr plk pplk gen kpt por
    npor ppor sv tzv tj např atd.např mj resp popř příp cca ca č čp kol nám tř ul ev ap gen.řed
    fr angl něm lat řec rus franc it tis max nár stol.př ml st vč zvl srov viz hl nábř prap rtm
    nstržm pprap nprap pozn brig zást posl předs místopř řed red spol zakl gen.por šk ryt
numbers: po út st čt pá so č čís čl odst písm str s sv obr tab roč kap hod tel § min
either: aj ap stol př.n.l n.l s.r.o a.s o.p.s z.s v.o.s r etc jr ml st kr b.r t.r min mil mld tis
    hod sek zák
ends: atd apod
units: min hod sek
scales: tis mil mld
openers: a i o u v ve z ze na do od po za při před přes pro bez pod nad mezi k ke s se ten ta to
    ti ty toho té těch tím tomu on ona ono oni ony já my vy jeho její jejich můj moje svůj náš ale
    však avšak nebo či že aby jestli jestliže pokud když kdy kde jak jaký jaká jaké kdo co který
    která které proč protože neboť tedy proto přestože ačkoli během podle kvůli kromě ne ano také
    též rovněž ještě už již jen jenom pouze dokonce teď nyní dnes včera zítra tady tam pak potom
    poté je jsou byl byla bylo byli byly bude budou má mají měl může lze všechno všichni všechny
    každý každá někteří mnoho několik jiný další dva tři čtyři pět navíc zatímco si
speech: zeptal zeptala řekl řekla odpověděl dodal
months: ledna února března dubna května června července srpna září října listopadu prosince
    století ročník ročníku místo místě
counts: č čl odst má měl měla asi kolem okolo číslo strana bod bodu hodin ve
ordinals: all
""",
}
