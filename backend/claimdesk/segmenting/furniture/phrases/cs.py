"""Czech."""
# ruff: noqa: E501 - one phrase is one line

ANYWHERE = {
    "continue-reading": """
        (číst dál|čtěte dál|číst dále|číst více|více|více zde|celý článek|pokračovat ve čtení|zobrazit více|zjistit více|přečíst celý článek)
        (čtěte|číst|přečtěte si) (celý článek|celý text|zbytek článku|pokračování) ...
        (pokračování|článek pokračuje) (zde|pod|po|na) [reklamou|reklamě|*]
    """,
    "related": """
        (čtěte také|čtěte i|čtěte též|přečtěte si také|viz také|mohlo by vás zajímat|mohlo by vás také zajímat|doporučujeme)
        (související|podobné|doporučené|další) (články|články z rubriky|zprávy|témata|odkazy)
        (nejčtenější|nejnovější|poslední zprávy|nejnovější zprávy|nejnovější články|další zprávy|více k tématu|k tématu)
        (čtěte také|čtěte i|čtěte též|přečtěte si také|viz také|mohlo by vás zajímat|více k tématu|související|doporučujeme) : ...
    """,
    "share": """
        (sdílet|sdílej|sdílejte|vytisknout|tisk|kopírovat odkaz|poslat e-mailem|poslat příteli)
        (sdílet|sdílejte|sdílej) (článek|tento článek|tuto stránku|stránku) [na|přes|s] [NETS|*]
        (sdílet|sdílejte) (na|přes) NETS
        (sledujte|najdete) nás [také|i] [na] [NETS]
        sledujte nás na google (news|zprávách)
    """,
    "subscribe": """
        (předplatit|předplaťte si|přihlásit se|přihlásit|registrovat|odebírat|koupit předplatné) [nyní|hned|zde]
        (tento článek|obsah|článek) [je] [jen|pouze] pro předplatitele
        (jen|pouze) pro předplatitele
        (už jste|jste|máte už|máte) (předplatitel|předplatitelem|předplatné) [přihlaste se]
        (odebírejte|sledujte) náš (kanál|podcast) ...
    """,
    "newsletter": """
        (newsletter|náš newsletter|zpravodaj)
        (přihlaste se|přihlásit se|odebírejte|odebírat|zaregistrujte se) [k|ke|do] [odběru] [našeho|náš] (newsletteru|newsletter|zpravodaje|zpravodaj) ...
        (dostávejte|získejte) ... (do e-mailu|do schránky|každé ráno|každý den)
        (nenechte si ujít|neunikne vám) (žádnou|žádná) (zprávu|zpráva|novinku) [*]
        (zadejte|vložte) (svůj|váš) (email|emailovou adresu)
        (váš|tvůj) email
    """,
    "cookie-notice": """
        (tento web|tyto stránky|naše stránky|náš web|tato stránka) (používá|používají|využívá|využívají) [soubory] (cookies|cookie) ...
        (používáme|využíváme) [soubory] (cookies|cookie) ...
        (přijmout|odmítnout|povolit) (vše|všechny|cookies|všechny cookies) [*]
        (nastavení|zásady) (cookies|soukromí|ochrany soukromí|souborů cookies)
        (pokračováním|používáním) ... (webu|stránek|prohlížení) ... (souhlasíte|souhlas) ...
        (odmítnout|odmítnout vše|nastavení|pouze nezbytné|souhlasím|přijmout|přijmout vše)
    """,
    "comment-form": """
        (napsat|přidat|napište|přidejte|vložit|zanechat) (komentář|odpověď|názor) [zrušit odpověď na komentář]
        (komentáře|komentář|0 komentářů|žádné komentáře|diskuse|diskuze|odpovědět)
        (komentáře|diskuse|diskuze) (jsou|je|byla) (uzavřeny|uzavřena|vypnuty|vypnuta|uzavřené) [*]
        (zobrazit|číst) [všechny] (komentáře|diskusi)
        vaše (emailová adresa|e-mailová adresa|adresa) nebude zveřejněna ...
        (vyžadované|povinné) (informace|pole|údaje) jsou (označeny|označena|označené) ...
        (přihlaste se|pro komentování) (abyste mohli|se|pro) (komentovat|přihlaste|vložení komentáře)
    """,
    "advertisement": """
        (reklama|inzerce|komerční sdělení|placený obsah|sponzorovaný obsah|sponzorováno|pr článek)
        (zavřít|přeskočit) reklamu
        (inzerujte u nás|inzerce na webu)
    """,
    "copyright": """
        všechna práva vyhrazena [0] [NAME]
        [copyright|c] [0] * * všechna práva vyhrazena [0]
    """,
    "tags": """
        (štítky|tagy|klíčová slova|témata|téma|rubriky|rubrika|kategorie) : ...
        (štítky|tagy|klíčová slova|rubriky)
    """,
    "navigation": """
        (přejít|přeskočit) (k|na) (obsahu|obsah|hlavnímu obsahu|menu)
        (domů|hlavní stránka|titulní stránka|menu|hledat|vyhledávání|kontakty|kontakt|o nás|mapa stránek|nahoru|zpět nahoru|redakce)
        (podmínky užití|obchodní podmínky|ochrana osobních údajů|zásady ochrany osobních údajů)
        (předchozí|další|následující) článek ...
        (doba čtení|čas čtení) : 0 (min|minut|minuty)
        (0 min čtení|poslechnout článek|vytisknout článek)
    """,
    "correction": """
        (oprava|opravy|upřesnění|omluva|poznámka redakce|aktualizace) : ...
        v (předchozí|dřívější|původní) verzi (tohoto|článku|textu) ...
    """,
    "credit": """
        (zdroj|zdroje|spolupráce|na článku spolupracovali) : ...
        (na článku|na textu) (spolupracoval|spolupracovala|spolupracovali|se podíleli|se podílel) ...
        (článek|text) (původně vyšel|vyšel původně|byl původně zveřejněn|poprvé vyšel) ...
    """,
    "support": """
        (podpořte nás|přispějte|darovat|přispět)
        (podpořte|podpořit) (nás|naši|nezávislou) (práci|redakci|žurnalistiku) ...
    """,
    "contact": """
        (našli jste|všimli jste si|viděli jste) [v článku] (chybu|chyby|překlep) ...
        nahlásit chybu
        (kontakt|kontakty) pro (média|tisk|novináře) [:]
        (kontakt|kontakty|tiskové oddělení) :
        (tel|telefon|fax|mobil) [:] 0 [0] [0] [0] [0]
    """,
}

AT_EDGES = {
    "cookie-notice": """
        ... (tento web|tyto stránky|tato stránka|naši partneři) ... (cookies|nastavení|zařízení|předvolby) ...
        ... vašem zařízení ... (web|stránky|stránka|partneři|nastavení) ...
    """,
    "comment-form": """
        ... (emailová adresa|e-mailová adresa) ... (pole|povinné|zveřejněna|označeny) ...
        (jméno|email) (email|web|komentář|webová) ...
    """,
    "credit": """
        (překlad|přeložil|přeložila) (redakce|z|:) ...
        práva (zůstávají|náleží) ...
    """,
    "newsletter": """
        ... (newsletter|newsletteru|zpravodaj) ... (schránky|přihlaste|odhlásit) ...
        přihlaste se ... (newsletteru|newsletter|odběru|novinek) ...
    """,
    "share": """
        (sdílejte|sdílet) ... (přáteli|NETS)
        (sledujte|přidejte) ... NETS ...
    """,
    "copyright": """
        (kopírování|přetisk|šíření|publikování) ... (souhlasu|zakázáno|povolení) ...
    """,
    "navigation": """
        (kontakt|redakce|inzerce|domácí) (kontakt|redakce|inzerce|domácí|sport|kultura|ekonomika|zahraničí) ...
    """,
    "contact": """
        (kontakt|kontakty|kontakt pro média|více informací) : ...
    """,
}

BYLINES = {
    "author": """
        (autor|autorka|autoři|text|napsal|napsala|připravil|připravila) [:] NAME [ROLE]
        (autor|autorka|autoři) : ...
        (redakce|od našeho zpravodaje) [DATE]
    """,
    "date": """
        (publikováno|aktualizováno|zveřejněno|vydáno|datum|poslední aktualizace|vloženo) [dne|:|v] DATE
        (publikováno|vydáno) [:] DATE (aktualizováno|aktualizace) [:] DATE
        před 0 (minutami|hodinami|dny|hodinou|týdny)
    """,
    "translator": """
        (přeložil|přeložila|překlad) [z *] [:] NAME
    """,
    "photo-credit": """
        (foto|fotografie|snímek|snímky|obrázek|ilustrace|zdroj foto) : ...
        foto NAME
    """,
}
