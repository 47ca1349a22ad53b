"""Spanish."""
# ruff: noqa: E501 - one phrase is one line

ANYWHERE = {
    "continue-reading": """
        (leer más|seguir leyendo|continuar leyendo|sigue leyendo|ver más|leer completo|más información)
        (leer|lee|lea) (el artículo completo|la nota completa|la noticia completa|más aquí|el texto completo) ...
        (sigue leyendo|continúa) (aquí|después de la publicidad|en) ...
        haga clic aquí para leer más
        (leer|ver) más
    """,
    "related": """
        (lea también|lee también|leer también|te puede interesar|le puede interesar|ver también|véase también|además)
        (artículos relacionados|noticias relacionadas|notas relacionadas|temas relacionados|contenido relacionado)
        (lo más leído|lo más visto|más leídas|más leídos|últimas noticias|más noticias|recomendados|recomendamos)
        (también te puede interesar|te recomendamos|quizás te interese|más sobre este tema|sobre este tema)
        (lea también|lee también|leer también|te puede interesar|le puede interesar|ver también|más sobre este tema|te recomendamos|relacionado) : ...
        (te puede interesar|le puede interesar|también te puede interesar|quizás te interese)
    """,
    "share": """
        (compartir|comparte|comparta|imprimir|copiar enlace|enviar por correo|enviar a un amigo)
        (compartir|comparte|comparta) (este artículo|esta noticia|esta página|esta nota|la noticia) [en|por|con|vía] [NETS|*]
        (compartir|comparte) (en|por|vía) NETS
        (síguenos|síganos|sígueme) [en] [NETS|redes sociales|nuestras redes sociales|las redes sociales]
        (únete|únase) a (nuestro|nuestra) (canal|grupo|comunidad) [de|en] [NETS] [*]
        (síguenos|síganos) en google (news|noticias)
    """,
    "subscribe": """
        (suscríbete|suscríbase|suscribirse|iniciar sesión|inicia sesión|regístrate|registrarse|hazte socio) [ya|ahora|aquí|hoy]
        (contenido|artículo|noticia) (exclusivo|exclusiva|solo) para suscriptores
        (este contenido|este artículo) es [exclusivo|solo] para suscriptores
        (ya eres|ya es|eres) (suscriptor|socio) [inicia sesión|iniciar sesión]
        (suscríbete|suscríbase) (a nuestro|al|a nuestra|a la) (canal|podcast|revista|edición|diario) ...
        (suscríbete|suscríbase) para (leer|seguir|continuar|acceder) ...
        (inicia sesión|regístrate|suscríbete|inicie sesión|regístrese|suscríbase) [gratis] para (seguir|continuar) leyendo
    """,
    "newsletter": """
        (boletín|newsletter|boletines|nuestro boletín)
        (suscríbete|suscríbase|apúntate|regístrate|suscribirse) (a|al|en) [nuestro|nuestra|la|el] (boletín|newsletter) ...
        recibe ... (en tu correo|en tu email|cada mañana|cada día|en su correo)
        no te pierdas (ninguna|nada|las) [noticia|noticias] [*]
        (introduce|introduzca|escribe|escriba|ingresa|ingrese) (tu|su|el) (correo|email|correo electrónico|dirección de correo|dirección de correo electrónico)
        (tu|su) (correo|correo electrónico|email)
    """,
    "cookie-notice": """
        (este sitio|esta web|esta página|nuestro sitio|este sitio web|nosotros) [web] (usa|utiliza|utilizamos|usamos) cookies ...
        (utilizamos|usamos) cookies ...
        (aceptar|rechazar|configurar|gestionar) [todas|todo] [las] [cookies]
        (política|configuración|preferencias|aviso) de (cookies|privacidad)
        (al|si) (continuar|continúa|seguir|sigue) navegando ... (acepta|aceptas|consiente|uso) ...
        (acepto|acepta) (la|las) (política de privacidad|condiciones|política de cookies|condiciones de uso)
        (he leído y acepto) (la|las) ...
        (rechazar|rechazar todo|rechazar todas|configurar|configurar cookies|aceptar y continuar|gestionar cookies|más opciones)
    """,
    "comment-form": """
        (deja|deje|dejar|escribe|escribir|añadir|publicar|agregar) (un|tu|su) (comentario|respuesta) [cancelar la respuesta|cancelar respuesta]
        (deja una respuesta|dejar una respuesta) [cancelar la respuesta|cancelar respuesta]
        (comentarios|comentario|0 comentarios|sin comentarios|no hay comentarios|responder)
        [los] comentarios [están] (cerrados|desactivados) [*]
        (ver|mostrar) [los|todos los] comentarios
        (tu|su) (dirección de correo electrónico|correo electrónico|correo|email) no será (publicada|publicado) ...
        los campos (obligatorios|necesarios) están marcados ...
        (inicia sesión|regístrate|debes iniciar sesión) para (comentar|dejar un comentario|publicar un comentario)
    """,
    "advertisement": """
        (publicidad|anuncio|contenido patrocinado|patrocinado|contenido promocionado|anuncios)
        (la noticia continúa|continúa|sigue) (después|tras) [de] (la publicidad|el anuncio)
        (anúnciate|anúnciese) [aquí|con nosotros]
    """,
    "copyright": """
        todos los derechos reservados [0] [NAME]
        [copyright|c] [0] * * * (todos los derechos reservados|derechos reservados) [0]
    """,
    "tags": """
        (etiquetas|temas|palabras clave|tags|archivado en|categorías|categoría|sección|más sobre) : ...
        (etiquetas|palabras clave|categorías)
    """,
    "navigation": """
        (saltar|ir|pasar) al (contenido|contenido principal|menú)
        (inicio|portada|menú|buscar|volver arriba|mapa del sitio|volver al inicio|menú principal)
        (aviso legal|términos y condiciones|quiénes somos|contacto|contáctenos|política de privacidad|términos de uso)
        (estás aquí|usted está aquí) : ...
        (artículo|noticia|entrada) (anterior|siguiente) ...
        (tiempo de lectura) : 0 (min|minutos)
        (0 min de lectura|lectura de 0 min|escuchar la noticia|imprimir la nota)
        (escuchar|guardar|imprimir) [noticia|artículo|esta noticia|este artículo|el artículo|la noticia]
        [tiempo de lectura :] 0 (min|minuto|minutos) de lectura
        leer más tarde
    """,
    "correction": """
        (corrección|fe de errores|fe de erratas|nota de la redacción|aclaración|nota del editor|rectificación) : ...
        una versión (anterior|previa) de (este|esta) (artículo|nota|noticia) ...
    """,
    "credit": """
        (fuente|fuentes|con información de|edición) : ...
        con (información|colaboración|reportes) de NAME
        (este artículo|este texto|esta nota) (fue publicado|se publicó|apareció|fue publicada) (originalmente|por primera vez|primero) ...
    """,
    "support": """
        (donar|haz una donación|apóyanos|haz tu donación)
        (apoya|apoye) (a nuestro|nuestro|el) (periodismo|trabajo) ...
    """,
    "contact": """
        (has encontrado|encontró|viste|encontraste) (un error|alguna errata) ...
        (reportar|notificar) un error
        (contacto|contactos) (de|para) (prensa|los medios|medios) [:]
        (contacto|contactos) :
        (gabinete|oficina) de prensa [:]
        (tel|tfno|teléfono|fax|móvil) [:] 0 [0] [0] [0] [0]
    """,
}

AT_EDGES = {
    "cookie-notice": """
        ... (este sitio|esta página|esta web|nuestros socios) ... (cookies|preferencias|configuración|dispositivo) ...
        ... (tu|su) (dispositivo|navegador) ... (sitio|página|socios|preferencias) ...
    """,
    "comment-form": """
        ... (tu|su) correo ... (obligatorios|campos|publicado|marcados) ...
        (nombre|correo|email) (correo|email|web|sitio|comentario) ...
    """,
    "credit": """
        (traducido|traducción) (de|del|por|:) ...
        los derechos (pertenecen|son) ...
    """,
    "newsletter": """
        ... (boletín|newsletter) ... (tu correo|su correo|suscríbete|suscríbase) ...
        (suscríbete|suscríbase|apúntate) ... (boletín|newsletter|correo|noticias) ...
    """,
    "share": """
        (comparte|compartir|comparta) ... (tus amigos|amigos|NETS)
        (síguenos|síganos|sigue) ... NETS ...
    """,
    "copyright": """
        (prohibida|queda prohibida) ... (reproducción|autorización) ...
    """,
    "navigation": """
        (inicio|contacto|portada|aviso) (inicio|contacto|portada|legal|privacidad|deportes|política|cultura|economía|mundo) ...
    """,
    "contact": """
        (contacto|contacto de prensa|contacto para prensa|para más información|más información) : ...
    """,
}

BYLINES = {
    "author": """
        por NAME [ROLE]
        por NAME DATE
        (escrito|publicado|redactado) por NAME [el] [DATE]
        (autor|autora|autores|texto|texto de|redacción) [:] NAME
        (redacción|agencias|la redacción) [NAME] [DATE]
        la redacción [el] [DATE]
    """,
    "date": """
        (publicado|actualizado|fecha|última actualización|modificado) [el|:|a las] DATE
        (publicado|fecha) [el|:] DATE (actualizado|última actualización) [el|:] DATE
        hace 0 (minutos|horas|días|hora|día|semanas)
    """,
    "translator": """
        (traducido por|traducción|traducción de|traductor|traductora) [:] NAME
        (traducido|traducción) del * (por|de) NAME
    """,
    "photo-credit": """
        (foto|fotos|fotografía|fotografías|imagen|crédito|créditos|ilustración) : ...
        (foto|fotos|fotografía|fotografías|imagen|crédito|créditos|ilustración) de NAME
    """,
}
