"""Romanian; ş and ţ with a cedilla are read as ș and ț."""
# ruff: noqa: E501 - one phrase is one line

ANYWHERE = {
    "continue-reading": """
        (citește mai mult|citește mai departe|citiți mai mult|citește tot|mai multe|vezi mai mult|continuă lectura)
        (citește|citiți|vezi) (tot articolul|întregul articol|articolul complet|articolul integral|textul integral|continuarea) ...
        (continuarea|articolul continuă) (aici|după publicitate|în|pe) ...
        mai multe (detalii|informații|aici)
        articolul continuă (mai jos|după (reclamă|publicitate))
    """,
    "related": """
        (citește și|citiți și|vezi și|vedeți și|citește în continuare|pe aceeași temă|te-ar putea interesa)
        (articole|știri|subiecte) (similare|asemănătoare|recomandate|pe aceeași temă|înrudite|conexe)
        (cele mai citite|cele mai noi|ultimele știri|ultimele articole|recomandări|recomandate|alte știri|mai multe știri)
        (s-ar putea să-ți placă|îți recomandăm|vă recomandăm|din aceeași categorie)
        (citește și|citiți și|vezi și|vedeți și|pe aceeași temă|îți recomandăm|vă recomandăm|recomandări) : ...
    """,
    "share": """
        (distribuie|distribuiți|trimite|tipărește|printează|copiază linkul|trimite unui prieten)
        (distribuie|distribuiți|împarte) (acest articol|articolul|pagina|această pagină|știrea) [pe|prin|cu] [NETS|*]
        (distribuie|distribuiți) (pe|prin) NETS
        (urmărește-ne|urmăriți-ne|urmărește ne|urmăriți ne) [și] [pe] [NETS]
        (urmărește-ne|urmăriți-ne) [și] pe google (news|știri)
    """,
    "subscribe": """
        (abonează-te|abonați-vă|abonează te|abonați vă|abonare|autentificare|înregistrare|conectare) [acum|aici|azi]
        (acest articol|conținutul|acest conținut) este (disponibil|rezervat) [doar|numai] (pentru abonați|abonaților)
        (ești deja|sunteți deja) abonat [autentifică-te|autentificați-vă]
        (abonează-te|abonați-vă) (la|pe) (canalul|podcastul|revista|ziarul|pagina) ...
    """,
    "newsletter": """
        (newsletter|newsletterul nostru|abonare la newsletter)
        (abonează-te|abonați-vă|înscrie-te|înscrieți-vă) la (newsletter|newsletterul|buletinul) ...
        (primește|primiți) ... (pe email|pe mail|în fiecare dimineață|zilnic)
        nu (rata|pierde|ratați) (nicio|nici o) (știre|noutate)
        (introdu|introduceți|scrie|completează) (adresa|adresa ta|adresa de|adresa dvs) [de] [email|dvs de email]
        adresa (ta|dvs) de email
    """,
    "cookie-notice": """
        (acest site|site-ul|noi|acest website|site ul nostru|site-ul nostru) (folosește|utilizează|folosim|utilizăm) (cookies|cookie-uri|cookie|module cookie|fișiere cookie) ...
        (folosim|utilizăm) (cookies|cookie-uri|module cookie|fișiere cookie) ...
        (acceptă|accept|refuză|respinge) (toate|tot|cookies|cookie-urile|toate cookie-urile) [*]
        (politica|setări|setările) (de|pentru) (cookies|cookie-uri|cookie|confidențialitate)
        (continuând|prin continuarea) ... (navigarea|site) ... (acord|acceptați|accepți|ești de acord) ...
        (accept|accept toate|accept tot|refuz|respinge|respinge tot|setări|mai multe opțiuni|sunt de acord)
    """,
    "comment-form": """
        (lasă|scrie|adaugă|lăsați|scrieți|adăugați|postează) (un|o) (comentariu|răspuns) [anulează răspunsul]
        (comentarii|comentariu|0 comentarii|niciun comentariu|fără comentarii|răspunde)
        comentariile sunt (închise|dezactivate) [*]
        (vezi|arată) [toate] comentariile
        adresa (ta|dvs|dumneavoastră) de email nu va fi publicată ...
        (câmpurile|câmpuri) (obligatorii|necesare) [sunt] marcate ...
        (autentifică-te|conectează-te|trebuie să fii autentificat) pentru a (comenta|publica un comentariu|lăsa un comentariu)
        (comentează|comentați) (acest articol|articolul|știrea)
    """,
    "advertisement": """
        (publicitate|reclamă|reclame|conținut sponsorizat|articol sponsorizat|advertorial)
        (articolul|știrea) continuă după (publicitate|reclamă)
    """,
    "copyright": """
        toate drepturile rezervate [0] [NAME]
        [copyright|c] [0] * * toate drepturile [sunt] rezervate [0]
    """,
    "tags": """
        (etichete|etichetă|taguri|tag-uri|tags|cuvinte cheie|categorii|categorie|categoria|subiecte) : ...
        (etichete|taguri|cuvinte cheie|categorii)
    """,
    "navigation": """
        (sari|salt|mergi|treci) la (conținut|conținutul principal|meniu)
        (acasă|prima pagină|meniu|căutare|caută|contact|despre noi|harta site-ului|înapoi sus|sus)
        (termeni și condiții|politica de confidențialitate|echipa|redacția|publicitate pe site)
        (articolul|știrea|articol) (anterior|următor|precedent|anterioară|următoare) ...
        (timp de citire|durata de citire) : 0 (min|minute)
        (0 min de citit|ascultă articolul|printează articolul)
        0 (min|minut|minute) de (citit|citire|lectură)
    """,
    "correction": """
        (erată|corecție|corectură|rectificare|nota redacției|precizare|actualizare) : ...
        o versiune (anterioară|precedentă) a (acestui|articolului) ...
    """,
    "credit": """
        (sursa|sursă|surse|editor|cu informații de la) : ...
        (la realizarea|la scrierea) (articolului|acestui articol) (a contribuit|au contribuit) ...
        (acest articol|articolul) a (apărut|fost publicat) (inițial|prima dată|mai întâi) ...
    """,
    "support": """
        (donează|susține-ne|sprijină-ne|donați)
        (susține|susțineți|sprijină) (jurnalismul|redacția|presa|munca) ...
    """,
    "contact": """
        (ai găsit|ați găsit|ai observat|ați observat) o (greșeală|eroare) ...
        (contact|contacte) (presă|pentru presă|media) [:]
        (contact|date de contact|birou de presă|biroul de presă) :
        (tel|telefon|fax|mobil) [:] 0 [0] [0] [0] [0]
    """,
}

AT_EDGES = {
    "cookie-notice": """
        ... (acest site|această pagină|site-ul nostru|partenerii noștri) ... (cookies|cookie-uri|preferințe|setări|dispozitiv) ...
    """,
    "comment-form": """
        ... adresa (ta|dvs) ... (obligatorii|câmpuri|publicată|marcate) ...
        (nume|numele|email) (email|site|comentariu|adresa) ...
    """,
    "credit": """
        (traducere|tradus|traducerea) (din|de|:|și) ...
        drepturile (aparțin|rămân) ...
    """,
    "newsletter": """
        ... (newsletter|newsletterul|buletin) ... (abonează-te|dezabonare|abonați-vă) ...
        (abonează-te|abonați-vă|înscrie-te) ... (newsletter|newsletterul|email|știri|noutăți) ...
    """,
    "share": """
        (distribuie|distribuiți|împarte) ... (prietenii|prietenilor|NETS)
        (urmărește-ne|urmăriți-ne|urmărește) ... NETS ...
    """,
    "copyright": """
        (reproducerea|preluarea|republicarea) ... (interzisă|acordul|permisă|sursei) ...
    """,
    "navigation": """
        (acasă|contact|știri) (acasă|contact|știri|despre|sport|politică|economie|cultură) ...
    """,
    "contact": """
        (contact|date de contact|contact presă|biroul de presă|pentru informații|informații suplimentare) : ...
    """,
}

BYLINES = {
    "author": """
        de NAME [ROLE]
        de NAME DATE
        (scris|publicat|redactat) de NAME [DATE]
        (autor|autoare|autori|text|text de|un articol de|autorul) [:] NAME
        (redacția|de la corespondentul nostru|de la redacție) [DATE]
    """,
    "date": """
        (publicat|actualizat|data|postat|ultima actualizare|data publicării) [pe|la|:|în] DATE
        (publicat|data) [pe|la|:] DATE (actualizat|ultima actualizare) [pe|la|:] DATE
        acum 0 (minute|ore|zile|oră|zi|săptămâni)
    """,
    "translator": """
        (traducere|traducerea|traducere de|tradus de|traducător|traducătoare) [:] NAME
        (traducere|tradus) din * de NAME
    """,
    "photo-credit": """
        (foto|fotografie|fotografii|imagine|sursa foto|credit foto) : ...
        (foto|fotografie|fotografii|imagine|sursa foto|credit foto) de NAME
        (foto|fotografie) NAME
    """,
}
