"""Portuguese."""
# ruff: noqa: E501 - one phrase is one line

ANYWHERE = {
    "continue-reading": """
        (leia mais|ler mais|continue lendo|continuar lendo|continuar a ler|continue a ler|ver mais|saiba mais|mostrar mais)
        (leia|ler|leiam) (o artigo completo|a matéria completa|a reportagem completa|a notícia completa|o texto completo|na íntegra) ...
        (a matéria|o artigo|a notícia) continua [depois|após|abaixo] [da|a] [publicidade]
    """,
    "related": """
        (leia também|ler também|veja também|ver também|confira também|relacionadas|relacionados|recomendados|recomendamos)
        (artigos|notícias|matérias|conteúdos|temas) (relacionados|relacionadas|recomendados|recomendadas|semelhantes)
        (mais lidas|mais lidos|as mais lidas|mais vistas|últimas notícias|outras notícias|mais notícias|mais sobre este assunto|sobre o mesmo tema)
        (você pode gostar|talvez lhe interesse|pode interessar|também lhe pode interessar|pode também gostar)
        (leia também|ler também|veja também|ver também|confira também|saiba mais|mais sobre este assunto|relacionado) : ...
    """,
    "share": """
        (compartilhar|compartilhe|partilhar|partilhe|imprimir|copiar link|copiar o link|enviar por email)
        (compartilhar|compartilhe|partilhar|partilhe) (este artigo|esta notícia|esta página|esta matéria|a notícia) [no|na|por|com|via] [NETS|*]
        (compartilhar|compartilhe|partilhar|partilhe) (no|na|por|via|em) NETS
        (siga-nos|siga nos|acompanhe-nos|acompanhe nos) [no|na|nas] [NETS|redes sociais]
        (entre no|participe do) (nosso|canal|grupo) [canal|grupo] [do|no] NETS
        (siga-nos|segue-nos|siga-nos também) no google (news|notícias)
    """,
    "subscribe": """
        (assine|assinar|assine já|entrar|iniciar sessão|cadastre-se|registe-se|faça login|já é assinante) [agora|já|aqui|hoje|faça login|entre]
        (conteúdo|artigo|matéria) [exclusivo|exclusiva] para assinantes
        (este conteúdo|este artigo) é exclusivo para assinantes
        (inscreva-se|subscreva) (no nosso|o nosso|no|em nosso) (canal|podcast) ...
        (assine|faça login|cadastre-se) para (ler|continuar|ter acesso) ...
    """,
    "newsletter": """
        (newsletter|nossa newsletter|boletim)
        (assine|subscreva|inscreva-se|cadastre-se) [a|na|em|à] [nossa|nosso] (newsletter|boletim) ...
        receba ... (no seu email|por email|todas as manhãs|todos os dias|no seu e-mail)
        não perca (nenhuma|as) (notícia|notícias) [*]
        (insira|introduza|digite|escreva) (o seu|seu) (email|endereço de email)
        (o seu|seu) email
    """,
    "cookie-notice": """
        (este site|nosso site|nós|este website|o nosso site) (usa|utiliza|usamos|utilizamos) cookies ...
        (usamos|utilizamos) cookies ...
        (aceitar|rejeitar|gerir|gerenciar) [todos|tudo] [os] [cookies]
        (política|definições|configurações|preferências) de (cookies|privacidade)
        ao (continuar|navegar|prosseguir) ... (concorda|aceita|consente) ...
        (rejeitar|recusar|rejeitar todos|rejeitar tudo|configurar|gerir preferências|definições)
    """,
    "comment-form": """
        (deixe|deixar|escreva|escrever|adicionar|publicar) (um|o seu|seu) (comentário|resposta) [cancelar resposta]
        (deixe uma resposta|deixar uma resposta|responder) [cancelar resposta]
        (comentários|comentário|0 comentários|sem comentários|nenhum comentário)
        [os] comentários (estão|foram) (fechados|encerrados|desativados|desligados) [*]
        (ver|mostrar|ler) [todos] [os] comentários
        (o seu|seu) (endereço de email|email|endereço de e-mail) não será publicado ...
        [os] campos obrigatórios (estão|são) (marcados|assinalados) ...
        (faça login|inicie sessão|entre|cadastre-se) para (comentar|deixar um comentário)
        (comente|comentar) (esta notícia|este artigo)
    """,
    "advertisement": """
        (publicidade|anúncio|conteúdo patrocinado|patrocinado|conteúdo de marca|informe publicitário)
        continua (depois|após) [da|a] publicidade
        (anuncie|anuncie aqui|anuncie conosco)
    """,
    "copyright": """
        todos os direitos reservados [0] [NAME]
        [copyright|c] [0] * * todos os direitos reservados [0]
    """,
    "tags": """
        (etiquetas|tags|tópicos|palavras chave|assuntos|temas|categorias|categoria|marcadores) : ...
        (etiquetas|tópicos|palavras chave|categorias|marcadores)
    """,
    "navigation": """
        (ir|saltar|pular|avançar) para (o conteúdo|o conteúdo principal|conteúdo|o menu)
        (início|página inicial|menu|pesquisar|buscar|contacto|contato|quem somos|mapa do site|voltar ao topo|ficha técnica)
        (termos de uso|termos e condições|política de privacidade|fale conosco|expediente|sobre nós)
        (você está aqui|está aqui) : ...
        (artigo|notícia|post) (anterior|seguinte|próximo|próxima) ...
        tempo de leitura : 0 (min|minutos)
        (0 min de leitura|ouvir o artigo|imprimir a notícia)
        (ouvir|guardar|imprimir|salvar) [o|a|este|esta] (artigo|notícia)
        0 (min|minuto|minutos) de leitura
    """,
    "correction": """
        (correção|errata|erramos|nota da redação|retificação|atualização|esclarecimento) : ...
        uma versão anterior (deste|desta) (artigo|texto|reportagem|notícia|matéria) ...
    """,
    "credit": """
        (fonte|fontes|edição|com informações de) : ...
        com (informações|colaboração|reportagem) (de|da|do) NAME
        (este artigo|este texto|esta reportagem) foi (publicado|publicada) (originalmente|pela primeira vez|primeiro) ...
    """,
    "support": """
        (doe|doe agora|apoie-nos|faça uma doação)
        (apoie|apoiem) (o nosso|o|nosso) (jornalismo|trabalho) ...
    """,
    "contact": """
        (encontrou|viu|notou) (um erro|algum erro) ...
        (reportar|comunicar) erro
        (contacto|contactos|contato|contatos) (de|para|com) (imprensa|a imprensa) [:]
        (contacto|contactos|contato|contatos) :
        assessoria de imprensa [:]
        (tel|telefone|fax|telemóvel|celular) [:] 0 [0] [0] [0] [0]
    """,
}

AT_EDGES = {
    "cookie-notice": """
        ... (este site|esta página|nossos parceiros) ... (cookies|preferências|definições|dispositivo) ...
        ... (seu|teu) (dispositivo|navegador) ... (site|página|parceiros|preferências) ...
    """,
    "comment-form": """
        ... seu email ... (obrigatórios|campos|publicado) ...
        (nome|email) (email|site|comentário|endereço) ...
    """,
    "credit": """
        (tradução|traduzido) (de|do|da|por|:) ...
        os direitos (pertencem|permanecem) ...
    """,
    "newsletter": """
        ... (newsletter|boletim) ... (seu email|assine|cancelar) ...
        (assine|subscreva|inscreva-se) ... (newsletter|boletim|notícias|email) ...
    """,
    "share": """
        (compartilhe|partilhe) ... (amigos|NETS)
        (siga-nos|siga|acompanhe) ... NETS ...
    """,
    "copyright": """
        (proibida|é proibida|reprodução) ... (reprodução|autorização|proibida) ...
    """,
    "navigation": """
        (início|contacto|contato|notícias) (início|contacto|contato|privacidade|desporto|esportes|política|cultura|economia) ...
    """,
    "contact": """
        (contacto|contactos|contato|contatos|assessoria de imprensa|para mais informações|mais informações) : ...
    """,
}

BYLINES = {
    "author": """
        por NAME [ROLE]
        por NAME DATE
        por NAME (g1|ge|uol) [NAME] [DATE]
        (escrito|publicado) por NAME [em] [DATE]
        (autor|autora|autores|texto|texto de|reportagem de) [:] NAME
        (redação|da redação|a redação|agência|da redação com agências) [DATE]
    """,
    "date": """
        (publicado|atualizado|data|última atualização|modificado) [em|a|:|às] DATE
        (publicado|data) [em|:] DATE (atualizado|última atualização) [em|:] DATE
        [publicado] [em|:] DATE (atualizado|atualizada) (há 0 (minutos|minuto|horas|hora|dias|dia|semanas)|[em|:] DATE)
        há 0 (minutos|horas|dias|hora|dia|semanas)
    """,
    "translator": """
        (tradução|tradução de|traduzido por|tradutor|tradutora) [:] NAME
        (tradução|traduzido) do * (por|de) NAME
    """,
    "photo-credit": """
        (foto|fotos|fotografia|fotografias|imagem|créditos|crédito) : ...
        (foto|fotos|fotografia|fotografias|imagem|créditos|crédito) de NAME
    """,
}
