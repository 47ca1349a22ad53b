"""French."""
# ruff: noqa: E501 - one phrase is one line

ANYWHERE = {
    "continue-reading": """
        (lire la suite|lire plus|continuer la lecture|poursuivre la lecture|en savoir plus|voir plus|suite)
        (lire|voir) (l'article complet|l'article en entier|tout l'article|l'intégralité * article) ...
        (la suite|lire la suite) (ici|après la publicité|sur|dans|de l'article) ...
        (cliquez ici pour lire|lisez) (la suite|l'article complet)
    """,
    "related": """
        (lire aussi|à lire aussi|lisez aussi|voir aussi|à lire également|à voir aussi|à découvrir|à lire)
        (sur le même sujet|dans la même rubrique|articles liés|articles similaires|articles connexes)
        (les plus lus|les plus partagés|à la une|nos recommandations|recommandé pour vous|dernières nouvelles|derniers articles)
        (vous aimerez aussi|cela pourrait vous intéresser|ceci pourrait vous intéresser|pour aller plus loin)
        (lire aussi|à lire aussi|lisez aussi|voir aussi|à lire également|sur le même sujet|pour aller plus loin|à lire|à voir|à écouter) : ...
        (la rédaction vous conseille|à lire également|vous aimerez aussi|vous pourriez aimer|sur le même sujet|nos suggestions)
    """,
    "share": """
        (partager|partagez|imprimer|copier le lien|envoyer à un ami|envoyer par email)
        (partager|partagez) (cet article|cette page|cette histoire|l'article|la page) [sur|par|via|avec] [NETS|*]
        (partager|partagez) (sur|par|via) NETS
        (suivez-nous|suivez|retrouvez-nous|rejoignez-nous) [sur] [NETS]
        (suivez-nous|retrouvez-nous) sur google (news|actualités)
    """,
    "subscribe": """
        (s'abonner|abonnez-vous|je m'abonne|se connecter|connexion|s'inscrire|déjà abonné) [dès maintenant|maintenant|se connecter|connectez-vous]
        il vous reste 0 [de] (cet article|ce contenu|l'article) à (lire|découvrir)
        la suite [de (cet article|l'article)] est réservée (aux|à nos) abonnés
        (article|contenu) réservé (aux|à nos) abonnés
        (cet article|ce contenu) est réservé (aux|à nos) abonnés
        abonnez-vous (à notre|à la|au|à notre) (chaîne|page|podcast|magazine|journal) ...
        abonnez-vous pour (lire|continuer|accéder) ...
        (cet article|ce contenu) est réservé (aux|à nos) abonnés il vous reste 0 [de] [cet article|ce contenu|l'article] [à (lire|découvrir)]
        pour lire la suite [de (cet article|l'article)] (abonnez-vous|connectez-vous|inscrivez-vous) [*]
    """,
    "newsletter": """
        (newsletter|infolettre|la newsletter|nos newsletters)
        (inscrivez-vous|abonnez-vous|s'inscrire|s'abonner|je m'inscris|recevez) [à] (notre|la|nos|une) (lettre|newsletter|infolettre|newsletters|lettres) ...
        (inscrivez-vous|abonnez-vous|recevez) [à] (notre|nos) ...
        recevez ... (par mail|par email|par courriel|dans votre boîte|chaque matin|chaque semaine)
        ne (manquez|ratez) (rien|aucune actualité|aucun article) [*]
        (votre|saisissez votre|entrez votre) (email|adresse email|adresse mail|courriel|adresse électronique)
        newsletter : recevez ...
        recevez (chaque (matin|jour|semaine|soir)|tous les (matins|jours)) l'essentiel [de (l'actualité|l'info)]
        merci (pour|de) votre inscription
    """,
    "cookie-notice": """
        (ce site|nous|notre site|ce site web) (utilise|utilisons) des cookies ...
        (tout|tous) (accepter|refuser) [tout|tous] [accepter|refuser|paramétrer]
        (accepter|refuser|gérer|paramétrer) [tous] [les|mes] cookies
        (paramètres|gestion|politique) (des|de) (cookies|confidentialité)
        en (poursuivant|continuant) ... (navigation|site) ... (acceptez|consentez) ...
        (paramétrer|personnaliser|gérer mes choix|paramétrer les cookies|gérer les cookies|continuer sans accepter|tout refuser|en savoir plus)
        cookies et vie privée
    """,
    "comment-form": """
        (laisser|écrire|poster|ajouter|publier) un commentaire [annuler la réponse]
        (laissez|écrivez|postez|ajoutez) (un|votre) commentaire
        (commentaires|commentaire|0 commentaires|0 commentaire|aucun commentaire|réagir|répondre)
        les commentaires sont (fermés|clos|désactivés) [*]
        (commentaires fermés|afficher les commentaires|voir les commentaires)
        votre adresse (email|de messagerie|e mail|courriel) ne sera pas publiée ...
        (les champs obligatoires|champs obligatoires) [sont] (indiqués|marqués|requis) ...
        (connectez-vous|identifiez-vous|inscrivez-vous) pour (commenter|réagir|laisser un commentaire)
        (réagir à|commenter|commentez) cet article
    """,
    "advertisement": """
        (publicité|annonce|contenu sponsorisé|article sponsorisé|sponsorisé|publireportage)
        (la suite après|article suite après|la suite après cette) [la] publicité
        (fermer|passer) la publicité
    """,
    "copyright": """
        tous droits réservés [0] [NAME]
        [copyright|c] [0] * * tous droits réservés [0]
    """,
    "tags": """
        (mots-clés|mots-clefs|mots clés|étiquettes|thèmes|tags|sujets|catégories|catégorie|rubrique) : ...
        (étiquettes|mots-clés|mots clés|catégories)
    """,
    "navigation": """
        (aller|passer|accéder) au (contenu|contenu principal|menu)
        (accueil|menu|menu principal|recherche|rechercher|plan du site|haut de page|retour en haut|retour à l'accueil)
        (mentions légales|conditions générales|qui sommes nous|nous contacter|contactez-nous|à propos|données personnelles)
        (vous êtes ici) : ...
        article (précédent|suivant) ...
        (temps de lecture|lecture) : 0 (min|minutes)
        (lecture 0 min|0 min de lecture|écouter l'article|imprimer l'article)
        (ajouter|ajoutez) à (vos|mes) favoris
        retour en haut de [la] page
        (offrir|imprimer|enregistrer|sauvegarder|écouter) (cet article|l'article)
        lire plus tard
    """,
    "correction": """
        (correction|rectificatif|précision|erratum|note de la rédaction|mise à jour) : ...
        une (version précédente|première version|version antérieure) de cet article ...
        (cet|l') article a été (modifié|corrigé|mis à jour) ...
    """,
    "credit": """
        (source|sources|avec la contribution de|avec la participation de) : ...
        avec (la contribution|la participation|les contributions) de NAME
        (avec afp|avec reuters|avec agences|avec les agences)
        cet article (a été publié|est paru|a d'abord été publié) (initialement|d'abord|pour la première fois|par|dans) ...
    """,
    "support": """
        (faire un don|soutenez-nous|je soutiens|je fais un don)
        soutenez (nous|notre|un|une|le) (journalisme|rédaction|travail|journal|presse) ...
    """,
    "contact": """
        (une erreur|vous avez repéré une erreur|signaler une erreur|une faute) ...
        (contact|contacts|relations) (presse|médias) [:]
        (contact|contacts) :
        service de presse [:]
        (tél|téléphone|tel|fax|portable) [:] 0 [0] [0] [0] [0]
    """,
}

AT_EDGES = {
    "cookie-notice": """
        ... (ce site|cette page|notre site|nos partenaires) ... (cookies|paramètres|préférences|votre appareil) ...
        ... (votre appareil|votre navigateur) ... (site|partenaires|page|préférences) ...
    """,
    "comment-form": """
        ... votre (adresse|email|courriel) ... (obligatoires|champs|publiée|marqués) ...
        (nom|email|votre nom) (email|site|commentaire|courriel|adresse) ...
    """,
    "credit": """
        (traduit|traduction) (de|du|par|:) ...
        les droits (restent|appartiennent) ...
        propos recueillis par NAME
    """,
    "newsletter": """
        ... (newsletter|infolettre|lettre) ... (désinscrire|inscrivez|inscrivez-vous|boîte) ...
        ... recevez (notre|la|nos) (lettre|newsletter|lettres) ...
        (inscrivez-vous|abonnez-vous) ... (newsletter|infolettre|lettre|actualité|courriel) ...
    """,
    "share": """
        (partagez|partager) ... (vos amis|NETS)
        (suivez-nous|retrouvez-nous) sur les réseaux sociaux
        (suivez|rejoignez|retrouvez) (nous|NAME) ... NETS ...
    """,
    "copyright": """
        (reproduction|toute reproduction|republication) ... (interdite|autorisation|interdit) ...
    """,
    "navigation": """
        (accueil|contact|mentions|actualités) (accueil|contact|mentions|légales|confidentialité|cgu|sport|politique|culture|économie) ...
    """,
    "contact": """
        (contact|contacts|contact presse|contacts presse|pour plus d'informations|renseignements) : ...
    """,
}

BYLINES = {
    "author": """
        par NAME [ROLE]
        par NAME (le|publié|avec|et) [le|afp|reuters|agences] [DATE]
        par NAME DATE
        (publié|écrit|rédigé) par NAME [le] [DATE]
        (auteur|auteure|autrice|auteurs|texte|texte de|propos recueillis par) [:] NAME
        (la rédaction|notre correspondant|notre correspondante|nos correspondants) [(avec|et) NAME] [(le|publié le|:) DATE|DATE]
        NAME (avec|et) (la rédaction|afp|agences)
    """,
    "date": """
        (publié|mis à jour|modifié|posté|mise à jour|dernière mise à jour) [le|:] DATE
        (publié|posté) [le|:] DATE (mis à jour|modifié) [le|à|:] DATE [temps de lecture : 0 (min|minutes)]
        [publié|mis à jour] [le|:] DATE temps de lecture : 0 (min|minutes)
        il y a 0 (minutes|heures|jours|heure|jour|semaines)
    """,
    "translator": """
        (traduit|traduction) [de *] [par|:] NAME
        traduit (de l'anglais|de l'allemand|de l'espagnol|de l'ukrainien|du russe|de *) par NAME
    """,
    "photo-credit": """
        (photo|photos|crédit photo|crédits|crédit|image|illustration|crédits photo) : ...
        (photo|photos|crédit photo|crédits|crédit|image|illustration|crédits photo) de NAME
        (photo|photos) NAME
    """,
}
