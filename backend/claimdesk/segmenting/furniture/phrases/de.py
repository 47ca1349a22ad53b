"""German."""
# ruff: noqa: E501 - one phrase is one line

ANYWHERE = {
    "continue-reading": """
        (weiterlesen|mehr lesen|weiter lesen|jetzt lesen|hier weiterlesen|mehr dazu|mehr erfahren)
        (lesen sie|hier) [hier] (weiter|weiterlesen|mehr)
        [den] (ganzen|vollständigen|kompletten) (artikel|beitrag|text|bericht) [hier] lesen
        (zum|zur) (ganzen|vollständigen|kompletten) (artikel|beitrag|text|bericht|meldung)
        (zum artikel|zum beitrag|zur meldung|mehr anzeigen|alles anzeigen)
        der artikel geht [nach|unter] [der] [werbung|anzeige] weiter
        (weiterlesen|weiter lesen) nach der (anzeige|werbung)
        mehr dazu [hier|lesen sie hier|in kürze]
    """,
    "related": """
        (mehr zum thema|lesen sie auch|lies auch|auch interessant|siehe auch|lesen sie mehr)
        (das könnte sie auch interessieren|das könnte dich auch interessieren|weiterlesen auf)
        (verwandte|ähnliche|weitere|weiterführende) (artikel|themen|beiträge|meldungen|links|nachrichten)
        (meistgelesen|meistgelesene artikel|empfohlen|empfehlungen|empfehlungen der redaktion)
        (neueste|aktuelle|letzte) (artikel|meldungen|nachrichten|beiträge)
        mehr (aus|von) (dem ressort|der rubrik|diesem autor|dieser autorin|der region)
        (mehr zum thema|lesen sie auch|lies auch|auch interessant|siehe auch|mehr dazu|zum thema) : ...
        (lesetipp|lesen sie hierzu|lesen sie dazu|empfohlener beitrag|video|podcast) : ...
        (lesen sie|lies) (mehr|auch|mehr auch) (zum thema|dazu|hier)
    """,
    "share": """
        (teilen|artikel teilen|beitrag teilen|seite teilen|weitersagen|link kopieren|drucken)
        (diesen|diese|den|die) (artikel|beitrag|seite|meldung) (teilen|weiterempfehlen|drucken) [NETS]
        (auf|per|über|via|mit) NETS teilen
        teilen [auf|per|über|via] NETS
        (teilen|teile) (sie|diesen|diese|den) (artikel|beitrag|seite|diese seite|diesen artikel) [mit * freunden]
        (folgen|folge) (sie uns|uns) [auf|bei] [NETS]
        folgen sie uns (auf|bei) (google news|NETS)
    """,
    "subscribe": """
        (jetzt|hier|gleich) (abonnieren|abo abschließen|abo sichern|testen|registrieren)
        (abonnieren|anmelden|registrieren|einloggen|login|abo)
        (sie sind|schon|bereits) [bereits|schon] (abonnent|abonnentin|registriert|kunde) [anmelden|einloggen|hier anmelden]
        (dieser|der) (artikel|inhalt|beitrag) ist [nur] für (abonnenten|mitglieder) [verfügbar|lesbar]
        nur für (abonnenten|abonnentinnen und abonnenten|mitglieder)
        (abonnieren sie|abonniere) (unseren|den) (kanal|podcast|feed) [auf|bei] [NETS]
        jetzt (anmelden|registrieren)
    """,
    "newsletter": """
        ... abonnieren sie (unseren|den) newsletter
        (newsletter|zum newsletter|jetzt newsletter abonnieren|newsletter abonnieren|newsletter bestellen)
        (abonnieren sie|abonniere|bestellen sie|hier) [unseren|den] [kostenlosen] newsletter [abonnieren|bestellen]
        (melden sie sich|jetzt|hier) [jetzt|hier] (für|zum|zu) [unseren|unserem|den] [kostenlosen] newsletter (an|anmelden)
        unser newsletter ...
        keine (nachricht|meldung|neuigkeit) [mehr] verpassen
        [ihre] (emailadresse|mailadresse) (eingeben|eintragen|angeben)
        ihre (emailadresse|mailadresse)
        [jetzt] [kostenlos|gratis|hier] (unseren|den|unsere) (newsletter|newsletters) (abonnieren|bestellen) [und (nichts|keine news) [mehr] verpassen]
        (anmeldung|anmelden) (zum|zu unserem|für den|für unseren) newsletter
        [hier] (geht es|geht's|anmelden|hier entlang) zum newsletter
        ich habe die (datenschutzbestimmungen|datenschutzerklärung|datenschutzhinweise) (gelesen|zur kenntnis genommen) [und (akzeptiere|bestätige) (sie|diese)]
    """,
    "cookie-notice": """
        (wir|diese website|diese seite|unsere website|diese webseite) (verwenden|verwendet|nutzen|nutzt|setzt|benutzt) cookies ...
        (alle|nur) [notwendige|notwendigen] (cookies|akzeptieren) [akzeptieren|ablehnen|zulassen]
        (cookie|cookies|datenschutz) (einstellungen|akzeptieren|ablehnen|richtlinie|hinweis)
        (cookieeinstellungen|cookierichtlinie|datenschutzeinstellungen|privatsphäreeinstellungen)
        (alle|alles) (akzeptieren|ablehnen) [alle|alles] [akzeptieren|ablehnen|einstellungen]
        (durch die|mit der|mit) (weitere nutzung|nutzung|weiterer nutzung) ... (stimmen|erklären) sie ...
        nur (notwendige|erforderliche|essenzielle|technisch notwendige) [cookies] [akzeptieren|zulassen]
        (auswahl speichern|einstellungen verwalten|cookies ablehnen|einstellungen anpassen|mehr optionen)
        (empfohlener|externer) [redaktioneller|externer] inhalt
        an dieser stelle finden sie (externe|externen|einen externen|ergänzende|einen) (inhalt|inhalte) ...
        ich bin damit einverstanden dass mir externe inhalte ...
        mit ihrem klick stimmen sie (der|unserer) (datenschutzerklärung|datenschutzbestimmung) zu
    """,
    "comment-form": """
        diskutieren sie mit : ...
        (kommentar|einen kommentar) (schreiben|hinterlassen|verfassen|abschicken|absenden)
        (schreiben|hinterlassen) sie einen kommentar
        (schreibe|hinterlasse) einen kommentar [antwort abbrechen]
        (kommentare|0 kommentare|keine kommentare|kommentar|diskussion|antworten)
        (die|alle) (kommentare|kommentarfunktion) (sind|ist|anzeigen|lesen) [geschlossen|deaktiviert]
        (kommentarfunktion|kommentare|kommentarbereich) (geschlossen|deaktiviert)
        (ihre|deine|die) (email adresse|email|emailadresse|mailadresse) wird nicht veröffentlicht ...
        erforderliche felder sind [mit|markiert|gekennzeichnet] ...
        (melden sie sich an|bitte anmelden|einloggen) um [zu] (kommentieren|einen kommentar zu schreiben)
        war dieser (artikel|beitrag) (hilfreich|interessant|lesenswert)
        kommentieren sie diesen (artikel|beitrag)
    """,
    "advertisement": """
        (anzeige|werbung|anzeigen|bezahlter inhalt|gesponsert|sponsored|sponsored post)
        (anzeige|werbung) (überspringen|schließen)
        (hier|bei uns) werben
    """,
    "copyright": """
        (copyright|copyright c|c) [0] * * (alle rechte vorbehalten|alle rechte vorbehalten 0)
        alle rechte vorbehalten [0] [NAME]
        c (dpainfocom|dpa|afp|apa|epd|kna|sid) [dpa] [:] ...
    """,
    "tags": """
        (schlagworte|schlagwörter|stichworte|stichwörter|themen|tags|kategorien|kategorie|rubrik) : ...
        (schlagworte|schlagwörter|stichworte|kategorien)
    """,
    "navigation": """
        (zum|direkt zum) (inhalt|hauptinhalt|seitenanfang|menü) [springen]
        (startseite|zur startseite|menü|hauptmenü|suche|nach oben|impressum|datenschutz|seitenübersicht)
        (datenschutzerklärung|nutzungsbedingungen|agb|kontakt|über uns|hilfe|mediadaten|karriere)
        (sie sind hier|sie befinden sich hier) : ...
        (vorheriger|nächster|voriger) (artikel|beitrag) ...
        lesezeit : 0 (minuten|min)
        0 (min|minuten) lesezeit
        (artikel|beitrag) (vorlesen|anhören|merken|speichern|drucken)
        (artikel|beitrag) (merken|drucken|vorlesen|anhören)
        (merken|drucken|vorlesen)
    """,
    "correction": """
        (korrektur|berichtigung|richtigstellung|anmerkung der redaktion|hinweis der redaktion|anm d red|korrekturhinweis) : ...
        in einer (früheren|vorherigen) (version|fassung) ... (artikels|textes|beitrags|hieß|stand) ...
        (dieser|der) (artikel|beitrag|text) wurde [nachträglich] [am DATE] [nachträglich] (korrigiert|aktualisiert|geändert|überarbeitet|ergänzt) ...
    """,
    "credit": """
        (mitarbeit|unter mitarbeit von|redaktion|quelle|quellen|redaktionelle mitarbeit) : ...
        (mit material|mit informationen) (von|der) (dpa|afp|apa|reuters)
        (unter mitarbeit|mit material|mit beiträgen|mit informationen) (von|der) NAME
        (dieser|der) (artikel|text|beitrag) (erschien|ist) zuerst (in|im|bei|auf) ...
    """,
    "support": """
        (spenden|jetzt spenden|unterstützen sie uns|jetzt unterstützen)
        (unterstützen sie|unterstütze) (uns|unseren|unsere|unabhängigen) [journalismus|arbeit] ...
    """,
    "contact": """
        (fehler|tippfehler) (gefunden|entdeckt|melden) ...
        (haben sie|hast du) (einen hinweis|hinweise|einen fehler|fragen) ...
        (rückfragen|rückfrage|fragen|rückfragen und kontakt) [bitte] (an|bei) :
        (pressekontakt|medienkontakt|kontakt für medien|kontakt für die presse|pressestelle|rückfragehinweis) [:]
        kontakt :
        (tel|telefon|fax|telefax|mobil|handy) [:] 0 [0] [0] [0] [0]
    """,
}

AT_EDGES = {
    "cookie-notice": """
        ... (diese|dieser|diesen|unsere|unserer) (seite|website|webseite|partner) ... (cookies|einstellungen|browser|gerät) ...
        ... (ihrem|ihr|deinem) (gerät|browser|endgerät) ... (seite|website|einstellungen|partner) ...
    """,
    "comment-form": """
        ... (ihre|deine) (email|mailadresse|emailadresse) ... (pflichtfelder|felder|veröffentlicht|bleibt) ...
        (name|email|ihr name) (email|website|kommentar|webseite) ...
    """,
    "credit": """
        (aus dem * übersetzt|übersetzt|übersetzung) (von|:) [:] ...
        (übersetzt von|übersetzung :) ...
        (bearbeitet|redigiert|produziert|illustriert) von NAME
        die rechte (bleiben|liegen) ...
        (interview|das gespräch führte|das interview führte|die fragen stellte|aufgezeichnet von|gespräch) [:] NAME
    """,
    "newsletter": """
        ... (kostenlos|gratis|täglich|wöchentlich|werktags) ... (kündbar|abbestellbar|abmelden|postfach) ...
        ... newsletter ... (postfach|abmelden|anmelden|bestellen|abonnieren) ...
        (abonnieren sie|abonniere|bestellen sie) ... (newsletter|brief|briefing|morgenbrief) ...
        ... [direkt] (in|an) (ihr|dein) (postfach|emailpostfach|mailpostfach)
    """,
    "share": """
        (teilen|teile|empfehlen) (sie|diesen|diese|den) ... (freunden|NETS)
        (folgen|folge) (sie|uns) ... NETS ...
    """,
    "subscribe": """
        (um|weiterlesen mit) ... (abonnieren|anmelden|registrieren|abo)
    """,
    "copyright": """
        (nachdruck|vervielfältigung|weiterverbreitung) ... (genehmigung|verboten|untersagt) ...
        (copyright|c) ... alle rechte vorbehalten
    """,
    "navigation": """
        (impressum|kontakt|datenschutz|agb|startseite) (impressum|kontakt|datenschutz|agb|mediadaten|über uns) ...
    """,
    "related": """
        mehr (von|aus) NAME
    """,
    "contact": """
        (kontakt|pressekontakt|medienkontakt|rückfragen|rückfragen bitte an|rückfragehinweis|ansprechpartner|ansprechpartnerin) : ...
    """,
    "author-bio": """
        jahrgang 0 (ist|schreibt|arbeitet|berichtet|lebt|studierte) ...
    """,
}

BYLINES = {
    "author": """
        von NAME [ROLE]
        von (unserer|unserem) (korrespondentin|korrespondenten|redakteurin|redakteur|redaktion) [NAME]
        von NAME aus dem * von NAME
        von NAME und (agenturen|dpa|afp|reuters)
        von NAME DATE
        (autor|autorin|autoren|text|verfasst von|geschrieben von|ein artikel von|ein beitrag von) [:] NAME [ROLE]
        (die redaktion|redaktion|von unserem korrespondenten|von unserer korrespondentin|von unserer redaktion) [NAME] [DATE]
    """,
    "date": """
        (veröffentlicht|aktualisiert|stand|erschienen|zuletzt aktualisiert|publiziert|erstellt) [am|um|:] DATE
        (veröffentlicht|erschienen) [am|:] DATE (aktualisiert|zuletzt aktualisiert) [am|:] DATE
        vor 0 (minuten|stunden|tagen|wochen|stunde|tag)
    """,
    "translator": """
        (übersetzt von|übersetzung|übersetzung von|aus dem * von|aus dem * übersetzt von) [:] NAME
    """,
    "photo-credit": """
        (foto|fotos|bild|bilder|bildrechte|bildnachweis|aufnahme|titelbild|bildquelle) : ...
        (rubriklistenbild|symbolbild|symbolfoto|archivbild|archivfoto|vorschaubild|beitragsbild) [:] [c] ...
        (foto|fotos|bild|bilder|bildrechte|bildnachweis|aufnahme|titelbild|bildquelle) von NAME
    """,
}
