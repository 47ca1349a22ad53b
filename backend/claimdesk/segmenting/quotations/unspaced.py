"""Who is speaking, in Chinese and Japanese, which write no spaces and have no capitals.

What stands between the beginning of a clause and the verb of saying, or before the particle of
the subject, is the speaker, when it is short enough to be nothing else.
"""

import re

from claimdesk.segmenting.quotations.phrases import Attribution, Phrase

_LONGEST = 12
_REACH = 60
_CLAUSE_END = re.compile(r"[。！？!?；;\n”」』]")

_ZH_VERBS = """
说 说道 表示 称 指出 介绍 回忆 补充 强调 回答 答道 问 问道 写道 认为 解释 坦言 宣布 透露 感叹 笑道
喊道 告诉记者 告诉我们 承认 警告 呼吁 反驳 提醒 评论 說 說道 稱 介紹 回憶 補充 強調 問 問道 寫道
認為 解釋 透露 承認 反駁 告訴記者
""".split()
_ZH_VERB = re.compile("(?:" + "|".join(sorted(_ZH_VERBS, key=len, reverse=True)) + ")")
_ZH_AFTER = re.compile(
    r"\s?[，,]?\s?(?P<who>[^，。！？；：、,.!?;:“”「」\s]{0,40}?)(?P<verb>"
    + _ZH_VERB.pattern
    + r")(?:了|着|道)?(?=[，。！？；：,.!?;:“「]|$)"
)
_ZH_BEFORE = re.compile(r"(?P<verb>" + _ZH_VERB.pattern + r")(?:了|着|道|，|,)?\s?[：:，,]?\s?$")
_ZH_COMMAS = re.compile(r"[，、,]")
# What comes between a speaker and the verb: with whom, where, how, once more.
_ZH_BETWEEN = re.compile(
    r"对|對|向|在|于|就|也|还|還|又|则|則|曾|再|都|便|却|卻|接着|接著|随后|隨後|随即|笑着|笑著|哭着|"
    r"补充|補充|介绍|解释|解釋|强调|回答|坦言|感叹|大声|大聲|告诉|昨天|今天|昨日|今日|近日|当天|當天|这样|這樣|如此|不会|没有|沒有"
)
_ZH_ACCORDING = "据據有"
_ZH_ROLES = """
记者 渔民 村民 居民 市长 镇长 县长 村长 局长 主任 经理 总经理 董事长 教授 医生 老师 校长 馆长 站长
队长 发言人 负责人 工程师 警官 店主 司机 船长 会长 部长 书记 主席 总统 专家 市民 學者 学者 館長 市長
發言人 教師 醫生 居民 漁民 研究员 游客 园长 院长
""".split()
_ZH_PRONOUNS = {"他": False, "她": True, "他们": None, "她们": None, "我": None, "我们": None}

_JA_VERBS = (
    "述べ 話し 語っ 語り 語る 話す 話し 言っ 言い 言う 説明し 説明する 答え 指摘し "
    "強調し 笑っ 笑う 振り返っ 振り返る コメントし 訴え 明かし 明かす 呼びかけ "
    "発表し 書い 書き 記し "
    "尋ね 問い 叫ん つぶやい 打ち明け "
    "付け加え 反論し 期待し している 喜ん 喜ぶ 喜び 見通しを示し 認め 主張し 報告し"
).split()
_JA_VERB = re.compile("(?:" + "|".join(sorted(set(_JA_VERBS), key=len, reverse=True)) + ")")
_JA_NOUN = r"[一-鿿々〆ヶァ-ヴー・A-Za-zＡ-Ｚａ-ｚ]"
_JA_PHRASE = (
    rf"(?P<who>{_JA_NOUN}{{1,12}}(?:の{_JA_NOUN}{{1,12}}){{0,2}}"
    r"(?:さん|くん|ちゃん|たち|ら)?)(?:（[^）]{1,12}）)?"
)
_JA_SUBJECT = re.compile(_JA_PHRASE + r"(?:は|が|も)(?![一-鿿]*の)")
_JA_LEADING = re.compile(_JA_PHRASE + r"(?:は|が|も)[、,]?\s?$")
_JA_SOURCE = re.compile(_JA_PHRASE + r"(?:によると|によれば)")
_JA_PRONOUNS = {"彼": False, "彼女": True, "彼ら": None, "私": None}
_JA_TITLES = re.compile(
    r"(?:さん|氏|くん|ちゃん|社長|会長|市長|町長|村長|知事|教授|博士|部長|課長|所長|館長|園長|院長|駅長|"
    r"監督|選手|議員|首相|大臣|代表|校長|先生|店長|船長)$"
)


def after(text: str, start: int, end: int, language: str) -> Attribution | None:
    """`”渔民贺大有说`, `」と大庭さんは話した`; dropped where a verb stands without subject."""
    end = min(end, start + _REACH)
    if language == "ja":
        return _after_ja(text, start, end)
    found = _ZH_AFTER.match(text, start, end)
    if not found:
        return None
    return _attributed(text, found.start("who"), found.end("who"), found.start("verb"))


def before(text: str, start: int, end: int, language: str) -> Attribution | None:
    """`记者…说：“`, `…氏によると「`."""
    begin = _clause(text, start, end)
    if language == "ja":
        found = _last(_JA_SOURCE, text, begin, end)
        phrase = _named_ja(found) if found else None
        return Attribution(phrase, found.end("who")) if found and phrase else None
    found = _ZH_BEFORE.search(text, max(begin, end - _REACH // 2), end)
    if not found:
        return None
    verb = found.start("verb")
    commas = [comma.end() for comma in _ZH_COMMAS.finditer(text, begin, verb)]
    for first in (*reversed(commas[-2:]), begin):
        attribution = _attributed(text, first, verb, verb)
        if attribution and attribution.speaker.kind != "dropped":
            return attribution
    return Attribution(Phrase(verb, verb, "dropped"), verb)


def opener(text: str, start: int, end: int, language: str) -> Phrase | None:
    """`社長は「`: the subject before a quotation whose verb stands behind it."""
    if language != "ja":
        return None
    begin = _clause(text, start, end)
    leading = _last(_JA_LEADING, text, max(begin, end - _REACH // 2), end)
    return _named_ja(leading) if leading else None


def _clause(text: str, start: int, end: int) -> int:
    """Where the sentence that leads up to `end` begins."""
    begin = start
    for stop in _CLAUSE_END.finditer(text, start, end):
        begin = stop.end()
    return begin


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    return max(pattern.finditer(text, start, end), key=lambda found: found.start(), default=None)


def _attributed(text: str, start: int, end: int, verb: int) -> Attribution | None:
    """A Chinese subject before its verb; dropped where nothing but adverbs stands there."""
    between = _ZH_BETWEEN.search(text, start, end)
    stop = between.start() if between else end
    while start < stop and (text[start].isspace() or text[start] in _ZH_ACCORDING):
        start += 1
    if start >= stop:
        return Attribution(Phrase(verb, verb, "dropped"), verb)
    who = text[start:stop]
    if who in _ZH_PRONOUNS:
        phrase = Phrase(start, stop, "pronoun", who.endswith("们"), _ZH_PRONOUNS[who])
        return Attribution(phrase, verb)
    start += _office(who)
    if stop - start > _LONGEST:
        return None
    return Attribution(Phrase(start, stop, "name"), verb)


def _office(who: str) -> int:
    """How many characters say what somebody is, before two to four of a name."""
    longest = 0
    for role in _ZH_ROLES:
        place = who.rfind(role)
        behind = place + len(role)
        if place >= 0 and len(who) - behind >= 2 and behind > longest:
            longest = behind
    return longest


def _after_ja(text: str, start: int, end: int) -> Attribution | None:
    if not text.startswith(("と", "、と", "などと"), start):
        return None
    stop = _CLAUSE_END.search(text, start, end)
    limit = stop.start() if stop else end
    verb = _last(_JA_VERB, text, start + 1, limit)
    if not verb:
        return None
    subject = _JA_SUBJECT.search(text, start + 1, verb.start())
    phrase = _named_ja(subject) if subject else None
    return Attribution(phrase or Phrase(verb.start(), verb.start(), "dropped"), verb.start())


def _named_ja(found: re.Match[str]) -> Phrase | None:
    """The phrase without the title that ends a name of two characters or more."""
    start, stop = found.span("who")
    who = found.group("who")
    if who in _JA_PRONOUNS:
        return Phrase(start, stop, "pronoun", who == "彼ら", _JA_PRONOUNS[who])
    title = _JA_TITLES.search(who)
    if title and title.start() >= 2:
        stop = start + title.start()
    return Phrase(start, stop, "name") if stop - start <= _LONGEST else None
