"""Italian."""
# ruff: noqa: E501 - one phrase is one line

ANYWHERE = {
    "continue-reading": """
        (leggi tutto|leggi di più|continua a leggere|leggi ancora|continua|per saperne di più|scopri di più|vedi altro|mostra altro)
        (leggi|leggete) (l'articolo completo|l'articolo intero|tutto l'articolo|il testo integrale|il seguito) ...
        (l'articolo|la notizia) (continua|prosegue) [dopo|sotto|qui] [la] [pubblicità]
    """,
    "related": """
        (leggi anche|leggete anche|vedi anche|guarda anche|ti potrebbe interessare|potrebbe interessarti|potrebbe interessarti anche)
        (articoli|notizie|contenuti) (correlati|correlate|simili|consigliati|collegati)
        (i più letti|più letti|le più lette|ultime notizie|ultimi articoli|altre notizie|consigliati per te|da non perdere)
        (sullo stesso argomento|per approfondire|sullo stesso tema)
        (leggi anche|leggete anche|vedi anche|guarda anche|per approfondire|sullo stesso argomento|ti potrebbe interessare) : ...
    """,
    "share": """
        (condividi|condividete|stampa|copia link|copia il link|invia a un amico|invia per email)
        (condividi|condividete) (questo articolo|questa pagina|questa notizia|l'articolo|la notizia) [su|via|con|per] [NETS|*]
        condividi (su|via|con) NETS
        (seguici|seguiteci|segui) [anche] [su] [NETS]
        seguici su google (news|notizie)
    """,
    "subscribe": """
        (abbonati|abbonarsi|accedi|registrati|iscriviti|sei già abbonato|già abbonato) [ora|subito|oggi|qui|accedi]
        (articolo|contenuto) riservato (agli|ai soli) abbonati
        (questo articolo|questo contenuto) è riservato (agli|ai nostri) abbonati
        (iscriviti|abbonati) (al nostro|alla nostra|al|alla) (canale|podcast|rivista|pagina) ...
        (abbonati|accedi|registrati) per (leggere|continuare|proseguire) ...
    """,
    "newsletter": """
        (newsletter|la nostra newsletter|le nostre newsletter)
        (iscriviti|iscrivetevi|abbonati|registrati) (alla|alle) [nostra|nostre] newsletter ...
        ricevi ... (via email|nella tua casella|ogni mattina|ogni giorno|per email)
        non perdere (nessuna|le) notizia [*]
        (inserisci|scrivi) (la tua email|il tuo indirizzo email|la tua mail|il tuo indirizzo)
        (la tua email|il tuo indirizzo email)
    """,
    "cookie-notice": """
        (questo sito|il nostro sito|questo sito web) [web] (utilizza|usa) [i] (cookie|cookies) ...
        (utilizziamo|usiamo) [i] (cookie|cookies) ...
        (accetta|rifiuta|gestisci) [tutti|tutto] [i] [cookie|cookies]
        (impostazioni|preferenze|informativa) (cookie|sui cookie|sulla privacy|privacy|dei cookie)
        (proseguendo|continuando) ... (navigazione|sito|navigare) ... (accetti|acconsenti|accetta|consenso) ...
        (rifiuta|rifiuta tutto|rifiuta tutti|personalizza|gestisci preferenze|gestisci le preferenze|impostazioni cookie)
    """,
    "comment-form": """
        (lascia|scrivi|aggiungi|pubblica|inserisci) (un|il tuo) (commento|risposta) [annulla risposta]
        (lascia una risposta|rispondi) [annulla risposta]
        (commenti|commento|0 commenti|nessun commento|discussione)
        [i] commenti [sono] (chiusi|disattivati|disabilitati) [*]
        (vedi|mostra|leggi) [tutti] i commenti
        il tuo indirizzo email non sarà pubblicato ...
        i campi obbligatori sono (contrassegnati|indicati) ...
        (accedi|registrati|devi accedere) per (commentare|lasciare un commento|scrivere un commento)
        commenta (questo articolo|l'articolo|la notizia)
    """,
    "advertisement": """
        (pubblicità|annuncio|contenuto sponsorizzato|articolo sponsorizzato|sponsorizzato|messaggio promozionale)
        (chiudi|salta) (la pubblicità|annuncio|pubblicità)
    """,
    "copyright": """
        tutti i diritti riservati [0] [NAME]
        (riproduzione riservata|diritti riservati) [0] [NAME]
        [copyright|c] [0] * * (tutti i diritti riservati|riproduzione riservata) [0]
    """,
    "tags": """
        (tag|tags|etichette|parole chiave|argomenti|categorie|categoria|temi) : ...
        (etichette|parole chiave|categorie)
    """,
    "navigation": """
        (vai|salta|passa) al (contenuto|contenuto principale|menu)
        (home|homepage|menu|cerca|ricerca|contatti|chi siamo|mappa del sito|torna su|torna all'inizio|redazione)
        (note legali|termini e condizioni|condizioni d'uso|privacy|informativa privacy)
        (sei qui|ti trovi qui) : ...
        articolo (precedente|successivo) ...
        tempo di lettura : 0 (min|minuti)
        (0 min di lettura|lettura 0 min|ascolta l'articolo|stampa l'articolo)
        0 (min|minuto|minuti) di lettura
        salva [articolo|l'articolo]
    """,
    "correction": """
        (errata corrige|correzione|rettifica|nota della redazione|precisazione|aggiornamento) : ...
        una (versione precedente|precedente versione) di questo articolo ...
    """,
    "credit": """
        (fonte|fonti|a cura di|ha collaborato|hanno collaborato) : ...
        (a cura di|ha collaborato|hanno collaborato|con la collaborazione di) NAME
        (questo articolo|l'articolo) è (stato pubblicato|apparso|uscito) (originariamente|per la prima volta|in origine|prima) ...
    """,
    "support": """
        (dona|dona ora|sostienici|fai una donazione)
        (sostieni|sostenete) (il nostro|la nostra|il|un) (giornalismo|lavoro|redazione|informazione) ...
    """,
    "contact": """
        (hai trovato|hai notato|segnala) un (errore|refuso) ...
        (contatti|contatto|ufficio) (stampa|per la stampa) [:]
        (contatti|contatto) :
        (tel|telefono|fax|cell|cellulare) [:] 0 [0] [0] [0] [0]
    """,
}

AT_EDGES = {
    "cookie-notice": """
        ... (questo sito|questa pagina|nostri partner) ... (cookie|cookies|preferenze|impostazioni|dispositivo) ...
        ... (tuo|suo) (dispositivo|browser) ... (sito|pagina|partner|preferenze) ...
    """,
    "comment-form": """
        ... tuo indirizzo ... (obbligatori|campi|pubblicato) ...
        (nome|email) (email|sito|commento) ...
    """,
    "credit": """
        (traduzione|tradotto) (di|della|dal|dall'inglese|:|dalla) ...
        i diritti (restano|appartengono) ...
        intervista (di|a cura di) NAME
    """,
    "newsletter": """
        ... newsletter ... (tua casella|iscriviti|disiscriverti) ...
        (iscriviti|abbonati) ... (newsletter|notizie|casella) ...
    """,
    "share": """
        (condividi|condividete) ... (amici|NETS)
        (seguici|seguiteci|segui) ... NETS ...
    """,
    "copyright": """
        (riproduzione|vietata) ... (vietata|riservata|riproduzione|autorizzazione) ...
    """,
    "navigation": """
        (home|contatti|cronaca) (home|contatti|cronaca|privacy|sport|politica|cultura|economia|redazione) ...
    """,
    "contact": """
        (contatti|contatto|ufficio stampa|contatti stampa|per informazioni) : ...
    """,
}

BYLINES = {
    "author": """
        di NAME [ROLE]
        di NAME DATE
        (scritto|pubblicato) da NAME [il] [DATE]
        (autore|autrice|autori|testo|testo di|articolo di|intervista di) [:] NAME
        (la redazione|redazione|a cura della redazione|dal nostro inviato NAME|dal nostro corrispondente NAME)
    """,
    "date": """
        (pubblicato|aggiornato|data|ultimo aggiornamento|modificato) [il|:|alle] DATE
        (pubblicato|data) [il|:] DATE (aggiornato|ultimo aggiornamento) [il|:] DATE
        0 (minuti|ore|giorni|ora|giorno|settimane) fa
    """,
    "translator": """
        (traduzione|traduzione di|tradotto da|traduttore|traduttrice) [:] NAME
        (traduzione|tradotto) (dall'inglese|dal *|dalla *) (di|da) NAME
    """,
    "photo-credit": """
        (foto|fotografia|fotografie|immagine|immagini|crediti|credito foto) : ...
        (foto|fotografia|fotografie|immagine|immagini|crediti|credito foto) di NAME
    """,
}
