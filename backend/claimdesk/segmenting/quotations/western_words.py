"""Words by which Germanic and Romance texts say who speaks; the rows are told in `words`."""

WESTERN: dict[str, dict[str, str]] = {
    "en": {
        "verbs": """
            disagreed disagrees objected objects
            said says say told tells tell added adds add replied replies responded responds
            answered asked asks explained explains warned warns argued argues insisted insists
            noted notes declared declares announced announces stated states wrote writes pledged
            pledges promised promises admitted admits acknowledged acknowledges conceded
            concedes boasted boasts claimed claims recalled recalls continued continues
            concluded concludes joked jokes quipped shouted yelled whispered cried exclaimed
            remarked observed commented confirmed confirms denied denies suggested suggests
            predicted predicts urged urges vowed vows tweeted posted testified reported reports
            complained complains lamented mused quoted called calls described describes
            recommends recommended demanded demands stressed stresses emphasized emphasised
            pointed cautioned countered retorted reiterated maintained alleged alleges opined
            objected protested begged pleaded ordered read reads laughed sighed whispers shouts
            laughs sighs muttered mutters
            wondered wonders muses inquired enquired queried snapped bragged groaned moaned
            scoffed sneered fumed raged chuckled grumbled grumbles gasped repeated repeats
            reasoned reasons confessed confesses stammered screamed hoped hopes echoed reassured
            assured assures apologised apologized apologises apologizes marvelled
            """,
        "saying": "saying adding telling calling warning insisting arguing writing asking noting",
        "with": "has have had is was were are later also then has been being himself herself",
        "sources": "according to|in the words of|as per",
        "he": "he she i who",
        "they": "they we",
        "one": """
            the a an one two three four five six seven eight nine ten some several many most few
            all another other this that these those his her its their our my no both dozens
            """,
        "roles": """
            mayor president minister officials official spokesman spokeswoman spokesperson police
            people residents witnesses authorities neighbours neighbors chief doctor professor
            critics experts lawyers investigators prosecutors councillor governor director captain
            general sources locals analysts campaigners workers
            """,
        "within": "of with from for close to familiar near",
        "prepositions": """
            in on at by about after before during under over against through between among into
            onto upon without within since until while around across behind beyond like than via
            according despite amid as off out up down toward towards per
            """,
        "stops": """
            and but or that if because so though although when where why how what whether yet nor
            having not
            """,
        "relatives": "who which whom whose",
        "meanwhile": """
            today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday
            january february march april june july august september october november december
            later also then again however meanwhile once now earlier here there afterwards
            finally only still just even recently once bluntly dismissively quietly dryly simply
            angrily reporters journalists him them me us last next week month year onstage too
            himself herself nevertheless instead first otherwise
            """,
        "titles": """
            book film movie novel song album play series show magazine newspaper paper called named
            titled entitled dubbed word words term phrase nicknamed exhibition podcast headline
            ship boat ferry column poem painting
            """,
        "he_title": "mr sir lord",
        "she_title": "mrs ms miss madam lady",
    },
    "de": {
        "verbs": """
            widersprach widerspricht widersprachen
            sagte sagt sagten sagen erklärte erklärt erklärten teilte teilten teilt betonte
            betont betonten meinte meint fügte fügt ergänzte ergänzt antwortete antwortet
            antworteten beantwortete fragte fragt schrieb schreibt schrieben berichtete
            berichtet berichteten warnte warnt warnten versprach verspricht behauptete behauptet
            räumte räumt kündigte kündigt forderte fordert forderten nannte nennt nannten
            bezeichnete bezeichnet rühmte erinnerte erinnert erwiderte entgegnete kritisierte
            kritisiert klagte klagt rief ruft führte argumentierte argumentiert bekräftigte
            bestätigte bestätigt unterstrich gab gibt gaben verkündete urteilte äußerte lobte
            mahnte mahnt scherzte twitterte ordnete ordnet stellte zitierte zitiert hieß heißt
            gesagt erzählte erzählt ließ bedauerte beklagte versicherte versichert wetterte
            spottete hinzugefügt mitgeteilt konterte steht stand begründete empfiehlt empfahl
            seufzt seufzte lacht lachte schmunzelt schmunzelte flüstert flüsterte brummt brummte
            schildert schilderte resümiert resümierte bilanziert freut freute wundert fasst
            erläutert erläuterte bemerkte bemerkt wandte mutmaßt mutmaßte bittet bat appelliert
            appellierte
            wunderte jammerte jammert schimpfte schimpft stöhnte stöhnt wiederholte wiederholt
            gestand gesteht befürchtete befürchtet verteidigte entschuldigte staunte staunt
            grübelte witzelte witzelt frotzelte insistierte beschwerte beschwert beteuerte
            beteuert murmelte murmelt schrie schreit hofft hoffte prophezeite verriet verrät
            fluchte fluchten frohlockte meldete meldet ärgerte ärgert empörte empört
            """,
        "saying": "",
        "with": "hat haben hatte hatten habe ist sich wurde wird aber auch",
        "sources": """
            laut|so|nach angaben von|nach angaben der|nach angaben des|nach den worten von|
            nach den worten der|nach den worten des|in den worten von|zufolge
            """,
        "he": "er sie ich",
        "they": "sie wir",
        "one": """
            der die das ein eine einer eines dieser diese dieses jener jene sein seine ihr ihre
            zwei drei vier fünf sechs sieben acht neun zehn mehrere einige viele manche alle beide
            dessen deren kein keine seinen seiner seinem seines ihrem ihren ihrer ihres einem einen
            diesem diesen unser unsere mein meine
            """,
        "roles": """
            bürgermeister bürgermeisterin sprecher sprecherin beamte anwohner zeugen behörden
            minister ministerin polizei präsident präsidentin
            """,
        "within": "von vom der des zum zur",
        "prepositions": """
            in im ins an am auf bei beim mit nach vor über unter gegen durch zwischen aus zu seit
            während für um ohne gegenüber laut wegen trotz vom von hinter neben per ab bis als
            """,
        "stops": """
            worden gewesen und aber oder dass daß weil wenn ob sondern denn doch obwohl nachdem
            damit wie
            """,
        "relatives": "der die das dessen deren dem denen den welcher welche was",
        "meanwhile": """
            heute gestern morgen montag dienstag mittwoch donnerstag freitag samstag sonntag
            januar februar märz april mai juni juli august september oktober november dezember
            damals zuvor später dann dazu jetzt nun außerdem weiter hinzu mit zudem einmal noch
            schließlich jedoch dagegen daraufhin verächtlich leise trocken knapp selbst weiterhin
            sich ihm ihr ihnen uns mir freitagmorgen freitagabend donnerstagabend montagabend
            """,
        "titles": """
            buch film roman lied album stück serie zeitung zeitschrift magazin firma schiff wort
            begriff namens titel ausstellung sendung fähre podcast thema spiegel
            """,
        "he_title": "herr herrn",
        "she_title": "frau",
    },
    "fr": {
        "verbs": """
            dit disent affirment expliquent indiquent estiment assurent ajoutent déclare déclaré
            affirme affirmé explique expliqué ajoute ajouté précise précisé indique indiqué
            annonce annoncé répond répondu estime estimé souligne souligné assure assuré confie
            confié rappelle rappelé raconte raconté avertit averti prévient prévenu demande
            demandé écrit reconnaît reconnu admet admis poursuit poursuivi conclut conclu
            regrette regretté lance lancé note noté promet promis martèle martelé dénonce
            dénoncé insiste insisté résume résumé observe observé juge jugé plaide plaidé
            commente commenté confirme confirmé répète répété soupire soupiré ironise ironisé
            qualifié qualifie déclarait disait expliquait déplore déploré rétorque rétorqué
            tranche relate proclame sourit s’amuse s'amuse avoue avoué s’exclame s'exclame
            murmure murmuré glisse glissé plaisante plaisanté souffle s’inquiète s'inquiète
            s’indigne s'indigne réplique répliqué renchérit enchaîne détaille détaillé témoigne
            jure juré lâche lâché grommelle corrige constate constaté demandait répondait
            racontait ajoutait affirmait assurait confiait s’étonne s'étonne tempère tonne
            plaint plaignait plaignent s’interroge s'interroge interrogé interroge
            s’agace s'agace agacé indigné inquiété étonné exclamé vante vanté
            soutient soutenu prévenait insistait concède concédé reproche reproché s’excuse
            s'excuse excusé accuse accusé espère espéré supplie supplié s’inquiétait s'inquiétait
            grogne grogné rit proteste protesté réclame réclamé disaient répétait précisait
            soulignait rapporte rapporté s’enthousiasme s'enthousiasme réjouit réjoui
            désole félicite félicité
            """,
        "saying": "disant ajoutant expliquant précisant affirmant déclarant rappelant estimant",
        "with": "a ont avait avaient est s'est s’est nous lui leur se en l’a l'a",
        "sources": "selon|d'après|d’après|aux dires de|de l'avis de|de l’avis de|aux yeux de",
        "he": "il elle je on t-il t-elle",
        "they": "ils elles nous",
        "one": """
            le la les l un une des ce cette ces deux trois quatre cinq six sept huit neuf dix
            plusieurs certains quelques son sa ses leur leurs l'un l’un l'une l’une mon aucun
            """,
        "roles": """
            maire ministre président présidente porte-parole directeur directrice habitants
            préfet préfète témoins
            """,
        "within": "de du des d la le les l à au",
        "prepositions": """
            à au aux dans sur sous avec sans par pour en vers chez après avant depuis pendant lors
            contre entre devant derrière selon auprès face malgré parmi dès jusque
            """,
        "stops": "et mais ou que qu car si quand lorsque donc alors puis comme où",
        "relatives": "qui que dont où lequel laquelle",
        "meanwhile": """
            aujourd’hui aujourd'hui hier demain lundi mardi mercredi jeudi vendredi samedi dimanche
            janvier février mars avril mai juin juillet août septembre octobre novembre décembre
            ensuite encore aussi toutefois cependant également ainsi puis enfin déjà alors soir
            matin dernier
            """,
        "titles": """
            livre film roman chanson album pièce série journal magazine quotidien société navire
            mot terme expression intitulé intitulée baptisé baptisée nommé exposition émission
            """,
        "he_title": "m monsieur",
        "she_title": "mme madame mlle",
    },
    "es": {
        "verbs": """
            dijo dice dicho dijeron dicen declaró declara declarado afirmó afirma afirmaron
            explicó explica explicado añadió añade añadido agregó agrega aseguró asegura
            asegurado señaló señala señalado indicó indica indicaron informó informa informaron
            anunció anuncia respondió responde preguntó pregunta contestó advirtió advierte
            advertido escribió escribe reconoció reconoce admitió admite insistió insiste
            subrayó subraya sostuvo sostiene comentó comenta contó cuenta prometió promete
            confirmó confirma recordó recuerda manifestó manifiesta expresó expresa apuntó
            apunta lamentó lamenta denunció denuncia precisó precisa concluyó concluye criticó
            calificó califica exclamó replicó resumió relató reiteró destacó zanja zanjó exclama
            grita gritó susurra susurró suspira suspiró bromea bromeó replica ríe sonríe murmura
            murmuró matiza matizó resume opina opinó relata narra confesó confiesa sentencia
            sentenció reconocieron explicaban decía decían contaba considera consideró reitera
            destaca lamentaba ironiza ironizó protesta protestó
            queja quejó quejan quejaron quejaba preguntan preguntaba responden contestan contesta
            repite repitió ruega rogó avisó avisa jura juró insistía protestaba advertía pide
            pidió exige exigió espera esperaba rezaba reza teme temió acusó acusa disculpó
            disculpa alegra enfada enfadó indigna indignó explicaba respondía añadía comentaba
            recordaba relataba alertó alerta garantizó garantiza reclamó reclama
            """,
        "saying": "diciendo añadiendo agregando asegurando afirmando señalando advirtiendo",
        "with": "ha han había habían se le les lo nos fue",
        "sources": "según|de acuerdo con|en palabras de|a juicio de",
        "he": "él ella ello yo quien",
        "they": "ellos ellas nosotros",
        "one": """
            el la los las un una unos unas este esta estos estas dos tres cuatro cinco seis siete
            ocho nueve diez varios varias algunos algunas su sus uno muchos ningún otro otra
            """,
        "roles": """
            alcalde alcaldesa ministro ministra presidente presidenta portavoz director directora
            vecinos testigos fuentes policía
            """,
        "within": "de del la las los el con",
        "prepositions": """
            a al en con por para sin sobre tras desde hasta durante ante bajo contra entre hacia
            según mediante
            """,
        "stops": "y e pero o u que si porque cuando donde aunque como mientras pues ni",
        "relatives": "quien quienes que cuyo cuya cual donde",
        "meanwhile": """
            hoy ayer mañana lunes martes miércoles jueves viernes sábado domingo enero febrero marzo
            abril mayo junio julio agosto septiembre octubre noviembre diciembre también después
            luego entonces además ahora antes todavía ya pasado finalmente
            """,
        "titles": """
            libro película novela canción disco obra serie diario periódico revista empresa barco
            palabra término expresión titulado titulada llamado llamada denominado exposición
            programa
            """,
        "he_title": "sr señor don",
        "she_title": "sra señora doña srta",
    },
    "it": {
        "verbs": """
            disse dice detto dicono dissero dichiara dichiarato dichiarò afferma affermato
            affermò spiega spiegato spiegò aggiunge aggiunto aggiunse sottolinea sottolineato
            assicura assicurato annuncia annunciato risponde risposto rispose chiede chiesto
            scrive scritto ammette ammesso sostiene sostenuto racconta raccontato ricorda
            ricordato avverte avvertito commenta commentato conferma confermato precisa
            precisato promette promesso osserva osservato conclude concluso insiste insistito
            denuncia denunciato riferisce riferito comunica comunicato ribadisce ribadito
            replica replicato esclama definito definisce riconosce riconosciuto prosegue
            continua lamenta lamentato sospira sospirò sussurra sussurrò scherza sbotta esclamò
            grida gridò ride sorride confessa confessò confessato confida spiegava diceva
            raccontava rispondeva dicevano sostengono spiegano raccontano nota aggiungono
            riassume taglia
            lamentava lamentano protesta protestato protestò domanda domandò domandato domandava
            chiedeva insisteva ripete ripeteva ripetuto ripeté borbotta borbottò scherzava
            scherzato giura giurato giurò supplica supplicato sperava spera rassicura rassicurato
            accusa accusato scusa scusato indigna stupisce aggiungeva ricordava dichiarava
            affermava commentava avvertiva urla urlato urlò mormora mormorò recitava recita sbuffa
            sbuffò ammonisce ironizza ironizzato
            """,
        "saying": "dicendo aggiungendo spiegando affermando sottolineando ricordando",
        "with": "ha hanno aveva avevano è si ci gli lo l’ha l'ha",
        "sources": "secondo|a detta di|a giudizio di|stando a|nelle parole di",
        "he": "lui lei egli ella io chi",
        "they": "loro essi noi",
        "one": """
            il lo la i gli le l un uno una questo questa questi due tre quattro cinque sei sette
            otto nove dieci alcuni alcune molti diversi suo sua nessuno un'altra
            """,
        "roles": """
            sindaco sindaca ministro ministra presidente portavoce direttore direttrice residenti
            testimoni fonti prefetto assessore assessora
            """,
        "within": "di del della dei delle dello degli dell con",
        "prepositions": """
            a al alla ai alle in nel nella con da dal dalla per su sul sulla tra fra dopo prima
            durante contro senza secondo verso presso sotto davanti
            """,
        "stops": "e ed ma o che se perché quando dove mentre come poi né però",
        "relatives": "che cui quale chi",
        "meanwhile": """
            oggi ieri domani lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio
            febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
            anche poi ancora inoltre infine ora già allora invece scorso
            """,
        "titles": """
            libro film romanzo canzone album opera serie giornale quotidiano rivista ditta nave
            parola termine espressione intitolato intitolata chiamato chiamata mostra programma
            """,
        "he_title": "sig signor",
        "she_title": "sig.ra signora",
    },
    "pt": {
        "verbs": """
            disse diz dito disseram dizem declarou declara afirmou afirma afirmaram explicou
            explica acrescentou acrescenta garantiu garante anunciou anuncia respondeu responde
            perguntou avisou avisa alertou alerta escreveu escreve admitiu admite reconheceu
            insistiu sublinhou comentou comenta contou conta prometeu promete confirmou confirma
            recordou lembrou referiu refere informou informa ressaltou destacou lamentou
            criticou contava exclama exclamou grita gritou suspira suspirou brinca brincou
            sussurra dizia lamenta lembra observa observou confessa confessou ironizou ressalta
            destaca relata relatou narra opina opinou resume resumiu desabafa desabafou
            queixa queixou queixam queixava queixaram reclama reclamou pergunta perguntam
            perguntava respondem respondia repete repetiu pede pediu avisava insiste insistia jura
            jurou protesta protestou murmura murmurou espera esperava teme acusou acusa desculpou
            desculpa indigna indignou explicava acrescentava afirmava alegra sustenta sustentou
            assegura assegurou defende defendeu recorda ironiza suplicou suplica replicou rebateu
            rebate
            """,
        "saying": "dizendo acrescentando afirmando explicando",
        "with": "tem têm tinha havia se lhe foi",
        "sources": "segundo|de acordo com|conforme|nas palavras de",
        "he": "ele ela eu quem",
        "they": "eles elas nós",
        "one": """
            o a os as um uma uns umas este esta dois duas três quatro cinco seis sete oito nove dez
            vários várias alguns algumas seu sua muitos nenhum
            """,
        "roles": "prefeito prefeita presidente ministro ministra porta-voz diretor diretora fontes",
        "within": "de do da dos das com",
        "prepositions": """
            a ao à em no na nos nas com por pelo pela para sem sobre após desde até durante contra
            entre segundo perante
            """,
        "stops": "e mas ou que se porque quando onde embora como enquanto",
        "relatives": "que quem cujo cuja qual",
        "meanwhile": """
            hoje ontem amanhã segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado
            domingo também depois então ainda agora já antes
            """,
        "titles": "livro filme romance canção álbum série jornal revista empresa palavra termo",
        "he_title": "sr senhor",
        "she_title": "sra senhora",
    },
    "ro": {
        "verbs": """
            spus spune spuse spun spunea declarat declară afirmat afirmă explicat explică
            adăugat adaugă precizat precizează anunțat anunță răspuns răspunde întrebat scris
            scrie admis recunoscut recunoaște subliniat subliniază susținut susține avertizat
            avertizează promis promite confirmat confirmă povestit povestește amintit amintește
            comentat insistat transmis transmite relatat relatează arătat arată menționat
            conchis numit comunicat zis zice zise ziceau întreabă râde oftează oftat strigă
            strigat șoptește glumește povestea afirmau crede consideră mărturisește mărturisit
            replică replicat conchide exclamă exclamat estimează
            plânge plâns plângea plâng întreba insistă repetă repetat repeta roagă rugat jură
            jurat protestează protestat avertiza cere cerut speră sperat murmură murmurat acuză
            acuzat scuză scuzat revoltă revoltat miră mirat ironizează răspundea râs avertizau
            oftau garantează garantat asigură asigurat atenționat atenționează lamentat
            """,
        "saying": "spunând adăugând precizând afirmând declarând explicând",
        "with": "a au fi le i-a ne-a s-a mi-a se ar",
        "sources": "potrivit|conform|după spusele|în opinia|după părerea",
        "he": "el ea dânsul dânsa eu acesta aceasta acela aceea",
        "they": "ei ele noi aceștia acestea dânșii dânsele",
        "one": """
            un o doi două trei patru cinci șase șapte opt nouă zece câțiva câteva mai unul una unii
            niște acest această alți mulți
            """,
        "roles": """
            primarul primărița ministrul președintele președinta purtătorul directorul directoarea
            locuitorii martorii căpitanul inginerul prefectul
            """,
        "within": "de din cu al a ai ale lui",
        "prepositions": """
            în la pe cu de din pentru după înainte prin sub peste între fără către despre contra
            împotriva lângă spre până
            """,
        "stops": "și dar sau că dacă deoarece când unde pentru iar ci însă deși",
        "relatives": "care cine ce cărui cărei",
        "meanwhile": """
            azi astăzi ieri mâine luni marți miercuri joi vineri sâmbătă duminică ianuarie
            februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie
            decembrie apoi tot încă acum atunci ulterior jurnaliștilor presei altfel
            """,
        "titles": """
            cartea filmul romanul cântecul albumul piesa serialul ziarul revista firma nava cuvântul
            termenul expresia numit numită intitulat intitulată compania
            """,
        "he_title": "dl domnul",
        "she_title": "dna doamna",
    },
}
