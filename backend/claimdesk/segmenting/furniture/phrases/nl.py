"""Dutch."""
# ruff: noqa: E501 - one phrase is one line

ANYWHERE = {
    "continue-reading": """
        (lees verder|lees meer|verder lezen|meer lezen|lees het hele artikel|meer weergeven|toon meer|lees hier verder)
        (lees|bekijk) (het hele|het volledige|de hele|de volledige) (artikel|verhaal|tekst|bericht) ...
        (de tekst|het artikel|tekst) gaat verder (onder|na) [de] (advertentie|foto|video|tweet)
        lees (verder|door) (na|onder) de advertentie
    """,
    "related": """
        (lees ook|bekijk ook|zie ook|meer over dit onderwerp|ook interessant|misschien ook interessant|ook lezen)
        (gerelateerde|verwante|vergelijkbare|aanbevolen) (artikelen|berichten|onderwerpen|verhalen)
        (meest gelezen|laatste nieuws|ander nieuws|meer nieuws|aanbevolen voor u|aanbevolen|best gelezen)
        (dit vind je misschien ook interessant|dit vindt u misschien ook interessant)
        (lees ook|bekijk ook|zie ook|meer over dit onderwerp|ook interessant|luister ook) : ...
    """,
    "share": """
        (delen|deel|deel dit|afdrukken|printen|link kopiëren|kopieer link|doorsturen)
        (deel|delen) (dit artikel|deze pagina|dit bericht|dit verhaal) [via|op|met] [NETS|*]
        (deel|delen) (via|op) NETS
        (volg ons|volg) [ook] [op|via] NETS
        volg ons
        volg ons (op|via) google (news|nieuws)
    """,
    "subscribe": """
        (abonneer|abonneren|inloggen|log in|registreren|word abonnee|word lid|abonneer u|abonneer je) [nu|direct|hier]
        (dit artikel|dit verhaal) is [alleen|exclusief] voor abonnees
        alleen voor abonnees
        (al|bent u al|ben je al) (abonnee|lid) [log in|inloggen]
        (abonneer je|abonneer u) op (ons|onze) (kanaal|podcast|krant) ...
        (abonneer u|abonneer je|log in|word lid) om (verder|door) te lezen
    """,
    "newsletter": """
        (nieuwsbrief|onze nieuwsbrief|nieuwsbrieven)
        (schrijf je in|schrijf u in|meld je aan|meld u aan|abonneer je|inschrijven|aanmelden) (voor|op) [onze|de] [gratis|dagelijkse|wekelijkse] nieuwsbrief ...
        (ontvang|krijg) ... (in je inbox|in uw inbox|in je mailbox|in uw mailbox|elke ochtend|elke dag)
        mis (niets|geen nieuws|geen enkel bericht)
        (vul|voer) (je|uw) (email|mailadres|emailadres) in
        (je|uw) emailadres
    """,
    "cookie-notice": """
        (deze website|deze site|wij|we|onze website|onze site) (gebruikt|gebruiken|maakt gebruik van) cookies ...
        (alle|alles) [cookies] (accepteren|weigeren|toestaan) [instellingen]
        (cookies|cookie) (accepteren|weigeren|instellingen|beleid|beheren)
        (cookiebeleid|cookieinstellingen|privacyinstellingen|privacybeleid|privacyverklaring)
        (door|als u|als je) ... (site|website|surfen) ... (akkoord|toestemming) ...
        (weigeren|alles weigeren|alleen noodzakelijke|instellingen beheren|instellingen|voorkeuren beheren)
        (accepteer|accepteren|weiger) [alle] cookies
    """,
    "comment-form": """
        (geef|laat|plaats|schrijf) (een|je|uw) (reactie|antwoord) [achter] [reactie annuleren|antwoord annuleren]
        (reageer|reageren|reacties|reactie|0 reacties|geen reacties)
        (reacties|de reacties|reageren) (zijn|is) (gesloten|uitgeschakeld|niet meer mogelijk) [*]
        (bekijk|toon|lees) [alle] [de] reacties
        (je|uw|het) emailadres (wordt|zal) niet (gepubliceerd|getoond|worden gepubliceerd) ...
        vereiste velden zijn (gemarkeerd|aangegeven) ...
        (log in|meld je aan|inloggen) om te (reageren|kunnen reageren)
        (reageren|reageer|wilt u reageren|wil je reageren) (log in|meld je aan|meld u aan|maak een account aan) ...
        (reageer|reageren) op dit (artikel|bericht)
    """,
    "advertisement": """
        (advertentie|advertenties|reclame|gesponsord|gesponsorde inhoud|partnerinhoud|ingezonden mededeling)
        (advertentie|reclame) (sluiten|overslaan)
        adverteren [bij ons]
    """,
    "copyright": """
        alle rechten voorbehouden [0] [NAME]
        [copyright|c] [0] * * alle rechten voorbehouden [0]
    """,
    "tags": """
        (trefwoorden|tags|onderwerpen|labels|categorieën|categorie|thema's|rubriek) : ...
        (trefwoorden|categorieën|labels)
    """,
    "navigation": """
        (ga|spring|direct) naar [de] (inhoud|hoofdinhoud|het menu|menu)
        (naar de inhoud|startpagina|voorpagina|menu|zoeken|contact|over ons|terug naar boven|naar boven|colofon)
        (algemene voorwaarden|gebruiksvoorwaarden|veelgestelde vragen|werken bij)
        (u bent hier|je bent hier) : ...
        (vorig|volgend|vorige|volgende) (artikel|bericht) ...
        leestijd : 0 (min|minuten)
        (0 min leestijd|luister naar dit artikel|print dit artikel)
        (leestijd|leesduur) [:] 0 (min|minuut|minuten)
        bewaar [artikel|dit artikel]
    """,
    "correction": """
        (correctie|rectificatie|aanvulling|noot van de redactie|verbetering|update) : ...
        in een eerdere versie van dit (artikel|bericht|verhaal) ...
    """,
    "credit": """
        (bron|bronnen|met medewerking van|redactie) : ...
        met medewerking van NAME
        dit (artikel|verhaal|stuk) (verscheen|is) (eerder|oorspronkelijk|eerst) (in|op|bij|verschenen|gepubliceerd) ...
    """,
    "support": """
        (doneer|doneer nu|steun ons|word donateur)
        steun (ons|onze|onafhankelijke) (werk|journalistiek|redactie) ...
    """,
    "contact": """
        (fout|een fout|foutje) (gezien|gevonden|gespot) ...
        (heeft u|heb je) een (tip|fout|vraag) ...
        (perscontact|contact voor de pers|noot voor de redactie|persvoorlichting) [:]
        contact :
        (tel|telefoon|fax|mobiel) [:] 0 [0] [0] [0] [0]
    """,
}

AT_EDGES = {
    "cookie-notice": """
        ... (deze site|deze website|deze pagina|onze partners) ... (cookies|voorkeuren|instellingen|apparaat) ...
        ... (je|uw) (apparaat|browser) ... (site|website|partners|voorkeuren) ...
    """,
    "comment-form": """
        ... emailadres ... (verplichte|velden|gepubliceerd|vereiste) ...
        (naam|email) (email|website|reactie) ...
    """,
    "credit": """
        (vertaald|vertaling) (uit|door|:|van) ...
        de rechten (blijven|liggen) ...
    """,
    "newsletter": """
        ... nieuwsbrief ... (inbox|mailbox|afmelden|aanmelden|inschrijven) ...
        (schrijf je in|schrijf u in|meld je aan|meld u aan) ... (nieuwsbrief|updates|nieuws) ...
    """,
    "share": """
        (deel|delen) ... (vrienden|NETS)
        (volg|volgt) (ons|NAME) ... NETS ...
    """,
    "copyright": """
        (overname|vermenigvuldiging|niets uit deze) ... (toestemming|toegestaan|verboden) ...
    """,
    "navigation": """
        (home|contact|nieuws|colofon) (home|contact|nieuws|colofon|privacy|sport|politiek|cultuur|economie|adverteren) ...
    """,
    "contact": """
        (contact|perscontact|contactpersoon|meer informatie|voor meer informatie) : ...
    """,
}

BYLINES = {
    "author": """
        door NAME [ROLE]
        door NAME DATE
        door onze (redacteur|correspondent|redactie|verslaggever|redacteuren) [NAME]
        (geschreven|gepubliceerd) door NAME [op] [DATE]
        (auteur|auteurs|tekst|schrijver|verslaggever) [:] NAME
        (redactie|onze redactie|van onze verslaggever|van onze redactie|van onze correspondent)
    """,
    "date": """
        (gepubliceerd|bijgewerkt|geplaatst|laatst bijgewerkt|datum|laatste update|gewijzigd) [op|:|om] DATE
        (gepubliceerd|geplaatst) [op|:] DATE (bijgewerkt|gewijzigd|laatste update) [op|:] DATE
        0 (minuten|uur|dagen|dag|weken|minuut) geleden
    """,
    "translator": """
        (vertaald door|vertaling|vertaling door|vertaler) [:] NAME
        (vertaald|vertaling) uit het * (door|van) NAME
    """,
    "photo-credit": """
        (foto|foto's|beeld|afbeelding|fotografie|illustratie) : ...
        (foto|foto's|beeld|afbeelding|fotografie|illustratie) door NAME
        (foto|foto's|beeld|afbeelding|fotografie|illustratie) van NAME
    """,
}
