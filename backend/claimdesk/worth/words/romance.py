"""Words of French, Spanish, Romanian and Italian that say how much a sentence is worth."""

from claimdesk.worth.words.table import Words

FRENCH = Words(
    numbers="""deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze
        quinze seize vingt trente quarante cinquante soixante cent cents mille million*
        milliard* dizaine* vingtaine* centaine* millier* douzaine* moitié tiers quart double
        triple""",
    units="""km kilomètre* mètre* centimètre* millimètre* hectare* kg kilo* gramme* tonne*
        litre* degré* seconde* minute* heure* jour* semaine* mois an ans année* personne*
        habitant* emploi* élève* patient* voix siège* mort* blessé* cas soldat* maison*
        famille* page* hommes femmes enfants passager* mégawatt* fois points salariés""",
    percents="pour_cent pourcentage* pourcent",
    money="euro* dollar* centime* franc* rouble* hryvnia* zloty* yen livres",
    dates="""janvier février mars avril mai juin juillet août septembre octobre novembre
        décembre lundi* mardi* mercredi* jeudi* vendredi* samedi* dimanche* hier avant-hier
        aujourd'hui l'an_dernier an_dernier année_dernière mois_dernier semaine_dernière
        décennie* siècle* printemps automne""",
    titles="",
    places="""ministère* ministre* gouvernement* parlement* sénat assemblée université*
        hôpital* police gendarmerie tribunal* parti agence* autorité* entreprise* société*
        banque* armée institut* comité* commission* syndicat* ambassade* maire* mairie
        préfecture* préfet* région* province* département* conseil* président* présidente port
        ville""",
    said="""dit disent déclaré déclare affirmé affirme affirment selon annoncé annonce
        annoncent indiqué indique expliqué explique précisé précise assuré assure rapporté
        rapporte d'après prévenu averti avertit démenti dément confirmé confirme reconnu
        reconnaît accusé accuse écrit ajouté ajoute soutient estimé promis raconté raconte
        cité nié nie souligné""",
    causes="""parce car en_raison à_cause grâce_à provoqué provoque causé cause conduit_à
        entraîné entraîne donc suite_à conséquence* résultat* dû due puisque faute_de""",
    compared="""plus_de moins_de plus_que moins_que augmenté augmente* hausse baisse* baissé
        reculé recul chuté chute grimpé doublé triplé record supérieur* inférieur* davantage
        croissance diminué diminue* contre comparé meilleur_résultat plus_grand plus_grande
        plus_haut plus_élevé plus_bas plus_faible plus_cher seul seulement premier_fois
        première_fois""",
    happened="""était étaient avait avaient fut furent eut mourut naquit prit prirent fit
        firent ferme ouvert fermé fermée mort tué tués blessés perdu pris mis vu reçu
        découvert détruit élu vendu construit construite voté""",
    opinions="""faut devrait devraient doit doivent je_pense je_crois je_trouve j'espère
        je_souhaite à_mon_avis selon_moi magnifique* beau belle* horrible* terrible* honteu*
        honte scandaleu* merveilleu* malheureusement heureusement ridicule* formidable*
        superbe* mieux bon bonne mauvais* triste* important* absurde* inacceptable* injuste*
        fier* scandale""",
    future="prévoit_de prévoient_de prévu_pour compte_bien envisage* projette* bientôt demain",
    hedges="""peut-être probablement sans_doute pourrait pourraient semble semblent paraît
        apparemment peut peuvent possible possiblement éventuellement aurait auraient serait
        seraient présumé* prétendu* vraisemblablement""",
    pronouns="je nous tu vous il elle on ils elles ce cela ça c'est ceci cet",
    commands="""imaginez regardez écoutez lisez cliquez abonnez-vous partagez suivez
        n'oubliez rappelons-nous pensez prenez venez arrêtez laissez inscrivez-vous
        souvenons-nous merci imaginons regardons veuillez""",
    auxiliaries="a ont est sont été ai avons avez avoir être",
    participle_endings="é:4 ée:6 és:6 ées:7",
    future_endings="""erai:6 eras:6 erons:7 eront:6 irai:7 irons:7 iront:6 dront:6 dra:5
        era:5 ira:6 aura:4 sera:4 auront:6 seront:6 ouvrira:7""",
    exceptions="""été peut-être opéra libéra caméra année conseillera société opera
        guérillera santé cité clé musée journée soirée marché côté café cinéma""",
    future_auxiliaries="va vont vais allons allez",
    infinitive_endings="er:4 ir:4 re:4",
    elides=True,
)

SPANISH = Words(
    numbers="""dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce
        quince dieciséis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta
        sesenta setenta ochenta noventa cien ciento cientos doscient* trescient* quinient* mil
        miles millón millones billón decena* docena* centenar* mitad tercio* cuarta doble
        triple""",
    units="""km kilómetro* metro metros centímetro* milímetro* hectárea* kg kilo* gramo*
        tonelada* litro* grado* segundo* minuto* hora* día días semana* mes meses año años
        persona* habitante* empleo* alumno* paciente* voto* escaño* muerto* herido* caso*
        soldado* casa* familia* página* hombres mujeres niños pasajero* megavatio* veces
        puntos vecinos trabajador*""",
    percents="por_ciento porcentaje* porciento",
    money="euro* dólar* céntimo* peso* rublo* grivna* franco* yen*",
    dates="""enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
        diciembre lunes martes miércoles jueves viernes sábado* domingo* ayer anteayer hoy
        anoche año_pasado mes_pasado semana_pasada década* siglo* primavera otoño""",
    titles="",
    places="""ministerio* ministr* gobierno* parlamento* senado congreso universidad*
        hospital* policía tribunal* partido* agencia* autoridad* empresa* compañía* banco*
        ejército instituto* comité* comisión* sindicato* embajada* alcalde* alcaldesa
        ayuntamiento* gobernador* región provincia* municipio* consejo* president* puerto
        ciudad fiscalía juzgado*""",
    said="""dijo dijeron dice dicen afirmó afirma afirmaron según anunció anuncia anunciaron
        informó informa aseguró asegura explicó explica declaró declara señaló señala indicó
        indica advirtió advierte negó niega confirmó confirma reconoció reconoce acusó acusa
        denunció escribió añadió agregó sostuvo sostiene contó cuenta prometió reveló revela
        citó""",
    causes="""porque debido_a a_causa por_culpa gracias_a provocó provocaron provocado causó
        causaron causado llevó_a condujo_a como_resultado consecuencia* por_eso ya_que originó
        motivó""",
    compared="""más_de menos_de más_que menos_que aumentó aumentaron aumento* subió subieron
        subida* cayó cayeron caída* bajó bajaron descenso* descendió disminuy* creció
        crecieron crecimiento mayor mayores menor menores superior* inferior* récord duplicó
        duplicaron triplicó frente_a comparado superó más_alto más_alta más_bajo más_grande
        más_caro primera_vez solo sólo""",
    happened="""fue fueron era eran había habían estaba estaban hizo hicieron tuvo tuvieron
        puso dio vino murió murieron nació perdió ganó votó cerró cierra abrió halló halla
        encontró tomó mató""",
    opinions="""debe deben debería deberían hay_que tiene_que tienen_que creo pienso opino
        me_parece en_mi_opinión ojalá hermos* bonit* bell* terrible* horrible* vergonzos*
        vergüenza escandalos* maravillos* lamentablemente desgraciadamente afortunadamente
        ridícul* absurd* buen* mal* triste* important* inaceptable* injust* orgullos* precios*
        magnífic*""",
    future="va_a van_a voy_a vamos_a prevé prevén planea* piensa_en pretende* pronto próximamente",
    hedges="""quizá quizás tal_vez probablemente posiblemente podría podrían puede pueden
        parece parecen aparentemente presunt* supuest* acaso habría habrían""",
    pronouns="""yo nosotros tú usted él ella ellos ellas esto eso aquello este esta ese esa
        lo les nos""",
    commands="""imagine imaginen mire miren escuche lea lean haga suscríbase suscríbete
        comparte comparta no_olvide no_olvides recuerde recuerden piense piensen venga vengan
        síganos deje dejen ayude vote hagamos gracias mira piensa""",
    auxiliaries="ha han haber sido hemos he fue fueron",
    participle_endings="ado:5 ados:6 ada:5 adas:6 ido:5 idos:6 ida:5 idas:6",
    happened_endings="aron:6 ieron:6 ó:4 yeron:6",
    future_endings="""ará:5 arán:6 erá:5 erán:6 irá:5 irán:6 drá:5 drán:6 aremos:7 eremos:7
        iremos:7 brá:5 brán:6""",
    exceptions="mamá",
)

ROMANIAN = Words(
    numbers="""doi două trei patru cinci șase sase şase șapte sapte şapte opt nouă zece
        unsprezece doisprezece douăsprezece treisprezece cincisprezece douăzeci treizeci
        patruzeci cincizeci șaizeci șaptezeci optzeci nouăzeci sute mie mii milion* miliard*
        duzin* zeci jumătate treime sfert dublu triplu""",
    units="""km kilometr* metri metru centimetri milimetri hectar* kg kilograme grame tone
        tonă litri grade secunde minute minut ore oră zile zi săptămâni luni ani an persoane
        oameni locuitori angajați elevi pacienți voturi locuri morți răniți cazuri soldați
        case familii pagini bărbați femei copii pasageri megawați ori puncte""",
    percents="procente procent la_sută",
    money="leu lei euro dolari dolar cenți ban bani ruble franci",
    dates="""ianuarie februarie martie aprilie iunie iulie august septembrie octombrie
        noiembrie decembrie marți miercuri joi vineri sâmbătă duminică ieri alaltăieri astăzi
        azi anul_trecut luna_trecută săptămâna_trecută deceniu* secol* primăvara toamna vara
        iarna""",
    titles="",
    places="""minister* ministr* guvern* parlament* senat* universit* spital* poliți*
        tribunal* judecători* partid* agenți* autorit* compani* firm* banc* armat* institut*
        comitet* comisi* sindicat* ambasad* primar* primări* prefect* regiun* provinci* județ*
        consili* președint* portul* orașul* oraş*""",
    said="""spus spune spun declarat declară anunțat anunță afirmat afirmă susține susținut
        potrivit conform informat precizat precizează explicat explică avertizat avertizează
        negat neagă confirmat confirmă recunoscut recunoaște acuzat acuză scris scrie adăugat
        adaugă transmis promis relatat relatează dezmințit menționat""",
    causes="""pentru_că deoarece din_cauza din_cauză datorită ca_urmare provocat provocate
        cauzat dus_la a_dus_la consecință* întrucât fiindcă determinat""",
    compared="""mai_mult mai_mulți mai_multe mai_puțin mai_puține mai_puțini crescut crește
        creștere* scăzut scade scădere* cel_mai cea_mai cei_mai cele_mai mai_mare mai_mic
        mai_mică mai_scump record* dublat triplat depășit față_de comparativ peste sub_nivelul
        numai doar pentru_prima""",
    happened="""era erau fost avea aveau murit câștigat pierdut votat închis închide deschis
        construit găsit descoperit distrus început luat făcut venit plecat ucis oprit reparat""",
    opinions="""trebuie ar_trebui cred consider părerea_mea din_păcate din_fericire frumos
        frumoas* minunat* groaznic* oribil* rușin* scandalos* ridicol* absurd* bun bună bine
        mai_bun rău rea trist* important* inacceptabil* nedrept* mândr* sper superb*""",
    future="va vor voi vei vom veți o_să urmează_să intenționează* plănuiește* mâine curând",
    hedges="""poate posibil probabil eventual ar_putea pare par aparent presupus* pretins*
        cică se_pare""",
    pronouns="eu noi tu voi el ea ei ele aceasta acesta asta ăsta acestea aceștia ce cine",
    commands="""imaginați-vă priviți ascultați citiți abonați-vă distribuiți urmăriți
        nu_uitați amintiți-vă gândiți-vă veniți lăsați haideți hai vă_rugăm mulțumim opriți
        faceți""",
    auxiliaries="""a au am ați fost fi s-a s-au l-a l-au i-a i-au le-a m-a n-a n-au ne-a ne-au
        și-a și-au v-a""",
    participle_endings="at:5 ată:6 ate:6 ați:6 ut:5 ută:6 it:5 ită:6 ite:6 iți:6 s:4 să:5",
    exceptions="stat privat secret soldat consiliul oraș deputat candidat avocat sindicat totuși",
)

ITALIAN = Words(
    numbers="""due tre quattro cinque sei sette otto nove dieci undici dodici tredici
        quattordici quindici sedici diciassette diciotto diciannove venti trenta quaranta
        cinquanta sessanta settanta ottanta novanta cento duecento trecento cinquecento mille
        mila milione milioni miliardo miliardi decina decine dozzina centinaia migliaia metà
        terzo doppio triplo""",
    units="""km chilometr* metro metri centimetr* millimetr* ettar* kg chil* gramm*
        tonnellat* litr* grad* second* minut* ora ore giorn* settiman* mese mesi anno anni
        persone persona abitanti posti_di_lavoro lavorator* studenti pazienti voti seggi morti
        feriti casi soldati case famiglie pagine uomini donne bambini passegger* megawatt
        volte punti""",
    percents="per_cento percento percentual*",
    money="euro dollar* centesim* franchi rubl* sterlin* yen",
    dates="""gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre
        novembre dicembre lunedì martedì mercoledì giovedì venerdì sabato domenica ieri oggi
        l'altroieri anno_scorso mese_scorso settimana_scorsa decenni* secol* primavera autunno""",
    titles="",
    places="""ministero* ministr* governo* parlamento* senato camera università ospedal*
        polizia carabinieri tribunale* partito* agenzia* autorità azienda* impresa* società
        banca* esercito istituto* comitato* commissione* sindacat* ambasciata* sindac* comune
        regione* provincia* consiglio* president* prefett* procura porto città""",
    said="""detto dice dicono ha_detto dichiarato dichiara affermato afferma secondo
        annunciato annuncia annunciano comunicato riferito riferisce spiegato spiega precisato
        sostiene sostengono avvertito avverte smentito smentisce confermato conferma ammesso
        ammette accusato accusa scritto scrive aggiunto aggiunge promesso raccontato racconta
        negato nega disse stando_a""",
    causes="""perché poiché a_causa dovuto dovuta grazie_a provocato provocata causato
        causata portato_a quindi di_conseguenza conseguenz* in_seguito siccome per_colpa""",
    compared="""più_di meno_di più_che meno_che aumentat* aumento* cresciut* crescita salit*
        sces* calat* calo* diminuit* maggior* minor* superior* inferior* record raddoppiat*
        triplicat* rispetto confronto più_alto più_alta più_basso più_grande più_caro
        prima_volta solo soltanto oltre""",
    happened="""era erano fu furono aveva avevano ebbe morì morirono nacque fece fecero
        prese perse vinse chiuso chiusa aperto aperta chiude trovato trovano visto preso messo
        morto morta ucciso uccisa deciso rimasto venduto""",
    opinions="""deve devono dovrebbe dovrebbero bisogna credo penso ritengo secondo_me
        a_mio_parere spero bell* bellissim* splendid* terribil* orribil* vergognos* vergogna
        scandalos* meraviglios* purtroppo fortunatamente ridicol* assurd* buon* cattiv* trist*
        important* inaccettabil* ingiust* fier* magnific*""",
    future="""prevede_di prevedono_di sta_per stanno_per intende* progetta* domani presto
        prossimamente""",
    hedges="""forse probabilmente possibilmente potrebbe potrebbero può possono sembra
        sembrano pare apparentemente presunt* eventualmente avrebbe avrebbero sarebbe
        sarebbero""",
    pronouns="io noi tu voi lui lei loro egli ella essi questo questa ciò quello quella chi che",
    commands="""immaginate guardate ascoltate leggete cliccate iscrivetevi condividete
        seguiteci non_dimenticate ricordate pensate venite lasciate immagini guardi legga
        pensi facciamo grazie ricordiamo smettete aiutateci""",
    auxiliaries="ha hanno è sono ho stato stata stati state essere avere abbiamo",
    participle_endings="""ato:5 ata:5 ati:5 ate:5 uto:5 uta:5 uti:5 ute:5 ito:5 ita:5 iti:5
        ite:5 tto:5 tta:5 tti:5 sso:5 rso:5 rsa:5 lto:5 nto:6""",
    happened_endings="arono:7 irono:7 erono:7",
    future_endings="erà:5 eranno:7 irà:5 iranno:7 rranno:7 drà:5 rrà:5 dranno:7 arà:4 aranno:6",
    exceptions="""tutto tutta tutti sotto corso verso spesso stesso adesso molto stato
        salute minuti subito abito vita partito""",
    elides=True,
)
