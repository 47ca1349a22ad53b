"""Turkish."""
# ruff: noqa: E501 - one phrase is one line

ANYWHERE = {
    "continue-reading": """
        (devamını oku|devamını okuyun|devamı|devamı için tıklayın|okumaya devam et|haberin devamı)
        (daha fazla oku|daha fazlasını oku|daha fazla göster|daha fazla|tamamını oku|haberin tamamı)
    """,
    "related": """
        (ilgili|benzer|diğer|son|öne çıkan|en çok okunan) (haberler|yazılar|içerikler|konular|haber)
        (bunlar da ilginizi çekebilir|ilginizi çekebilir|bunu da okuyun|bunları da okuyun|ayrıca okuyun|çok okunanlar|önerilenler)
        (bunlar da ilginizi çekebilir|ilginizi çekebilir|bunu da okuyun|ayrıca okuyun|ilgili haber|bakınız) : ...
        en çok (okunanlar|okunan haberler|konuşulanlar)
    """,
    "share": """
        (paylaş|paylaşın|haberi paylaş|bağlantıyı kopyala|yazdır|arkadaşına gönder)
        (bu|bu haberi|bu yazıyı|bu sayfayı) (haberi|yazıyı|sayfayı|paylaş|paylaşın) [paylaş|paylaşın|arkadaşlarınla paylaş]
        NETS (paylaş|paylaşın|takip et)
        (bizi|sayfamızı) (takip edin|takip et) [NETS]
        (bizi) NETS (takip edin|takip et|bulun)
        (facebook'ta|twitter'da|x'te|x'de|whatsapp'ta|telegram'da|linkedin'de|instagram'da) paylaş
        bizi google (haberler'de|news'te|haberler'den|news'ten) takip edin
    """,
    "subscribe": """
        (abone ol|abone olun|üye ol|üye olun|giriş yap|giriş yapın|kayıt ol|hemen abone olun)
        (kanalımıza|sayfamıza|bize) (abone ol|abone olun)
        (bu içerik|bu haber|bu yazı) [sadece|yalnızca] (abonelere|üyelere) (özeldir|özel|açıktır)
    """,
    "newsletter": """
        (bülten|ebülten|haber bülteni|bültene abone ol|bültenimize abone olun|bültene kaydol)
        (haber|günlük|haftalık|ücretsiz) bültenimize (abone|kayıt|kaydolun) [olun|ol]
        (eposta|e posta) (adresinizi|adresini) (girin|yazın|girin ve abone olun)
        (eposta|e posta) (adresiniz|adresi)
    """,
    "cookie-notice": """
        (bu|sitemiz|sitemizde|web sitemiz|bu site|bu sitede) [site|sitede|web sitesi|internet sitesi] (çerez|çerezleri|çerezler) (kullanır|kullanmaktadır|kullanıyor|kullanılmaktadır|kullanıyoruz) ...
        (tümünü|hepsini|çerezleri) (kabul et|reddet|kabul ediyorum)
        (kabul et|kabul ediyorum|reddet|çerez ayarları|çerez politikası|gizlilik ayarları|ayarları yönet)
    """,
    "comment-form": """
        (yorum yap|yorum yaz|yorum yapın|yorum ekle|yorum gönder|yorumlar|yorumunuz|cevap yaz|yanıtla|0 yorum|ilk yorumu sen yap)
        yorumlar 0
        (yorumlar|yoruma) (kapalı|kapalıdır|kapatılmıştır)
        (eposta|e posta) (hesabınız|adresiniz) (yayımlanmayacak|yayınlanmayacak) ...
        (gerekli|zorunlu) alanlar ...
        yorum yapmak için (giriş|oturum|üye) (yapın|açın|olun|yapmalısınız)
    """,
    "advertisement": """
        (reklam|ilan|sponsorlu içerik|reklam alanı|advertorial)
    """,
    "copyright": """
        [copyright|c] [0] * * (tüm|her) hakları (saklıdır|mahfuzdur) [0] [NAME]
        (izinsiz|kaynak gösterilmeden) (kopyalanamaz|kullanılamaz|yayımlanamaz|alıntı yapılamaz) ...
    """,
    "tags": """
        (etiketler|etiket|anahtar kelimeler|konular|kategori|kategoriler) : ...
        (etiketler|kategoriler)
    """,
    "navigation": """
        (ana sayfa|anasayfa|menü|ara|iletişim|hakkımızda|künye|içeriğe geç|başa dön|yukarı çık|site haritası|gizlilik politikası|kullanım koşulları)
        (önceki|sonraki) (haber|yazı|sayfa) ...
        okuma süresi : 0 (dk|dakika)
        0 (dk|dakika|dakikalık) (okuma|okuma süresi)
        haberi (dinle|yazdır|kaydet)
    """,
    "correction": """
        (düzeltme|güncelleme|editörün notu) : ...
    """,
    "credit": """
        (kaynak|haber kaynağı|editör|çeviri|derleyen) : ...
    """,
    "support": """
        (bize destek olun|destek ol|bağış yap|bağış yapın)
    """,
    "contact": """
        (basın iletişim|basın için iletişim|iletişim|iletişim bilgileri) : ...
        (tel|telefon|faks|eposta|cep) : 0 [0] [0] [0] [0]
        (basın|medya) (iletişim|irtibat|danışmanı) [:]
    """,
}

AT_EDGES = {
    "cookie-notice": """
        ... (çerez|çerezleri|çerezler) ... (kabul|kullan|kullanıyoruz|kullanılır|kullanmaktadır) ...
    """,
    "newsletter": """
        ... (eposta kutunuza|bültenimize|bültenimiz) ...
    """,
}

BYLINES = {
    "author": """
        (haber|yazan|yazı|yazar|muhabir|hazırlayan|röportaj) [:] NAME
        (haber merkezi|dış haberler|spor servisi)
    """,
    "date": """
        (yayınlanma|yayımlanma|güncelleme|son güncelleme|giriş|yayın tarihi|tarih) [tarihi] [:] DATE
        (yayınlanma|giriş) [:] DATE (güncelleme|son güncelleme) [:] DATE
        0 (dakika|saat|gün) önce
    """,
    "translator": """
        (çeviren|çeviri) : NAME
    """,
    "photo-credit": """
        (fotoğraf|fotoğraflar|foto|görsel|kamera) : ...
    """,
}
