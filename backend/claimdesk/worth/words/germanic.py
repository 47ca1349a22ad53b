"""Words of English and German that say how much a sentence is worth checking."""

from claimdesk.worth.words.table import Words

ENGLISH = Words(
    numbers="""two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
        eighty ninety hundred* thousand* million* billion* trillion* dozen* half third*
        quarter* twice triple* double* doubled""",
    units="""km kilometer* kilometre* meter* metre* centimet* millimet* mile* feet foot
        inch* acre* hectare* kg kilogram* kilo* gram* ton* tonne* pound* litre* liter* barrel*
        gallon* megawatt* kilowatt* watt* degree* mph second* minute* hour* day* week* month*
        year* people person* men women children worker* job* student* patient* voter* vote*
        seat* death* case* soldier* troop* home* house* family families household* resident*
        page* passenger* ship* aircraft member* time times point*""",
    percents="percent percentage* per_cent",
    money="dollar* euro* cent cents pound* rouble* ruble* hryvnia* zloty* franc* yen yuan usd eur",
    dates="""January February March April May June July August September October November
        December Monday* Tuesday* Wednesday* Thursday* Friday* Saturday* Sunday* yesterday
        today tonight Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec last_year last_month
        last_week this_year this_month this_week last_night last_spring last_summer
        last_autumn last_fall last_winter a.m p.m decade* century years_ago months_ago
        weeks_ago days_ago""",
    titles="",
    places="""ministry minister* government* parliament* congress senate senator* president*
        council* university universities hospital* police court* party agency authority
        authorities company companies corporation* bank* army navy institute* committee*
        commission* union* embassy mayor* governor* region* province* district* county
        state_department nation* countries border* republicans republican* democrats
        democratic medicare""",
    said="""said say says saying told tells announce* report reports reported claim claims
        claimed according stated argue* warned warns warning* deny denies denied confirm*
        insisted insists admitted admits acknowledge* testified declared wrote writes quoted
        cited cites accuse* alleged* alleges added promised promises asked describe* called
        testimony endorse*""",
    causes="""because caused causes causing led_to leads_to due_to as_a_result resulted*
        results_in thanks_to consequence* therefore triggered sparked blamed prompted owing_to
        forced""",
    compared="""more_than less_than fewer_than rose rise rises risen rising fell fallen
        falling drop* decline* decrease* increase* increasing grew grown growing growth higher
        highest lower lowest lowered larger largest biggest bigger smaller smallest fewer
        fewest most greatest cheaper compared doubled tripled halved record surge* surpass*
        exceed* outnumber* twice_as times_as as_many soar* plunge* cut cuts shrank shrunk
        up_by down_by faster fastest longest oldest youngest poorest richest only first_time""",
    happened="""was were had became began broke brought built bought came cost did died
        fought found gave got held hit kept killed knew left lost made met paid ran sat saw
        seen sent set shot shut sold spent stood stole struck took taken taught threw went
        gone won done voted been has_been have_been raised closed opened""",
    opinions="""should must ought i_think i_believe i_feel i_hope i_want i_wish i_guess
        i_suppose i_love i_like i_am_proud i'm_proud i_care i_agree i_disagree we_need we_must
        we_have_to we've_got_to you_have_to i'd_like i_would_like we_want want_to in_my_view
        in_my_opinion beautiful* wonderful* terrible* terribly awful* great good bad better
        best amazing* shameful* disgrace* ridiculous* absurd* stupid* brilliant* unfortunately
        sadly wrong important proud ugly lovely magnificent* hopeless* need_to needs_to
        have_to has_to got_to fair unfair believe matters love deserve* seems_to_me frankly
        hopefully obviously thank thanks""",
    future="""will won't shall going_to plans_to plan_to planned_for expected_to expects_to
        intend* hopes_to aims_to is_to_be are_to_be i'll we'll he'll she'll they'll it'll
        you'll would wouldn't set_to due_to_open""",
    hedges="""may might could perhaps maybe possibly probably reportedly apparently
        seemingly presumably likely seem seems seemed appear appears appeared supposedly
        allegedly rumoured unclear sort_of kind_of""",
    pronouns="""i we you he she it they this that these those there it's that's there's he's
        she's they're we're i'm you're i've we've they've i'd we'd what who""",
    commands="""let let's please look listen remember imagine consider don't stop read click
        see sign subscribe join follow share take think ask call try note forget do_not vote
        watch go give make""",
    happened_endings="ed:5",
    future_endings="'ll:4",
    exceptions="""ashamed indeed need exceed proceed speed seed feed succeed needed
        unprecedented""",
)

GERMAN = Words(
    numbers="""zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn
        fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig
        siebzig achtzig neunzig hundert* tausend* Million* Mio Milliarde* Mrd Dutzend* hälfte
        drittel viertel doppelt zweimal dreimal""",
    units="""km Kilometer* Meter* Zentimeter* Millimeter* Quadratmeter* hektar kg Kilogramm*
        Kilo Gramm Tonne* liter* Grad Sekunde* Minute* Stunde* Tag Tage Tagen Woche* Monat*
        jahr jahre jahren Menschen Personen Einwohner* Arbeitsplätze* Stimmen Sitze* Fälle*
        Tote* Schüler* Mitarbeiter* Kinder* Männer* Frauen Soldaten Häuser* Seiten Megawatt
        Mal Prozentpunkte* Taucher*""",
    percents="prozent prozentpunkte*",
    money="euro dollar cent franken rubel hrywnja złoty zloty yen",
    dates="""januar februar märz april mai juni juli august september oktober november
        dezember montag* dienstag* mittwoch* donnerstag* freitag* samstag* sonnabend* sonntag*
        gestern heute vorgestern vergangenen_jahr vergangenen_woche vergangenes_jahr
        letztes_jahr letzte_woche letzten_jahr jahrzehnt* jahrhundert* uhr frühjahr winter
        sommer herbst""",
    titles="""Herr Frau Dr Prof Professor* Präsident* Kanzler* Minister* Bürgermeister*
        Richter* Sprecher* General Ministerpräsident* Direktor* Chef* Trainer* Außenminister*
        Senator* Landrat* Hafenmeister* Kommissar* Firma Insel Stadt Hafenstadt Dorf Reederei
        Gemeinde""",
    places="""Ministerium* Innenministerium* Außenministerium* Verteidigungsministerium*
        Regierung* Bundesregierung Bundestag Landtag Parlament* Gericht* Amtsgericht*
        Landgericht* Polizei Universität* Krankenhaus* Klinik* Partei* Behörde* Hafenbehörde*
        Unternehmen* Konzern* Bank Stadtrat* Gemeinderat* Rathaus* Kommission* Verband*
        Gewerkschaft* Armee Bundeswehr Hafen Provinz* Region* Landkreis* Bezirk* Botschaft*
        Institut* Amt Gesellschaft* Stadt Hafenstadt Insel Rat Feuerwehr GmbH AG""",
    said="""sagt sagte sagten gesagt erklärt erklärte erklärten teilte_mit mitgeteilt laut
        zufolge berichtet* berichtete* behauptet* betont* betonte* warnt* warnte* gewarnt
        bestätigt* bestätigte* bestreitet bestritt dementiert* räumte_ein kündigt* kündigte*
        angekündigt schreibt schrieb nannte nennt fügte_hinzu meldet* meldete* gemeldet
        nach_angaben wirft warf verspricht versprach äußerte* zitiert* erzählt* erzählte*""",
    causes="""weil wegen aufgrund führte_zu führten_zu infolge deshalb deswegen daher folge
        folgen verursacht* ausgelöst löste_aus dadurch dank nachdem sodass""",
    compared="""mehr_als weniger_als höher höchste* niedriger niedrigste* stieg stiegen
        gestiegen sank sanken gesunken fiel fielen gefallen wuchs gewachsen zugenommen
        abgenommen größer größte* kleinste* kleiner meiste* wenigste* verdoppelt* halbiert*
        rekord* rückgang* anstieg* zuwachs* rückläufig teurer billiger längste* älteste*
        schneller verglichen gegenüber_dem doppelt_so erstmals statt""",
    happened="""war waren hatte hatten wurde wurden kam kamen ging gingen gab gaben starb
        starben brach brachen verlor verloren gewann gewannen begann begannen ließ ließen nahm
        nahmen fand fanden traf trafen schloss schlossen stand standen lag lagen trat traten
        blieb blieben entdeckt* zerstört* gesperrt sperrt verletzt verlegte* stimmte* baute*
        maß maßen erhielt erhielten übernahm übernahmen verließ erschien""",
    opinions="""sollte sollten soll müssen muss müsste meiner_meinung ich_finde ich_glaube
        ich_denke ich_hoffe ich_wünsche wunderbar* wunderschön* schön* schlecht* furchtbar*
        schrecklich* großartig* skandalös* Skandal leider hoffentlich peinlich* lächerlich*
        traurig* herrlich* unerträglich* gut besser falsch wichtig dürfen unverantwortlich*
        zum_glück Schande""",
    future="""würde würden will wollen plant planen geplant beabsichtigt* künftig
        voraussichtlich morgen""",
    hedges="""vielleicht möglicherweise womöglich wahrscheinlich wohl offenbar anscheinend
        vermutlich könnte könnten dürfte dürften angeblich mutmaßlich* scheint scheinen
        eventuell unklar""",
    pronouns="ich wir du ihr er sie es das dies dieser diese dieses man was wer da dort",
    commands="""bitte lassen_sie stellen_sie denken_sie lesen_sie sehen_sie schauen_sie
        klicken_sie abonnieren_sie melden_sie vergessen_sie hören_sie nehmen_sie teilen_sie
        folgen_sie kommen_sie machen_sie helfen_sie lasst schau schaut stell denk vergiss
        vergesst lies hört""",
    auxiliaries="hat haben ist sind habe sei seien worden wurde wurden bin",
    participle_endings="""ge+t:6 ge+en:7 iert:7 ver+t:7 be+t:7 er+t:7 ent+t:7 ver+en:9
        zurückge+en:12 zurückge+t:11 abge+en:8 abge+t:7 ange+en:8 ange+t:7 aufge+en:9
        aufge+t:8 ausge+en:9 ausge+t:8 einge+en:9 einge+t:8 umge+en:8 umge+t:7 vorge+en:9
        vorge+t:8 zuge+en:8 zuge+t:7 mitge+t:8 nachge+en:10 festge+t:9 teilge+en:10
        weitergeg+en:12""",
    happened_endings="""ierte:7 ierten:8 dete:6 tete:6 deten:7 teten:7 elte:6 erte:7 erten:8
        igte:7 igten:8 rkte:6 uchte:6""",
    future_auxiliaries="wird werden werde wirst werdet",
    infinitive_endings="en:4 ern:5 eln:5",
    exceptions="gestern gegen wegen neben zwischen sondern vergangenen",
    nouns_are_capitalised=True,
)
