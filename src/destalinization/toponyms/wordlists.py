"""
Words that say what a name in a text is, besides the cues beside it: ordinary words, surnames, authors, kinds, towns.
"""

from __future__ import annotations

ORDINARY = frozenset(
    """
    mir мир миру мире мира progress прогресс pravda правда memorial мемориал slava слава fanny sibir сибирь shakhta
    шахта nyva нива lazo buston baltika балтика svoboda swoboda свобода liski лиски noli ноли renard rosenberg
    hansen gerlach wikipedia википедия hauptstraße radialstraße kultura дрязги dryazgi комсомол большевики
    bolsheviks шахты victory fochova friesendorf kronstadt buran qala ravot cukur magarif kenges ekpin rumi petrolia
    posen stiyke dusti дусти kum mereke soviet балх lebedyne sejm awangard tusarova соцгород sotsgorod
    """.split()
)
"""Names that are ordinary words, or names of other things, far more often than of the places in the data."""

HOMONYMS = frozenset(["perm"])
"""Names that are ordinary words too, but mean those only after an article."""

TITLED = ("stalingrad", "сталинград", "сталінград", "sztalingrad")
"""Folded beginnings of names that works are called by; in quotes, or with their author near, they are titles."""

SURNAMES = frozenset(["stalin", "сталин", "сталін", "sztálin", "staline", "stalinas", "stalina"])
"""Surnames besides those of the people in the data."""

GENITIVES = {"stalino": "ėįų"}
"""Names that are cases of a surname in a language, with letters that only this language has among those around."""

SIZES = {
    kind: size
    for size, kinds in enumerate(
        (
            "city",
            "country republic region",
            "town",
            "geographic-region mountain river island cape reservoir canal fortress",
            "urban-settlement district",
            "village",
            "settlement neighbourhood",
        )
    )
    for kind in kinds.split()
}
"""Which kinds of bearer a text means more often: the lower, the more."""

TOWNS = frozenset(["city", "town", "urban-settlement", "village", "settlement"])
"""Kinds whose names take no article in English."""

BUILT = frozenset(
    """
    street square park bridge building monument metro-station railway-station cemetery camp dam district
    neighbourhood stadium power-station
    """.split()
)
"""Kinds whose names occur in many towns, so that a name alone does not tell which is meant."""

COMMON = frozenset(["street", "square", "park", "district", "neighbourhood", "monument"])
"""Kinds of which nearly every town has one that is called after the same people."""

FAMOUS = frozenset(
    """
    red-square moscow-kremlin lenins-mausoleum maidan-nezalezhnosti-kyiv andrassy-ut-budapest karl-marx-allee-berlin
    novy-arbat-moscow vinohradska-prague palace-of-culture-and-science-warsaw kremlin-wall-necropolis
    """.split()
)
"""Streets, squares and buildings so widely known that a text need not name their town."""

GENERIC = frozenset(["город", "города", "городе", "городом", "city of", "the city", "stadt", "місто", "місті"])
"""Cues for a place that outweigh an author near by."""

COUNTRIES = frozenset(["country", "republic"])
"""Kinds whose name before an institution's is still the country's."""

NAMELESS_ADJECTIVES = frozenset(
    ["street", "square", "bridge", "metro-station", "monument", "building", "park", "stadium", "ship", "prize"]
)
"""Kinds of bearer whose names make no adjectives of their own."""

GIVEN = {
    "ru": """
        александр алексей анатолий андрей антон аркадий арсений артём борис вадим валентин валерий василий виктор
        виталий владимир владислав вячеслав геннадий георгий григорий даниил денис дмитрий евгений егор иван игорь
        илья кирилл климент константин лазарь лев леонид максим михаил никита николай олег павел пётр роман руслан
        семён сергей станислав степан тарас тимофей фёдор филипп эдуард юрий яков ярослав александра алла анастасия
        анна валентина валерия вера галина дарья екатерина елена зинаида ирина ксения лариса лидия любовь людмила
        маргарита марина мария надежда наталья нина оксана ольга полина раиса светлана софья тамара татьяна юлия
    """,
    "uk": """
        олександр олексій анатолій андрій валентин валерій василь віктор віталій володимир георгій григорій дмитро
        євген іван ігор ілля костянтин леонід максим микита микола михайло олег павло петро роман сергій степан тарас
        федір юрій яків ярослав ганна олена катерина наталія тетяна
    """,
    "en": """
        alexander alexandr aleksandr alexei aleksei anatoly andrei andrey boris dmitri dmitry evgeny fyodor georgy
        grigory igor ivan kliment konstantin lazar leonid maxim mikhail nikita nikolai nikolay oleg pavel pyotr sergei
        sergey stanislav stepan valentin valery vasily viktor vladimir vladislav vyacheslav yakov yuri anna elena galina
        irina ludmila maria natalia natasha nina olga svetlana tamara tatiana valentina vera john james robert peter
        paul thomas michael david george hans karl heinrich ernst otto georg ion gheorghe vasile constantin enver todor
    """,
    "cs": "klement jan josef karel jiří pavel petr tomáš",
    "pl": "adam andrzej bolesław henryk janusz jerzy józef krzysztof marek piotr stanisław tadeusz wojciech",
    "hu": "ferenc istván jános józsef lászló mátyás sándor zoltán",
}
"""Common given names by language, besides those of the people in the data; what follows one is a surname."""

BODIES = tuple(
    body.strip()
    for body in """
    министерство, министерства, министерстве, министр, мчс, вмф, ввс, мвд, мид, фсб, кгб, нквд, снк, цик, цк, ан,
    совнарком, совнаркома, совет министров, совета министров, верховный совет, верховного совета, верховном совете,
    академия наук, академии наук, академию наук, госплан, госплана, генштаба, прокуратуры, агентства, федерация,
    федерации, союз писателей, союза писателей, союз художников, союза художников, союза композиторов,
    союза архитекторов, союза журналистов, ради міністрів, верховної ради, міністерство, міністерства,
    комитет обороны, комитета обороны, реввоенсовет, реввоенсовета,
    день, дня, кубок, кубка, кубке, кубку,
    кабінету міністрів, федерація, федерації, спілки художників, спілки письменників
    """.split(",")
)
"""Words for a body before the name of its country ("Совета Министров СССР"), of whose name that is a part."""

AFTERMATH = (
    "after ", "since ", "horrors of ", "hell of ", "story of ", "lessons of ", "legend of ", "survivors of ",
    "veterans of ", "heroes of ", "после ", "після ", "seit ", "wende von ", "mythos ", "helden von ", "hölle von ",
)  # fmt: skip
"""What before a name that a battle is called by makes the battle of it."""

AUTHORS = (
    "beevor",
    "бивор",
    "grossman",
    "гроссман",
    "plievier",
    "plivier",
    "vilsmaier",
    "вильсмайер",
    "бондарчук",
    "bondarchuk",
)
"""Authors of works that are called as a place is; where one is near, the work is meant."""

WORKISH = frozenset(
    """
    book books novel novels film films movie read reading author bestseller director documentary trilogy sequel
    reviews review книга книги книгу роман романа фильм фильма фильме режиссер режиссёр buch roman film regie
    regisseur verfilmung książka kniha livre libro película band titel роману фильму книге романе повесть повести
    очерк очерке нарис нарисі книзі спектакль пьеса мемуары воспоминания публикация публикации автор автора автором
    монография монографии монографию сборник сборника сборнике альбом альбома путеводитель publikacja publikacji
    autorka książce książkę reportaż autor autorem knize knihu publikace sborník
    """.split()
)
"""Words near a name that make a title of it, where works are called by it and no preposition stands before it."""

OPERATIONS = frozenset(
    [
        "Offensive",
        "Operation",
        "Campaign",
        "Olympics",
        "Trial",
        "Trials",
        "Treaty",
        "Declaration",
        "Armistice",
        "Uprising",
    ]
)
"""Last words of the names of events; other such words end the names of institutions."""

STREETS = ("улицы ", "вулиці ", "ulice ", "streets ")
"""Words before a list of streets."""

STREETS_OR_TOWN = frozenset(["улицах", "улицам", "вулицях", "вулицями"])
"""Words for streets before a list of their names, or before the name of the town in which they are."""

METRO = frozenset(["метро", "станция метро", "станции метро", "metro", "métro", "station"])
"""Cues for a station of a metro, whose names are places where the data have them."""

NAMESAKES = frozenset(["named after", "named for", "benannt nach"])
"""Cues for a namesake, which a town itself can be: streets that are named after Stalingrad."""

STREETISH = ("straße", "strasse", "platz", "allee", "ulitsa", "street", "улиц")
"""How a word behind a hyphen begins that makes a street of a name."""

PREPOSITIONS = frozenset(
    """
    in at to from of on about near for before after over around outside against into since until through during
    between and um von bei vor nach aus im über gegen bis der den dem die das в во из под о об за на от до у к через
    после перед над про и с w z do pod o na po v u od k de à en sur la il y a sous par dans
    """.split()
)
"""Words before a name after which it is no title."""

CITIES = frozenset(
    """
    москва ленинград киев минск горький куйбышев казань уфа ташкент саратов ростов рига таллин вильнюс баку
    тбилиси ереван фрунзе караганда астрахань днепропетровск смоленск краснодар хабаровск рязань тула
    калуга воронеж архангельск иркутск томск барнаул кемерово moscow leningrad kiev gorky kuibyshev
    kazan ufa tashkent saratov rostov riga tallinn vilnius baku tbilisi yerevan moskau gorki kiew kasan taschkent
    moskwa
    kharkov kharkiv charkow odessa kherson cherson poltava poltawa lvov sevastopol kerch yalta simferopol tambov penza
    saransk izhevsk orel oryol kaluga tula rzhev rshew vyazma wjasma klin ivanovo kostroma yaroslavl jaroslawl vologda
    tyumen kurgan tomsk yakutsk vladivostok wladiwostok omsk magadan vorkuta norilsk samara samarkand bukhara ashgabat
    pskov novgorod makhachkala batumi kutaisi gomel mogilev vitebsk chelyabinsk voronezh woronesch bryansk zaporozhye
    saporoshje nikolaev kirovograd chernigov zhitomir taganrog novorossiysk stavropol pyatigorsk tashkent alma-ata
    rschew kalouga toula jitomir
    """.split()
)
"""Cities whose names do not look like a town's, but make a place of a neighbour in a list."""

PEOPLED = frozenset("киров фрунзе горький куйбышев калинин kirov frunze gorky gorki kuibyshev kalinin".split())
"""Cities of that list that are surnames too, so that they make no list of towns beside a further surname."""

TOWNISH = (
    "град",
    "бург",
    "ск",
    "цк",
    "поль",
    "бад",
    "ськ",
    "цьк",
    "горск",
    "grad",
    "burg",
    "stadt",
    "sk",
    "bad",
    "pol",
)
"""How names of towns end; a neighbour in a list that ends so makes a place of a name that could be a surname."""
