"""
How native letters are written in Latin script: tables checked by hand, a row a letter, a column a scheme.

A dot stands for nothing. The rules of a scheme are regular expressions over the small native letters, applied in order
before the table; what they put in Latin letters stays. Sources: BGN/PCGN romanization systems; ISO 9:1995; ISO 9984;
ISO 9985; the scientific transliteration of Slavistics; and the customs of each language's newspapers and atlases of the
time (Duden for German). Folding drops accents and apostrophes, so that they need not be exact here.
"""

from __future__ import annotations

Rules = tuple[tuple[str, str], ...]

VOWELS = "аеёиоуыэюяіїєўъьй'"
"""What Russian, Ukrainian and Belarusian е and є are iotated after, the signs, й and the apostrophe included."""

_IOTATED = rf"(^|(?<=[{VOWELS}]))"
_SOFT_L = "л(?=[еёиюяьіїє])"

RUSSIAN = """
    bgn  iso9 scholarly german  french polish czech hungarian romanian spanish dutch
а   a    a    a         a       a      a      a     a         a        a       a
б   b    b    b         b       b      b      b     b         b        b       b
в   v    v    v         w       v      w      v     v         v        v       v
г   g    g    g         g       g      g      g     g         g        g       g
д   d    d    d         d       d      d      d     d         d        d       d
е   e    e    e         e       e      e      e     e         e        e       e
ё   e    e    e         jo      io     io     jo    jo        io       io      jo
ж   zh   ž    ž         sch     j      ż      ž     zs        j        zh      zj
з   z    z    z         s       z      z      z     z         z        z       z
и   i    i    i         i       i      i      i     i         i        i       i
й   y    j    j         i       i      j      j     j         i        i       j
к   k    k    k         k       k      k      k     k         k        k       k
л   l    l    l         l       l      ł      l     l         l        l       l
м   m    m    m         m       m      m      m     m         m        m       m
н   n    n    n         n       n      n      n     n         n        n       n
о   o    o    o         o       o      o      o     o         o        o       o
п   p    p    p         p       p      p      p     p         p        p       p
р   r    r    r         r       r      r      r     r         r        r       r
с   s    s    s         s       s      s      s     sz        s        s       s
т   t    t    t         t       t      t      t     t         t        t       t
у   u    u    u         u       ou     u      u     u         u        u       oe
ф   f    f    f         f       f      f      f     f         f        f       f
х   kh   h    x         ch      kh     ch     ch    h         h        j       ch
ц   ts   c    c         z       ts     c      c     c         ț        ts      ts
ч   ch   č    č         tsch    tch    cz     č     cs        ci       ch      tsj
ш   sh   š    š         sch     ch     sz     š     s         ș        sh      sj
щ   shch ŝ    šč        schtsch chtch  szcz   šč    scs       șci      shch    sjtsj
ъ   .    .    .         .       .      .      .     .         .        .       .
ы   y    y    y         y       y      y      y     i         î        i       y
ь   .    .    .         .       .      .      .     .         .        .       .
э   e    è    è         e       e      e      e     e         e        e       e
ю   yu   û    ju        ju      iou    ju     ju    ju        iu       yu      joe
я   ya   â    ja        ja      ia     ja     ja    ja        ia       ya      ja
"""
RUSSIAN_RULES: dict[str, Rules] = {
    "bgn": ((rf"{_IOTATED}е", "ye"), (rf"{_IOTATED}ё", "ye")),
    "popular": (("[иы]й$", "y"), ("^й", "y"), ("й", "i"), ("ё", "yo"), ("кс", "x")),
    "german": (
        ("(?<=[аеиоуыэюя])с(?=[аеиоуыэюя])", "ss"),
        (rf"{_IOTATED}е", "je"), ("^й", "j"), ("(?<=[иы])й$", ""), ("кс", "x"), ("(?<=[жчшщ])ё", "o"),
    ),
    "french": (("(?<=[иы])й$", ""), ("кс", "x"), ("г(?=[еиы])", "gu"), ("(?<=[аеиоуыэюя])с(?=[аеиоуыэюя])", "ss")),
    "french-e": (("(?<=[иы])н$", "ne"),),
    "polish": (
        (rf"{_IOTATED}е", "je"), (_SOFT_L, "l"), ("(?<=[жцш])и", "y"), ("(?<=[бвгдзкмнпрстфх])е", "ie"),
        ("(?<=[бвгдзкмнпрстфх])ю", "iu"), ("(?<=[бвгдзкмнпрстфх])я", "ia"), ("(?<=l)ю", "u"), ("(?<=l)я", "a"),
        ("ий$", "i"), ("ый$", "y"),
    ),
    "czech": ((rf"{_IOTATED}е", "je"), ("(?<=[жчшщ])ё", "o")),
    "scholarly-ch": (("х", "ch"),),
    "hungarian": ((rf"{_IOTATED}е", "je"), ("сс", "ssz")),
    "hungarian-soft": (("н(?=[еёиюяь])", "ny"), ("д(?=[еёиюяь])", "gy"), ("т(?=[еёиюяь])", "ty")),
    "romanian": (("ч(?=[еи])", "c"), ("г(?=[еи])", "gh"), ("(?<=[иы])й$", "")),
    "spanish": (("г(?=[еи])", "gu"), ("(?<=[иы])й$", ""), ("кс", "x")),
    "spanish-o": (("град$", "grado"),),
    "dutch": ((rf"{_IOTATED}е", "je"), ("(?<=[иы])й$", "")),
}  # fmt: skip
RUSSIAN_VARIANTS = {
    "popular": "bgn", "scholarly-ch": "scholarly", "french-e": "french", "hungarian-soft": "hungarian",
    "spanish-o": "spanish",
}  # fmt: skip

UKRAINIAN = """
    national bgn  iso9 scholarly german  french polish
а   a        a    a    a         a       a      a
б   b        b    b    b         b       b      b
в   v        v    v    v         w       v      w
г   h        h    g    h         h       h      h
ґ   g        g    g    g         g       g      g
д   d        d    d    d         d       d      d
е   e        e    e    e         e       e      e
є   ie       ye   ê    je        je      ie     je
ж   zh       zh   ž    ž         sch     j      ż
з   z        z    z    z         s       z      z
и   y        y    i    y         y       y      y
і   i        i    i    i         i       i      i
ї   i        yi   i    ji        ji      ï      ji
й   i        y    j    j         j       ï      j
к   k        k    k    k         k       k      k
л   l        l    l    l         l       l      ł
м   m        m    m    m         m       m      m
н   n        n    n    n         n       n      n
о   o        o    o    o         o       o      o
п   p        p    p    p         p       p      p
р   r        r    r    r         r       r      r
с   s        s    s    s         s       s      s
т   t        t    t    t         t       t      t
у   u        u    u    u         u       ou     u
ф   f        f    f    f         f       f      f
х   kh       kh   h    x         ch      kh     ch
ц   ts       ts   c    c         z       ts     c
ч   ch       ch   č    č         tsch    tch    cz
ш   sh       sh   š    š         sch     ch     sz
щ   shch     shch ŝ    šč        schtsch chtch  szcz
ь   .        .    .    .         .       .      .
ю   iu       yu   û    ju        ju      iou    ju
я   ia       ya   â    ja        ja      ia     ja
'   .        .    .    .         .       .      .
"""
UKRAINIAN_RULES: dict[str, Rules] = {
    "national": (("^є", "ye"), ("^ї", "yi"), ("^й", "y"), ("^ю", "yu"), ("^я", "ya"), ("зг", "zgh")),
    "popular": (("(?<=[иі])й$", ""),),
    "german": (("(?<=[иі])й$", ""),),
    "french": (("(?<=[иі])й$", ""),),
    "polish": ((_SOFT_L, "l"), ("(?<=[бвгдзкмнпрстфх])ю", "iu"), ("(?<=[бвгдзкмнпрстфх])я", "ia"), ("ий$", "yj")),
}

BELARUSIAN = """
    bgn  iso9 national german
а   a    a    a        a
б   b    b    b        b
в   v    v    v        w
г   h    g    h        h
ґ   g    g    g        g
д   d    d    d        d
е   ye   e    ie       e
ё   yo   e    io       jo
ж   zh   ž    ž        sch
з   z    z    z        s
і   i    i    i        i
й   y    j    j        j
к   k    k    k        k
л   l    l    l        l
м   m    m    m        m
н   n    n    n        n
о   o    o    o        o
п   p    p    p        p
р   r    r    r        r
с   s    s    s        s
т   t    t    t        t
у   u    u    u        u
ў   w    ŭ    ŭ        u
ф   f    f    f        f
х   kh   h    ch       ch
ц   ts   c    c        z
ч   ch   č    č        tsch
ш   sh   š    š        sch
ы   y    y    y        y
ь   .    .    .        .
э   e    è    e        e
ю   yu   û    iu       ju
я   ya   â    ia       ja
'   .    .    .        .
"""
BELARUSIAN_RULES: dict[str, Rules] = {
    "national": ((rf"{_IOTATED}е", "je"), (rf"{_IOTATED}ё", "jo"), (rf"{_IOTATED}ю", "ju"), (rf"{_IOTATED}я", "ja")),
    "german": ((rf"{_IOTATED}е", "je"),),
}

BULGARIAN = """
    streamlined bgn  iso9 scholarly german french
а   a           a    a    a         a      a
б   b           b    b    b         b      b
в   v           v    v    v         w      v
г   g           g    g    g         g      g
д   d           d    d    d         d      d
е   e           e    e    e         e      e
ж   zh          zh   ž    ž         sch    j
з   z           z    z    z         s      z
и   i           i    i    i         i      i
й   y           y    j    j         j      ï
к   k           k    k    k         k      k
л   l           l    l    l         l      l
м   m           m    m    m         m      m
н   n           n    n    n         n      n
о   o           o    o    o         o      o
п   p           p    p    p         p      p
р   r           r    r    r         r      r
с   s           s    s    s         s      s
т   t           t    t    t         t      t
у   u           u    u    u         u      ou
ф   f           f    f    f         f      f
х   h           kh   h    x         ch     kh
ц   ts          ts   c    c         z      ts
ч   ch          ch   č    č         tsch   tch
ш   sh          sh   š    š         sch    ch
щ   sht         sht  ŝ    št        scht   cht
ъ   a           ŭ    .    ă         a      a
ь   y           .    .    j         j      .
ю   yu          yu   û    ju        ju     iou
я   ya          ya   â    ja        ja     ia
"""
BULGARIAN_RULES: dict[str, Rules] = {"streamlined": (("ия$", "ia"),)}

KAZAKH = """
    bgn iso9
а   a   a
ә   ä   a
б   b   b
в   v   v
г   g   g
ғ   gh  g
д   d   d
е   e   e
ё   yo  e
ж   zh  ž
з   z   z
и   i   i
й   y   j
к   k   k
қ   q   k
л   l   l
м   m   m
н   n   n
ң   ng  n
о   o   o
ө   ö   o
п   p   p
р   r   r
с   s   s
т   t   t
у   u   u
ұ   u   u
ү   ü   u
ф   f   f
х   kh  h
һ   h   h
ц   ts  c
ч   ch  č
ш   sh  š
щ   shch ŝ
ъ   .   .
ы   y   y
і   i   i
ь   .   .
э   e   è
ю   yu  û
я   ya  â
"""
KYRGYZ = KAZAKH.replace("ж   zh ", "ж   j  ")

TAJIK = """
    bgn iso9
а   a   a
б   b   b
в   v   v
г   g   g
ғ   gh  g
д   d   d
е   e   e
ё   yo  e
ж   zh  ž
з   z   z
и   i   i
ӣ   ī   i
й   y   j
к   k   k
қ   q   k
л   l   l
м   m   m
н   n   n
о   o   o
п   p   p
р   r   r
с   s   s
т   t   t
у   u   u
ӯ   ū   u
ф   f   f
х   kh  h
ц   s   c
ҳ   h   h
ҷ   j   c
ч   ch  č
ш   sh  š
щ   sh  ŝ
ъ   .   .
ы   i   y
ь   .   .
э   e   è
ю   yu  û
я   ya  â
"""
TAJIK_RULES: dict[str, Rules] = {
    "bgn": (("(?<=[аеёиӣоуӯыэюя])ц(?=[аеёиӣоуӯыэюя])", "ts"),),
    "popular": ((r"(^|(?<=[аеёиӣоуӯыэюяй]))е", "ye"), ("ц", "ts")),
}

GEORGIAN = """
    national iso9984 german
ა   a        a       a
ბ   b        b       b
გ   g        g       g
დ   d        d       d
ე   e        e       e
ვ   v        v       w
ზ   z        z       s
თ   t        t       t
ი   i        i       i
კ   k        k       k
ლ   l        l       l
მ   m        m       m
ნ   n        n       n
ო   o        o       o
პ   p        p       p
ჟ   zh       ž       sch
რ   r        r       r
ს   s        s       s
ტ   t        t       t
უ   u        u       u
ფ   p        p       p
ქ   k        k       k
ღ   gh       ġ       gh
ყ   q        q       q
შ   sh       š       sch
ჩ   ch       č       tsch
ც   ts       c       z
ძ   dz       j       ds
წ   ts       c       z
ჭ   ch       č       tsch
ხ   kh       x       ch
ჯ   j        ǰ       dsch
ჰ   h        h       h
"""

ARMENIAN = """
    bgn iso9985
ա   a   a
բ   b   b
գ   g   g
դ   d   d
ե   e   e
զ   z   z
է   e   ē
ը   y   ë
թ   t   t
ժ   zh  ž
ի   i   i
լ   l   l
խ   kh  x
ծ   ts  ç
կ   k   k
հ   h   h
ձ   dz  j
ղ   gh  ġ
ճ   ch  č
մ   m   m
յ   y   y
ն   n   n
շ   sh  š
ո   o   o
չ   ch  č
պ   p   p
ջ   j   ǰ
ռ   rr  ṙ
ս   s   s
վ   v   v
տ   t   t
ր   r   r
ց   ts  c
ւ   v   w
փ   p   p
ք   k   k
օ   o   ò
ֆ   f   f
և   ev  ew
"""
ARMENIAN_RULES: dict[str, Rules] = {
    "bgn": (("(^|(?<=[աեէըիոօ])|(?<=ու))(?=[եև])", "y"), ("^ո(?!ւ|վ$)", "vo"), ("ու", "u")),
    "popular": (("ռ", "r"),),
    "iso9985": (("ու", "ow"),),
}

TABLES: dict[str, tuple[str, dict[str, Rules], dict[str, str]]] = {
    "ru": (RUSSIAN, RUSSIAN_RULES, RUSSIAN_VARIANTS),
    "uk": (UKRAINIAN, UKRAINIAN_RULES, {"popular": "bgn"}),
    "be": (BELARUSIAN, BELARUSIAN_RULES, {}),
    "bg": (BULGARIAN, BULGARIAN_RULES, {}),
    "kk": (KAZAKH, {}, {}),
    "ky": (KYRGYZ, {}, {}),
    "tg": (TAJIK, TAJIK_RULES, {"popular": "bgn"}),
    "ka": (GEORGIAN, {}, {}),
    "hy": (ARMENIAN, ARMENIAN_RULES, {"popular": "bgn"}),
}
"""By language: the table, the rules, and the schemes that are another one with further rules."""
