"""
What the words around a name say of it: a place, a person, a part of an event's or a work's name, an institution.

A cue is a word, or several, beside a name; case does not count. Each list has an example, with the name in braces.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from .mention_kinds import MentionKind


class Cues(NamedTuple):
    """
    Words that speak for a kind.

    Attributes:
        kind: the kind that they speak for.
        side: whether they stand before or after the name.
        words: the words, separated by commas.
        example: a text with the name in braces.
        cases: the cases in which the name must stand, if they tell; empty for any.
    """

    kind: MentionKind
    side: Literal["before", "after"]
    words: str
    example: str
    cases: str = ""


NAMING = "ni"
"""The cases of a name after words such as "называться"."""

CUES = (
    Cues("person", "before", "о, об, обо, про, пра", "книга о {Чкалове}", "l"),
    Cues(
        "place",
        "before",
        """
        г, гг, гор, городах, м, горада, горадзе, посёлок, поселок, посёлка, поселка, посёлке, поселке, пос, пгт, село,
        села, селе, деревня, деревни, деревне, аул, ауле, хутор, станица, станции, станция, ст, порт, порта, порту,
        пристань, разъезд, райцентр, райцентра, столица, столице, столицы, дер, рп, слобода, селище, селищі, гр,
        пристанище, пристанището
        """,
        "родился в г. {Молотов}",
    ),
    Cues("place", "before", "город, городок, місто, горад, град, градът", "город {Молотов}", "n"),
    Cues("place", "before", "города, міста", "жители города {Молотова}", "ng"),
    Cues("place", "before", "городу, місту", "по городу {Молотову}", "nd"),
    Cues("place", "before", "городом, містом", "под городом {Молотовом}", "nip"),
    Cues("place", "before", "городе, місті", "в городе {Молотове}", "nl"),
    Cues(
        "place",
        "before",
        """
        city of, town of, village of, settlement of, the city, port of, region of, area of, capital of, city, town,
        ville de, la ville de, ciudad de, miasto, miasta, mieście, miastem, wieś, město, města, městě, mesto, meste,
        stadt, großstadt, kleinstadt, hauptstadt, industriestadt, hafenstadt, siedlung, ort, dorf, raum, richtung,
        unweit von, orașul, orașului, oraș, municipiul, localitatea, comuna, satul, qyteti, qytetin, miestas, pilsēta,
        linn, grad, gradu, miasteczko, miasteczku, miejscowość, miejscowości, městečko, městečku, obec, obci, vesnice,
        vesnici, città di, la città di, nella città di, cidade de, stad, şehri, şehrinin adı, kentinin adı
        """,
        "the city of {Molotov}",
    ),
    Cues("place", "before", "в, во", "жил в {Молотове}", "nl"),
    Cues("place", "before", "на", "на {Чкалове}", "l"),
    Cues(
        "place",
        "before",
        "из, близ, возле, вокруг, вблизи, недалеко от, неподалёку от, окрестности",
        "эвакуирован из {Молотова}",
        "g",
    ),
    Cues("place", "before", "под, над, за, пад, під", "бои под {Ворошиловском}", "in"),
    Cues(
        "place",
        "before",
        """
        центре, центр, центра, окраине, окраинах, пригороде, пригородах, улицах, улицам, оккупации, оккупация,
        освобождении, освобождения, освобождение, взятие, взятия, вокзале, вокзал, вокзала, аэродроме, аэропорту,
        госпиталях, госпитале, предприятиях, мэр, мэра, центрі, околиці, околицях, вулицях, визволення, окупації,
        районе, районі, часть, части, частина, частині, частини, штурм, штурме, штурма, обороне, обороны, оборона,
        бомбардировка, бомбардировки, застройка, застройке, застройки, переименование, переименования, переименованию,
        переименованием, переименовании, перейменування, перайменаванне, przemianowania, přejmenování, преименуване
        """,
        "в центре {Молотова}",
        "g",
    ),
    Cues("place", "before", "через, про", "ехал через {Молотов}", "n"),
    Cues(
        "place",
        "before",
        """
        на, удержать, взять, взяли, взял, взяв, занять, заняли, занял, заняв, захватить, захватили, освободить,
        освободили, оставить, оставили, покинуть, покинули, покинул, штурмовать, бомбить, бомбили, оборонять,
        защищать, посетить, посетил, посетили, отбить, сдать, сдали, окружить, окружили, звільнили, захопили, зайняли,
        вернуть, вернули, возвращать, восстановить, восстановили, восстанавливать, атаковать, атаковали, обстреливать,
        обстреляли, бомбил, бомбила, занимали, миновали, проехали, отстояли, отстоять, взяла, сдал, захватив,
        освободив, оставив, покинув, захопивши, захопити, захопив, звільнити, звільнив, звільнивши, взяти, взяв,
        зайняти, зайняв, зайнявши, залишити, залишили, залишивши, визволити, визволили, покинувши, обороняти
        """,
        "удержать {Калинин}",
        "n",
    ),
    Cues("place", "before", "у, в, ў", "у {Молотові}", "nl"),
    Cues("place", "before", "із, з, зі", "виїхав із {Молотова}", "g"),
    Cues("place", "before", "w, we", "w {Mołotowie}", "l"),
    Cues("place", "before", "z, ze", "z {Mołotowa}", "g"),
    Cues("place", "before", "v, ve", "v {Gottwaldově}", "l"),
    Cues("place", "before", "pod, nad, koło, blízko", "pod {Stalinogrodem}", "igna"),
    Cues("place", "before", "przez, přes", "przez {Mołotow}", "n"),
    Cues(
        "place",
        "before",
        """
        in, near, outside, around, into, toward, towards, evacuated to, moved to, went to, sent to, returned to,
        exiled to, transferred to, arrived in, arrived at, deported to, flew to, fled to, relocated to, travelled to,
        born at, hospital at, stationed at, live from, train to, road to, part of, outskirts of, streets of,
        centre of, center of, mayor of, via, advance on, advance to,
        movement to, conquest of, captured, recaptured, recapture of, capture of, occupation of, liberation of,
        bombing of, evacuation to, place of birth, birthplace, previously, factory at, plant at, inhabitants of,
        vicinity of, city as, town as, formerly, then called, called,
        renamed, renamed to, renamed as, known as, now, today, present-day, aka
        """,
        "born in {Molotov}",
    ),
    Cues(
        "place",
        "before",
        """
        nach, in, aus, bei, nahe, ehemals, früher, heute, jetzt, heutige, à, près de, vers, depuis, anciennement,
        aujourd'hui, en, cerca de, hacia, la, în, lângă, din, fost, azi, dawniej, dziś, obecnie, dnes, dříve, tehdy,
        conquista de, toma de, prise de, libération de, einnahme von, eroberung von, befreiung von, ma, akkor, į, buv,
        dabar, netoli, va, във, край, близо до
        """,
        "fuhr nach {Molotow}",
        "n",
    ),
    Cues(
        "place",
        "before",
        """
        ныне, теперь, сейчас, бывший, бывшего, бывшем, бывш, б, тогда, ранее, прежде, затем, потом, позже,
        впоследствии, переименованный, переименован в, переименовали в, переименована в, нині, тепер, колишній, тоді
        """,
        "Пермь (тогда {Молотов})",
    ),
    Cues(
        "place",
        "before",
        """
        называться, назывался, называлась, называлось, называется, именовался, именовалась, назван, названа, назвали,
        называли, стал, стала, станет, имя, именем, став, стало, название, названием, названия, имя города,
        переименован в, переименовать в, переименовали в, переименована в, переименовано в, переименовали,
        переименовать, переименованный в, перейменовано на, перейменувати на, перейменувати у, перейменувати в,
        перейменований на, назва, назву, назвою, named, name of, the name, was called, was named, name to, heißt,
        hieß, umbenannt in, namens der stadt, nazwa, nazwę, nazywał się, nazywało się, otrzymał imię, с надписью,
        надпис, napisem, aufschrift, otrzymało imię, nazwano je, imię, nazwą, przemianowano na, zwany, jménem, název,
        názvem, přejmenován na, přejmenováno na, nevezték, neve, numit, numele, redenumit, denumit, казвал, казва,
        казвала, нарича, наричан, преименуван на, преименувана на, прекръстен на, прекръстена на, името,
        rebaptisée, rebaptisé, appelée, llamada, renombrada
        """,
        "город назывался {Жданов}",
        NAMING,
    ),
    Cues(
        "place",
        "before",
        """
        evacuated from, moved from, train from, exiled from, returned from, came from, native of, resident of,
        residents of, sent from, people of, citizens of, workers of, suburb of, north of, south of, east of, west of,
        southwest of, southeast of, northwest of, northeast of, close to, capturing, liberated, recaptured, rond, nabij,
        inwoners van, ontruiming van, presso, vicino a, nei pressi di, cerca de, perto de,
        km from, miles from, жители, жителей, уроженец, уроженка, окрестности, окрестностях, севернее, южнее,
        восточнее, западнее, недалеко от, мешканці, мешканців, mieszkańcy, mieszkańców, obyvatelé, obyvatel
        """,
        "evacuated from {Molotov}",
    ),
    Cues(
        "place",
        "after",
        """
        oblast, region, province, district, raion, rayon, area, city, airport, обл, область, області, ссср, срср,
        ussr, rsfsr, рсфср, udssr, zsrr, sssr
        """,
        "{Molotov} airport",
        "n",
    ),
    Cues(
        "place",
        "after",
        """
        был переименован, была переименована, было переименовано, переименован, переименовали, переименовать,
        переименуют, переименовывают, был основан, основан, расположен, расположена, находится, находился,
        стал центром, стал городом, был центром, получил статус, город на, областной центр, районный центр, райцентр,
        был взят, был освобождён, освобождён, освобожден, освободили, был оккупирован, был перейменований,
        был освобожден, оккупирован, был захвачен, захвачен, был оставлен, был сдан, был окружён, был окружен, пал,
        был закрыт, бомбили,
        перейменовано, перейменували, was renamed, is renamed, was founded, is located, was located, was captured,
        was liberated, became a city, is a city, was a city, wurde umbenannt, liegt, przemianowano, byl přejmenován,
        был занят, городом, olarak değiştirildi, olarak adlandırıldı, városa, városban, városában, városát
        """,
        "{Молотов} был переименован в Пермь",
        "n",
    ),
    Cues(
        "person",
        "before",
        """
        товарищ, товарища, товарищу, товарищем, тов, т, генерал, маршал, маршала, маршалу, нарком, наркома, министр,
        министра, министру, министром, председатель, секретарь, секретаря, вождь, вождя, летчик, лётчик, летчика,
        лётчика, летчики, комкор, комиссар, диктатор, пан, панове, нарком, наркому, первый секретарь, друг, соратник,
        соратники
        """,
        "товарищ {Молотов}",
    ),
    Cues(
        "person",
        "before",
        """
        comrade, general, marshal, minister, foreign minister, premier, president, mr, ambassador, commissar,
        dictator, leader, pilot, aviator, secretary, genosse, genossen, marschall, außenminister, volkskommissar,
        diktator, flieger, towarzysz, towarzysza, marszałek, marszałka, minister, ministra, camarade, maréchal,
        ministre, compañero, mariscal, soudruh, soudruha, maršál, prezident, prezidenta, elvtárs, tovarășul,
        mareșalul, другаря, другарят
        """,
        "Foreign Minister {Molotov}",
    ),
    Cues(
        "person",
        "after",
        """
        said, says, told, wrote, replied, answered, declared, announced, signed, agreed, refused, proposed, insisted,
        demanded, cocktail, cocktails, pact, doctrine, himself, ribbentrop, and ribbentrop, was born, died, and his,
        sagte, erklärte, schrieb, antwortete, cocktails, cocktailów, koktel, koktél, powiedział, oświadczył, řekl,
        prohlásil, a déclaré, a dit
        """,
        "{Molotov} said",
    ),
    Cues(
        "person",
        "after",
        """
        сказал, сказав, заявил, заявив, писал, написал, говорил, ответил, подписал, предложил, приказал, родился,
        умер, поручил, доложил, выступил, спросил, отвечал, подчеркнул, и риббентроп, риббентроп, и риббентропа
        """,
        "{Молотов} заявил",
    ),
    Cues(
        "event",
        "before",
        """
        battle of, battle for, battles of, siege of, fall of, defeat at, victory at, disaster at, katastrophe von,
        niederlage von, niederlage bei, tragödie von, hölle von, kampf um, kämpfe um, kämpfen um, schlacht von,
        schlacht um, schlacht bei, битва за, битва под, битвы за, битвы под, битву за, битве за, битве под,
        битвой за, битвою за, битва при, битва для, битві за, битву під, битва під, сражение за, сражения за,
        сражение под, сражения под, bitwa pod, bitwy pod, bitwie pod, bitwa o, bitwę o, bitwy o, bitva u, bitvy u,
        bitvě u, bitva o, bitvy o, bătălia de la, bătălia pentru, bătăliei de la, bataille de, la bataille de,
        siège de, batalla de, la batalla de, battaglia di, assedio di, batalha de, slag om, slag bij, csata,
        битката за, битката при, битка за, битка при, walka o, walki o, walk o, walkach o, walce o, oblężenie,
        oblężenia, belägringen av, slaget om, slaget ved, slaget vid, beleiringen av, belejringen af, beleg van,
        ritirata di, campagna di, retraite de, campagne de, choc de, sitio de, cerco de, another, zweites,
        neues, nouveau, nuova, nieuw, nytt, druhý, druhého, второй, новый, другий, новий
        """,
        "the Battle of {Stalingrad}",
    ),
    Cues(
        "event",
        "after",
        """
        битва, битвы, битве, битву, битвой, битви, битві, бітва, битвата, битка, bitwa, bitwy, bitvy, bitva,
        сражение, сражения, сражении, операция, операции, операцию, наступательная операция, оборонительная операция,
        campaign, offensive, cauldron, pocket, victory, schlacht, csata, csatában, csatája, -i csata, kessel,
        conference, airlift
        """,
        "{Сталинградская} битва",
    ),
    Cues(
        "work",
        "before",
        """
        film, films, movie, novel, book, books, roman, romans, filmu, filma, filmul, buch, kniha, knihy, książka,
        książki, película, libro, livre, фильм, фильма, фильме, фильму, фильмом, кинофильм, роман, романа, романе,
        книга, книги, книгу, книге, поэма, пьеса, симфония, оперы, опера, спектакль, beevor's, beevors, grossman's,
        his, author of, sequel to, prequel to, газеты, газета, газете, газету, журнал, журнала
        """,
        "the film “{Stalingrad}”",
    ),
    Cues(
        "work",
        "after",
        """
        film, movie, novel, book, car, cars, limousine, limousines, miniseries, trilogy, фильм, album, symphony,
        by antony, by anthony, by vasily,
        by theodor
        """,
        "{Stalingrad} (film)",
    ),
    Cues(
        "word",
        "before",
        "a, an, my, your, her, another, second, next, new, ein, eine, un, une, jakiś",
        "she got a {Perm}",
    ),
    Cues(
        "institution",
        "before",
        """
        имени, им, імені, ім, імя, imeni, im, imienia, named after, named for, benannt nach, café, hotel, kino,
        restaurant, гостиница, гостинице, кинотеатр, кафе, ресторан, ресторане, стадион, стадионе, завод, завода,
        заводе, заводу, комбинат, колхоз, колхоза, колхозе, совхоз, фабрика, крейсер, крейсера, крейсере, крейсеру,
        крейсером, линкор, эсминец, пароход, парохода, теплоход, ледокол, ледокола, ледоколе, эскадрилья, cruiser,
        cruisers, ship, steamer, icebreaker, battleship, destroyer, uss, kreuzer, eisbrecher, dampfer, krążownik,
        krążownika, křižník, croiseur, crucero, crucișătorul, brigade, orden, order of, за оборону, за освобождение,
        shakhtar, shakhtyor, shakhter, schachtar, schachtjor, szachtar, szachtior, šachtar, chakhtar, sjachtar, dynamo,
        dinamo, dünamo, lokomotiv, spartak, torpedo, rotor, amkar, metalurh, metallurg, zorya, zarya, zoria,
        за взятие, for the defence of, for the defense of, за оборону міста, tj, fc, fk, hc, hk, фк, хк, мфк,
        канал, канала, канале, каналу, телеканал, телеканала, телеканале,
        орбитальной станции, орбитальная станция, орбитальную станцию, космической станции, космическая станция
        """,
        "the cruiser {Molotov}",
    ),
    Cues(
        "institution",
        "after",
        """
        regional administration, regional council, regional committee, city council, regional state administration,
        prize, prizes, front, fronts, army, division, ballet, theatre, theater, opera, works, plant, factory,
        tractor, institute, university, academy, brigade, museum, medal, line, фронт, фронта, фронту, фронтом,
        фронте, фронті, тракторный, тракторного, тракторном, тракторный завод, армия, дивизия, дивизии, полк, полка,
        завод, завода, заводе, комбинат, институт, института, университет, университета, педагогический, медицинский,
        училище, премия, премии, премию, премией, театр, театра, обком, обкома, горком, горкома, автозавод, gazette,
        preis, werk, werke, front, frontu, frontul, ballett, nagroda, nagrody, nagrodę, cena, ceny, cenu, díj, díjas
        """,
        "{Stalingrad} Front",
    ),
    Cues(
        "street",
        "before",
        """
        улица, улице, улицу, ул, проспект, проспекта, проспекте, просп, пр, площадь, площади, пл, вулиця, вул, площа,
        бульвар, метро, станция метро, ulica, ulicy, ulicą, ul, aleja, alei, al, plac, placu, náměstí, ulice, rue,
        rue de, avenue de, place, place de, la place, boulevard de, métro, station, strada, bulevardul, piața,
        street, plaza, calle, calle de, calles de, plaza de, rua, praça, quai de, allée de, bd, bd de, cours de, via,
        corso, piazza, stacji, stanice, вулицю
        """,
        "улица {Молотова}",
    ),
    Cues(
        "street",
        "after",
        """
        station, street, avenue, square, boulevard, straße, strasse, platz, allee, ring, metro, métro, utca, tér, út,
        улица, ул
        """,
        "{Molotov} Street",
    ),
)


@cache
def lexicon(side: Literal["before", "after"]) -> dict[str, tuple[Cues, ...]]:
    """
    Give the cues on one side of a name by their words, in small letters and with single spaces.

    Args:
        side: ``before`` or ``after``.

    >>> [cues.kind for cues in lexicon("before")["battle of"]]
    ['event']
    """
    found: dict[str, tuple[Cues, ...]] = {}
    for cues in CUES:
        if cues.side == side:
            for phrase in cues.words.split(","):
                words = " ".join(phrase.split())
                found[words] = (*found.get(words, ()), cues)
    return found


@cache
def nearest(side: Literal["before", "after"]) -> frozenset[str]:
    """
    Give the words of cues that stand next to the name.

    Args:
        side: ``before`` or ``after``.
    """
    parts = [re.findall(r"\w+", phrase) for phrase in lexicon(side)]
    return frozenset(words[-1 if side == "before" else 0] for words in parts if words)
