"""Polish."""
# ruff: noqa: E501 - one phrase is one line

ANYWHERE = {
    "continue-reading": """
        (czytaj|czytajcie|zobacz) (dalej|więcej|całość|cały artykuł|resztę)
        (więcej|dowiedz się więcej|pokaż więcej|przeczytaj całość|przeczytaj więcej|przeczytaj cały artykuł|zobacz więcej)
        (dalsza część|ciąg dalszy) (artykułu|tekstu|materiału) (pod|poniżej|pod reklamą|pod wideo|na) ...
        ciąg dalszy [nastąpi|poniżej]
    """,
    "related": """
        (czytaj też|czytaj także|czytaj również|zobacz też|zobacz także|zobacz również|przeczytaj też|przeczytaj także|przeczytaj również|polecamy)
        (powiązane|podobne|polecane|inne) (artykuły|tematy|wiadomości|teksty|materiały)
        (najczęściej czytane|najpopularniejsze|najnowsze|ostatnie wiadomości|najnowsze wiadomości|najnowsze artykuły|warto przeczytać|więcej na ten temat)
        (może cię zainteresować|to może cię zainteresować|może cię też zainteresować)
        (czytaj też|czytaj także|czytaj również|zobacz też|zobacz także|zobacz również|przeczytaj też|przeczytaj także|polecamy|więcej na ten temat) : ...
    """,
    "share": """
        (udostępnij|podziel się|drukuj|wydrukuj|kopiuj link|skopiuj link|wyślij znajomemu|poleć znajomym)
        (udostępnij|podziel się) [ten|tym|tę|tą] [artykuł|artykułem|stronę|stroną|tekst] [na|przez|w|ze|z] [NETS|znajomymi|przyjaciółmi]
        udostępnij [na|przez|w] NETS
        (obserwuj|śledź|polub) nas [na] [NETS]
        (dołącz do nas|znajdź nas) [na] [NETS]
        (obserwuj|obserwujcie|śledź) nas (w|na) google (news|wiadomości|wiadomościach)
    """,
    "subscribe": """
        (subskrybuj|zaprenumeruj|prenumeruj|zaloguj się|zaloguj|zarejestruj się|wykup dostęp|kup prenumeratę) [teraz|już teraz|dziś]
        (ten|artykuł|treść) [artykuł|tekst] [jest] [dostępny|dostępna] (tylko|wyłącznie) dla (subskrybentów|prenumeratorów)
        (masz już|jesteś już) (prenumeratę|subskrypcję|subskrybentem|konto) [zaloguj się]
        (subskrybuj|zasubskrybuj) (nasz|nasze|nasz) (kanał|podcast) ...
    """,
    "newsletter": """
        (newsletter|nasz newsletter|zapisz się na newsletter)
        (zapisz się|zapiszcie się|zapraszamy|subskrybuj) [na|do] [nasz|naszego|naszego] (newsletter|newslettera|biuletyn) ...
        (otrzymuj|odbieraj) ... (na email|na maila|codziennie|na skrzynkę|każdego ranka)
        nie przegap (żadnej|żadnych|najważniejszych) (wiadomości|informacji) [*]
        (podaj|wpisz) (swój|swój adres|adres) (email|adres|adres email)
        (twój|twój adres) email
    """,
    "cookie-notice": """
        (ta strona|nasza strona|my|serwis|ten serwis|strona) [internetowa] (używa|korzysta z|wykorzystuje|używamy) [plików] (cookies|cookie|ciasteczek|pliki cookies) ...
        (używamy|korzystamy z|wykorzystujemy) [plików] (cookies|cookie|ciasteczek|pliki cookies) ...
        (akceptuj|zaakceptuj|odrzuć|akceptuję) [wszystkie|wszystko] [pliki] [cookies|cookie]
        (ustawienia|polityka) (cookies|plików cookies|prywatności|plików cookie)
        (kontynuując|korzystając) ... (strony|stronę|serwisu|przeglądanie) ... (zgodę|wyrażasz|zgadzasz) ...
        (odrzuć|odrzuć wszystkie|ustawienia|zarządzaj ustawieniami|dostosuj|tylko niezbędne)
    """,
    "comment-form": """
        (dodaj|napisz|zostaw|wyślij) (komentarz|odpowiedź|swój komentarz) [anuluj pisanie odpowiedzi]
        (komentarze|komentarz|0 komentarzy|brak komentarzy|odpowiedz|dyskusja)
        (komentarze|możliwość komentowania) (są|jest|zostały|została) (wyłączone|zamknięte|wyłączona|zablokowane) [*]
        (pokaż|zobacz|czytaj) [wszystkie] komentarze
        (twój|państwa) adres (email|e-mail) nie zostanie opublikowany ...
        (wymagane pola|pola wymagane) są oznaczone ...
        (zaloguj się|zarejestruj się|musisz się zalogować) (aby|by|żeby) (komentować|dodać komentarz|skomentować)
        skomentuj [artykuł|ten artykuł]
    """,
    "advertisement": """
        (reklama|reklamy|materiał sponsorowany|artykuł sponsorowany|materiał promocyjny|materiał partnera|ogłoszenie)
        (zamknij|pomiń) reklamę
        (reklama u nas|reklamuj się u nas)
    """,
    "copyright": """
        wszelkie prawa zastrzeżone [0] [NAME]
        [copyright|c] [0] * * wszelkie prawa zastrzeżone [0]
    """,
    "tags": """
        (tagi|tag|słowa kluczowe|tematy|etykiety|kategorie|kategoria|dział) : ...
        (tagi|słowa kluczowe|etykiety|kategorie)
    """,
    "navigation": """
        (przejdź|skocz) do (treści|głównej treści|menu|zawartości)
        (strona główna|menu|szukaj|wyszukaj|kontakt|o nas|mapa strony|do góry|powrót do góry|redakcja|regulamin)
        (poprzedni|następny) (artykuł|wpis|tekst) ...
        czas czytania : 0 (min|minut|minuty)
        (0 min czytania|posłuchaj artykułu|wydrukuj artykuł)
        jesteś tutaj : ...
        (zapisz|przeczytaj później) [artykuł]
    """,
    "correction": """
        (sprostowanie|korekta|erratum|errata|od redakcji|wyjaśnienie|aktualizacja) : ...
        (w|we) (poprzedniej|wcześniejszej) wersji (tego|artykułu|tekstu) ...
    """,
    "credit": """
        (źródło|źródła|współpraca|oprac|opracowanie) : ...
        współpraca NAME
        (tekst|artykuł) (ukazał się|został opublikowany) (pierwotnie|najpierw|po raz pierwszy) ...
    """,
    "support": """
        (wesprzyj nas|wspieraj nas|przekaż darowiznę|wpłać)
        (wesprzyj|wspieraj) (nas|nasze|naszą|niezależne|niezależną) (dziennikarstwo|redakcję|pracę|media) ...
    """,
    "contact": """
        (zauważyłeś|znalazłeś|widzisz|zauważyłaś) (błąd|literówkę) ...
        zgłoś błąd
        (kontakt|kontakty) (dla|z) (mediów|prasy|prasą|mediami) [:]
        (kontakt|biuro prasowe) :
        (tel|telefon|faks|kom) [:] 0 [0] [0] [0] [0]
    """,
}

AT_EDGES = {
    "cookie-notice": """
        ... (ta strona|tej stronie|nasza strona|naszej stronie|nasi partnerzy) ... (cookies|ustawienia|urządzeniu|preferencje) ...
        ... (twoim|państwa) urządzeniu ... (strona|ustawienia|partnerzy|stronę) ...
    """,
    "comment-form": """
        ... adres email ... (wymagane|pola|opublikowany|oznaczone) ...
        (imię|nazwa|email|nick) (email|strona|komentarz|witryna) ...
    """,
    "credit": """
        (tłumaczenie|przekład) (redakcji|redakcja|z|:) ...
        (tłumaczył|tłumaczyła|przełożył|przełożyła) [z *] NAME ...
        prawa (należą|pozostają) ...
    """,
    "newsletter": """
        ... (newsletter|newslettera|biuletyn) ... (zapisz|skrzynkę|wypisać) ...
        zapisz się ... (newsletter|wiadomości|biuletyn|skrzynkę) ...
    """,
    "share": """
        (podziel się|udostępnij) ... (znajomymi|przyjaciółmi|NETS)
        (obserwuj|śledź|polub|dołącz) ... NETS ...
    """,
    "copyright": """
        (kopiowanie|przedruk|rozpowszechnianie|powielanie) ... (zgody|zabronione|zgodą) ...
    """,
    "navigation": """
        (kontakt|regulamin|redakcja|wiadomości) (kontakt|regulamin|redakcja|reklama|polityka|sport|kultura|gospodarka) ...
    """,
    "contact": """
        (kontakt|kontakt dla mediów|biuro prasowe|więcej informacji) : ...
    """,
}

BYLINES = {
    "author": """
        (autor|autorka|autorzy|tekst|napisał|napisała|rozmawiał|rozmawiała|opracował|opracowała|oprac) [:] NAME [ROLE]
        (autor|autorka|autorzy) : ...
        (redakcja|opracowanie|oprac) [NAME] [DATE]
        (rozmawiał|rozmawiała) NAME
    """,
    "date": """
        (opublikowano|zaktualizowano|data|dodano|data publikacji|ostatnia aktualizacja|aktualizacja|opublikowany) [dnia|:|w dniu] DATE
        (opublikowano|dodano) [:] DATE (aktualizacja|zaktualizowano) [:] DATE
        0 (minut|godzin|dni|godziny|minuty|dzień|godzinę) temu
    """,
    "translator": """
        (tłumaczył|tłumaczyła|przełożył|przełożyła|tłumaczenie|przekład|tłum) [z *] [:] NAME
    """,
    "photo-credit": """
        (fot|foto|zdjęcie|zdjęcia|fotografia|grafika|ilustracja) : ...
        (fot|foto|zdjęcia|zdjęcie) NAME
        źródło zdjęcia : ...
    """,
}
