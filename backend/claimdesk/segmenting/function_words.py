"""Small words by which a language is known at a glance: the ones that hold sentences together.

Names travel, function words do not. Letter statistics alone take a line full of foreign names
for the language of the names; these words speak for the line's own.
"""

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": """
            the of and to in that is was for it with as on be at by this had not are but from or
            have an they which you were their has would there what will when who him his her she
            he we our been more if no out so said up its about than into them can only other new
            some could these two may first then do any my now such over after also did your here
            how me where why i'm it's don't please thanks let just very much should because
            """,
        "de": """
            der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch
            es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über
            einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei hatte
            kann gegen vom können schon wenn habe seine ihre unter wir ich du uns ihr macht sehr
            gut alles diese dieser dieses doch mal hier jetzt weil beim wegen kein keine
            """,
        "fr": """
            le la les de des du et en un une est que qui dans pour par sur au aux avec il elle ne
            pas plus ce cette ces son sa ses leur leurs été être sont ont fut mais ou où comme
            nous vous ils elles se sans sous entre même aussi tout tous très fait faire je tu mon
            ma mes y dont quand si après avant depuis lors c'est d'un d'une qu'il n'est j'ai puis
            """,
        "es": """
            el la los las de del y en un una que es por con para se no su sus al lo como más pero
            fue son ha ser este esta estos estas también entre cuando muy sin sobre hasta desde
            donde todo todos era han había hay ya porque qué él ella ellos nos le les o u e ni
            dos así tiene está están después antes durante según contra otro otra me mi te tu yo
            esa ese eso fueron siendo va voy soy muchos mucho cada mismo además aunque mientras
            """,
        "it": """
            il lo la i gli le di del della dei delle dello degli da dal dalla e in nel nella nei
            un uno una che è per con su sul sulla non si sono come più ma anche al alla ai alle
            ha hanno era stato stata questo questa quando dopo prima tra fra se ci ne mi ti vi
            suo sua loro essere molto dove cui perché già così ancora solo tutto tutti due l'ha
            """,
        "pt": """
            o a os as de do da dos das e em no na nos nas um uma que é por pelo pela com para se
            não ao à aos às como mais mas foi são ser seu sua seus suas este esta isso também
            entre quando muito sem sobre até desde onde todo era tem têm ou já porque ele ela
            eles você depois antes durante contra outro outra me eu há está estão foram pelos
            """,
        "nl": """
            de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij
            door naar uit worden werd wordt heeft had hebben die deze dit over tot wat nog geen
            zo ze hij zij we wij je ik u hun haar mijn onze wel of omdat veel meer na tegen kan
            kunnen zal zou moet moeten waar wie hoe toen al nu waren was tussen onder volgens
            """,
        "ro": """
            și în de la cu pe din nu a o un să se este sunt care ce mai pentru că au fost era lui
            ei lor al ale ai prin după dar sau fi ar ca el ea eu tu noi voi acest această aceste
            acestea când unde foarte fără până între asupra către despre doar tot toate toți
            îi îl îmi îți le le-a s-a n-a într-o într-un dintre dacă am ați avea aveau despre
            """,
        "pl": """
            i w z na do nie się że jest to o za po od dla przez jak ale co tak jego jej ich który
            która które przy już był była było były być lub oraz tylko może czy także między pod
            nad bez we ze a my ty on ona oni jako bardzo gdy kiedy gdzie ten ta te tego tej tym
            są ma mają będzie sobie został została roku więc jeszcze tym żeby nas mnie mi
            """,
        "cs": """
            a v na se je že to z do o s i pro jako ale za by po od při jsou byl byla bylo byly
            být který která které ve ze k ke jen také nebo podle až tak co jak není už ještě
            když kde mezi pod před bez svého své svou jeho její jejich tento tato toto této tím
            my vy on ona oni jsem jsme jste mi mu si ho nás vás protože aby tedy více však
            """,
        "ru": """
            и в не на я с что он как это по но к у из за а о от так же вы мы все для его то бы
            ты она они было был была были есть или если только меня мне уже ещё еще когда где
            кто чем при до во со об нас вас их ей ему нет да даже этот эта эти того этого тоже
            может быть очень можно под над после там тут здесь сейчас теперь который которая
            которые чтобы себя себе свой своей потому какой какая просто всё раз сегодня вот ли наш
            нашем наши вам мой моя твой ваш него неё них много без через тебя тебе между пока лишь
            """,
        "uk": """
            і й та в у не на що з як це до за але про по від для його її їх він вона вони ми ви
            я ти був була було були є або якщо тільки мене мені вже ще коли де хто ніж при під
            над після там тут тепер зараз який яка яке які щоб себе собі свій своєї через може
            бути дуже можна також то б би же чи із зі нас вас їй йому немає так навіть цей ця ці
            цього того теж бо який тому року між більше час дня день
            """,
        "bg": """
            и на да се в от за не е с са по че като си до ще но при към това той тя те ние вие
            аз ти му го им ги ни ви ме ми беше бяха има няма или ако само вече още когато къде
            кой коя кое кои който която което които след над под през между без със във как какво
            може много също така този тази тези един една едно бил била е
            """,
        "be": """
            і й у ў не на што з як гэта да за але пра па ад для яго яе іх ён яна яны мы вы я ты
            быў была было былі ёсць ці або калі толькі мяне мне ўжо яшчэ дзе хто чым пры пад над
            пасля там тут цяпер які якая якое якія каб сябе сабе свой праз можа быць вельмі
            можна таксама бы ж жа са са нас вас ёй яму няма так нават гэты гэтая гэтыя таго
            """,
    }.items()
}
