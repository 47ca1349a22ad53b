# ruff: noqa: E501 - the lines of pages are as long as sites make them
"""The kinds of pages that tests/pages/ has: one function for each way to build a site.

Every template imitates a structure that is common on the web, none a certain site. `Part` is what
an article consists of; `Gold` says which of it the template shows as its text.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape


@dataclass(frozen=True)
class Article:
    """An invented article; a part is its kind (p, h, quote, entry, row) and its text."""

    name: str
    language: str
    title: str
    lead: str
    parts: list[tuple[str, str]]


@dataclass(frozen=True)
class Phrases:
    """What stands around articles, in one language."""

    also: str
    share: str
    letter: str
    comments: str
    cookies: str
    most: str
    by: str
    rights: str


@dataclass(frozen=True)
class Setting:
    """An article, its phrases, and the others that a site would offer beside it."""

    article: Article
    say: Phrases
    others: list[Article]
    author: str = "Lenka Morrow"
    site: str = "The Lantern"
    day: str = "2026-03-12"


@dataclass(frozen=True)
class Built:
    """A page; what of it is text beside title and parts; and its encoding."""

    html: str
    lead: bool = False
    encoding: str = "utf-8"
    inserted: list[str] = field(default_factory=list)
    """What stands after the second part."""
    added: list[str] = field(default_factory=list)
    """What stands at the end."""
    cut: int | None = None


Template = Callable[[Setting], Built]


def e(text: str) -> str:
    return escape(text, quote=False)


def direction(s: Setting) -> str:
    return ' dir="rtl"' if s.article.language in ("ar", "he") else ""


def body(s: Setting, paragraph: str = "<p>{}</p>", between: dict[int, str] | None = None) -> str:
    """The parts as most sites write them, with something after some of them."""
    out: list[str] = []
    for number, (kind, parts) in enumerate(grouped(s.article.parts)):
        text = e(parts[0])
        if kind == "p":
            out.append(paragraph.format(text))
        elif kind == "h":
            out.append(f"<h2>{text}</h2>")
        elif kind == "quote":
            out.append(f"<blockquote><p>{text}</p></blockquote>")
        elif kind == "entry":
            out.append("<ul>" + "".join(f"<li>{e(one)}</li>" for one in parts) + "</ul>")
        else:
            rows = ["".join(f"<td>{e(cell)}</td>" for cell in one.split(" | ")) for one in parts]
            out.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        out.append((between or {}).get(number, ""))
    return "\n".join(out)


def grouped(parts: list[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """Parts, entries of one list and rows of one table together."""
    held: list[str] = []
    for number, (kind, text) in enumerate(parts):
        held.append(text)
        following = parts[number + 1][0] if number + 1 < len(parts) else ""
        if kind not in ("entry", "row") or following != kind:
            yield kind, held
            held = []


def menu(s: Setting) -> str:
    names = "Home News Region Sport Culture Weather Puzzles Jobs Contact".split()
    links = "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in names)
    return f'<nav class="main-nav"><ul>{links}</ul></nav>'


def teasers(s: Setting, count: int = 4, tag: str = "li") -> str:
    return "".join(
        f'<{tag} class="teaser"><a href="/{one.name}">{e(one.title)}</a></{tag}>'
        for one in s.others[:count]
    )


def cards(s: Setting, count: int = 3) -> str:
    return "".join(
        f'<div class="card"><a href="/{one.name}"><h3>{e(one.title)}</h3></a>'
        f"<p>{e(one.lead)}</p></div>"
        for one in s.others[:count]
    )


def thread(s: Setting, count: int = 12) -> str:
    """Readers talking, at length, in the sentences of other articles."""
    sentences = [text for one in s.others for kind, text in one.parts if kind == "p"]
    return "\n".join(
        f'<li class="comment" id="comment-{n}"><div class="comment-author">reader{n}</div>'
        f'<div class="comment-content"><p>{e(sentences[n % len(sentences)])}</p></div>'
        f'<a class="reply" href="#respond">Reply</a></li>'
        for n in range(count)
    )


def described(s: Setting, **more: object) -> str:
    """JSON-LD as a content system writes it."""
    thing = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": s.article.title,
        "datePublished": f"{s.day}T08:30:00+01:00",
        "author": [{"@type": "Person", "name": s.author}],
        "publisher": {"@type": "Organization", "name": s.site},
        "inLanguage": s.article.language,
        **more,
    }
    return f'<script type="application/ld+json">{json.dumps(thing, ensure_ascii=False)}</script>'


def head(s: Setting, extra: str = "", *, charset: str = "utf-8", site: bool = True) -> str:
    title = f"{s.article.title} | {s.site}" if site else s.article.title
    return (
        f'<!DOCTYPE html><html lang="{s.article.language}"{direction(s)}><head>'
        f'<meta charset="{charset}"><title>{e(title)}</title>{extra}</head>'
    )


def social(s: Setting) -> str:
    return (
        f'<meta property="og:title" content="{escape(s.article.title)}">'
        f'<meta property="og:site_name" content="{s.site}">'
        f'<meta property="og:description" content="{escape(s.article.lead)}">'
        f'<meta property="article:published_time" content="{s.day}T07:00:00Z">'
        f'<link rel="canonical" href="https://lantern.example/{s.article.name}">'
    )


def classic_wordpress(s: Setting) -> Built:
    return Built(
        head(s, social(s))
        + f"""<body class="post-template-default single single-post comments-open">
<div id="page" class="site"><header id="masthead"><a href="/">{s.site}</a>{menu(s)}</header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main">
<article id="post-4711" class="post-4711 post type-post status-publish format-standard hentry">
<header class="entry-header"><h1 class="entry-title">{e(s.article.title)}</h1>
<div class="entry-meta"><span class="posted-on"><time class="entry-date published"
 datetime="{s.day}T10:00:00+00:00">12 March 2026</time></span> <span class="byline">{s.say.by}
 <a rel="author" href="/author/lm">{s.author}</a></span></div></header>
<div class="entry-content">{body(s)}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">{s.say.share}</h3><ul><li>
<a href="#">Facebook</a></li><li><a href="#">Telegram</a></li></ul></div></div>
<footer class="entry-footer"><span class="cat-links">Posted in <a href="/c/region">Region</a></span>
<span class="tags-links">Tagged <a href="/t/a">council</a>, <a href="/t/b">summer</a></span></footer>
</article><nav class="post-navigation"><a href="/p" rel="prev">{e(s.others[0].title)}</a>
<a href="/n" rel="next">{e(s.others[1].title)}</a></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">{s.say.comments} (14)</h2>
<ol class="comment-list">{thread(s, 14)}</ol><div id="respond" class="comment-respond">
<h3>Leave a Reply</h3><form><p>Your email address will not be published.</p><textarea></textarea>
</form></div></div></main></div>
<aside id="secondary" class="widget-area"><section class="widget"><h2>{s.say.most}</h2>
<ul>{teasers(s, 6)}</ul></section><section class="widget"><h2>Archives</h2><ul><li>
<a href="/2026/02">February 2026</a> (31)</li></ul></section></aside></div>
<footer id="colophon"><p>{s.say.rights}</p></footer></div></body></html>"""
    )


def block_theme(s: Setting) -> Built:
    quote = e(s.article.parts[0][1].split(". ")[0])
    inside = {
        1: f"""<figure class="wp-block-pullquote"><blockquote><p>{quote}</p></blockquote></figure>""",
        3: f"""<div class="wp-block-group newsletter-box"><h3>Newsletter</h3><p>{s.say.letter}</p>
<form><input type="email"><button>OK</button></form></div>""",
    }
    return Built(
        head(s, social(s) + described(s))
        + f"""<body><div class="wp-site-blocks"><header class="wp-block-template-part">{menu(s)}
</header><main class="wp-block-group"><h1 class="wp-block-post-title">{e(s.article.title)}</h1>
<div class="wp-block-post-date"><time datetime="{s.day}">12.03.2026</time></div>
<div class="entry-content wp-block-post-content">{body(s, "<p class='wp-block-paragraph'>{}</p>", inside)}
</div><div class="wp-block-post-author"><p class="wp-block-post-author__name">{s.author}</p>
<p class="wp-block-post-author__bio">{s.author} writes about rivers, roads and money for {s.site}.
She lives by the sea with two dogs.</p></div>
<div class="wp-block-query"><h2>{s.say.also}</h2>{cards(s, 4)}</div></main>
<footer class="wp-block-template-part"><p>{s.say.rights}</p></footer></div></body></html>"""
    )


def newspaper(s: Setting) -> Built:
    link = f'<p class="inline-teaser"><strong>{s.say.also}:</strong> <a href="/x">{e(s.others[2].title)}</a></p>'
    return Built(
        head(s, social(s) + described(s))
        + f"""<body><div class="cookie-layer" role="dialog"><h2>Cookies</h2><p>{s.say.cookies}</p>
<button>OK</button><a href="/privacy">Privacy</a></div><header>{menu(s)}</header>
<div class="layout"><main class="layout__main"><article class="story">
<span class="story__kicker">Region</span><h1 class="story__headline">{e(s.article.title)}</h1>
<p class="story__lead">{e(s.article.lead)}</p>
<div class="story__meta">{s.say.by} {s.author} · <time datetime="{s.day}T06:00">12. 3. 2026, 06:00</time></div>
<figure><img src="/a.jpg" alt=""><figcaption>The place in spring. Photo: A. Verrel</figcaption></figure>
{body(s, '<p class="story__paragraph">{}</p>', {0: '<div class="ad">Advertisement</div>', 2: link})}
<ul class="story__share"><li><a href="#">{s.say.share}</a></li><li><a href="#">Mail</a></li></ul>
</article><section class="comments" id="kommentare"><h2>{s.say.comments}</h2><ol>{thread(s, 6)}</ol>
</section></main><aside class="layout__side"><section><h2>{s.say.most}</h2><ol>{teasers(s, 8)}</ol>
</section><section>{cards(s, 3)}</section></aside></div><footer><p>{s.say.rights}</p>
<a href="/imprint">Imprint</a></footer></body></html>""",
        lead=True,
    )


def bootstrap_blog(s: Setting) -> Built:
    return Built(
        head(s, site=False)
        + f"""<body><div class="navbar navbar-expand-lg"><a class="navbar-brand">{s.site}</a>{menu(s)}</div>
<div class="container"><div class="row"><div class="col-md-8"><h1 class="mt-4">{e(s.article.title)}</h1>
<p class="lead">by <a href="#">{s.author}</a></p><hr><p>Posted on March 12, 2026 at 9:00 AM</p><hr>
<img class="img-fluid rounded" src="/b.jpg" alt="">{body(s)}<hr>
<div class="card my-4"><h5 class="card-header">Leave a Comment:</h5><div class="card-body"><form>
<textarea rows="3"></textarea><button class="btn">Submit</button></form></div></div>
{"".join(f'<div class="media mb-4"><div class="media-body"><h5 class="mt-0">Commenter {n}</h5>{e(one.parts[1][1])}</div></div>' for n, one in enumerate(s.others[:5]))}
</div><div class="col-md-4"><div class="card my-4"><h5 class="card-header">Categories</h5>
<ul class="list-unstyled">{teasers(s, 5)}</ul></div><div class="card my-4">
<h5 class="card-header">Side Widget</h5><div class="card-body">You can put anything you want inside
of these side widgets. They are easy to use.</div></div></div></div></div>
<footer class="py-5"><div class="container"><p class="m-0 text-center">{s.say.rights}</p></div></footer>
</body></html>"""
    )


def tables_of_2003(s: Setting) -> Built:
    lines = [text for _, text in s.article.parts]
    text = "<br><br>\n".join(e(one) for one in lines)
    return Built(
        f"""<HTML><HEAD><TITLE>{s.site}: {e(s.article.title)}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF>
<TABLE WIDTH=760 BORDER=0><TR><TD COLSPAN=3><FONT SIZE=5>{s.site}</FONT></TD></TR>
<TR><TD WIDTH=140 VALIGN=top>{"".join(f'<A HREF="{n}.htm">{e(one.title)}</A><BR>' for n, one in enumerate(s.others[:7]))}</TD>
<TD VALIGN=top><FONT FACE=Verdana SIZE=4><B>{e(s.article.title)}</B></FONT><BR><BR>
<FONT FACE=Verdana SIZE=2>{text}</FONT><BR><BR><A HREF="print.asp?id=7">Print version</A> |
<A HREF="mailto:x@lantern.example">E-mail</A></TD>
<TD WIDTH=120 VALIGN=top><FONT SIZE=1><B>{s.say.most}</B><BR>{"<BR>".join(f"<A HREF=#>{e(one.lead)}</A>" for one in s.others[:5])}</FONT></TD></TR>
<TR><TD COLSPAN=3 ALIGN=center><FONT SIZE=1>{s.say.rights}</FONT></TD></TR></TABLE></BODY></HTML>"""
    )


def amp(s: Setting) -> Built:
    return Built(
        f"""<!doctype html><html amp lang="{s.article.language}"{direction(s)}><head><meta charset="utf-8">
<script async src="https://cdn.ampproject.org/v0.js"></script><title>{e(s.article.title)}</title>
<link rel="canonical" href="https://lantern.example/{s.article.name}">{described(s)}
<style amp-custom>p{{margin:1em}}</style></head><body><header class="amp-header"><a href="/">{s.site}</a></header>
<amp-sidebar id="menu" layout="nodisplay"><ul>{teasers(s, 6)}</ul></amp-sidebar>
<amp-consent id="c" layout="nodisplay"><div><p>{s.say.cookies}</p><button on="tap:c.accept">OK</button></div></amp-consent>
<article class="amp-wp-article"><header><h1>{e(s.article.title)}</h1><div class="amp-wp-meta">{s.say.by} {s.author}</div></header>
<div class="amp-wp-article-content">{body(s, between={1: '<amp-ad width="300" height="250"></amp-ad>', 2: '<amp-img src="c.jpg" width="4" height="3"></amp-img>'})}</div>
<footer><a href="#comments">{s.say.comments}</a></footer></article>
<amp-list class="related"><h3>{s.say.also}</h3>{cards(s, 3)}</amp-list>
<footer class="amp-footer"><p>{s.say.rights}</p></footer></body></html>"""
    )


def drupal(s: Setting) -> Built:
    return Built(
        head(s, social(s))
        + f"""<body class="html not-front node-type-article"><div id="page-wrapper"><div id="header">{menu(s)}</div>
<div id="breadcrumb"><a href="/">Home</a> » <a href="/news">News</a> » {e(s.article.title)}</div>
<div id="main-wrapper"><div id="content" class="column"><h1 class="title" id="page-title">{e(s.article.title)}</h1>
<div class="region region-content"><div id="node-88" class="node node-article clearfix">
<div class="meta submitted">Submitted by <span class="username">{s.author}</span> on Thu, 03/12/2026 - 07:12</div>
<div class="content clearfix"><div class="field field-name-field-image"><img src="d.jpg"></div>
<div class="field field-name-body field-type-text-with-summary"><div class="field-items"><div class="field-item even">{body(s)}</div></div></div>
<div class="field field-name-field-tags"><h3>Tags:</h3><ul class="links"><li><a href="/t/1">Harbour</a></li><li><a href="/t/2">Budget</a></li></ul></div></div>
<ul class="links inline"><li class="comment-add"><a href="/c">Add new comment</a></li><li>1204 reads</li></ul></div></div></div>
<div id="sidebar-second"><div class="block block-views"><h2>{s.say.most}</h2>{cards(s, 5)}</div></div></div>
<div id="footer">{s.say.rights}</div></div></body></html>"""
    )


def press_release(s: Setting) -> Built:
    return Built(
        head(s)
        + f"""<body><div id="top">{menu(s)}</div><div id="wrap"><div class="release">
<div class="release-date">12.03.2026</div><h1>{e(s.article.title)}</h1><h2 class="subline">{e(s.article.lead)}</h2>
<div class="release-text">{body(s)}</div>
<div class="boiler"><h4>About {s.site}</h4><p>{s.site} is a service for towns and counties. More than four hundred
offices publish their notices here, free of charge.</p></div>
<div class="contact"><h4>Contact</h4><p>Press office, 12 Quay Street, Port Merrin<br>Telephone 0555 0100<br>
<a href="mailto:press@lantern.example">press@lantern.example</a></p></div></div>
<div class="more"><h3>{s.say.also}</h3><ul>{teasers(s, 5)}</ul></div></div><div id="foot">{s.say.rights}</div></body></html>""",
        lead=True,
    )


def public_broadcaster(s: Setting) -> Built:
    box = f"""<div class="related-box" data-component="related"><h3>{s.say.also}</h3><ul>{teasers(s, 3)}</ul></div>"""
    photo = """<figure data-component="image"><div><img src="e.jpg"><span class="source">Image source, Verrel Pictures</span></div>
<figcaption>The view from the tower on a quiet day</figcaption></figure>"""
    return Built(
        head(s, social(s) + described(s))
        + f"""<body><div id="root"><header role="banner">{menu(s)}</header><main id="main-content" role="main"><article>
<header data-component="headline"><h1 id="main-heading" tabindex="-1">{e(s.article.title)}</h1></header>
<div data-component="byline"><div class="s1"><time datetime="{s.day}T05:11:00Z">3 hours ago</time></div><div class="s2">{s.author}</div></div>
{photo}{body(s, '<div data-component="text-block" class="ssrcss-11r1m41"><div class="ssrcss-7uxr49"><p class="ssrcss-1q0x1qg"><span>{}</span></p></div></div>', {1: box, 3: photo})}
<section data-component="links"><h2>More on this</h2><ul>{teasers(s, 4)}</ul></section></article></main>
<section data-component="top-stories">{cards(s, 5)}</section><footer role="contentinfo"><p>{s.say.rights}</p></footer></div></body></html>"""
    )


def story_platform(s: Setting) -> Built:
    return Built(
        head(s, social(s))
        + f"""<body><div id="root"><div class="a b c"><div class="d e"><a href="/">{s.site}</a><button>Sign in</button></div></div>
<article><div class="f g"><section><div class="h i"><div><h1 class="pw-post-title j k">{e(s.article.title)}</h1>
<h2 class="pw-subtitle-paragraph l">{e(s.article.lead)}</h2></div><div class="speechify m"><a href="/@lm">{s.author}</a><button>Follow</button>
<span>4 min read</span><span>Mar 12, 2026</span></div><div class="n o"><button>128</button><button>9</button><p>Listen</p><p>Share</p></div>
{body(s, '<p id="a1" class="pw-post-body-paragraph p q r">{}</p>')}</div></section></div></article>
<div class="s t"><div><h2>Written by {s.author}</h2><p>1.2K Followers</p><p>Notes on small places.</p></div></div>
<div class="u v"><h2>More from {s.author}</h2>{cards(s, 4)}</div><div class="w"><a>Help</a><a>Status</a><a>About</a></div></div></body></html>""",
        lead=True,
    )


def wiki(s: Setting) -> Built:
    edit = '<span class="mw-editsection">[<a href="/edit">edit</a>]</span>'
    text = body(s).replace("</h2>", f"</h2>{edit}")
    return Built(
        head(s)
        + f"""<body class="mediawiki ltr sitedir-ltr ns-0 ns-subject page"><div id="mw-page-base"></div>
<div id="content" class="mw-body" role="main"><h1 id="firstHeading" class="firstHeading">{e(s.article.title)}</h1>
<div id="bodyContent"><div id="siteSub">From {s.site}, the free news source</div><div id="mw-content-text"><div class="mw-parser-output">
<div class="thumb tright"><div class="thumbinner"><img src="f.png"><div class="thumbcaption">Map of the region</div></div></div>
{text}</div></div><div class="printfooter">Retrieved from <a href="/">https://lantern.example</a></div>
<div id="catlinks"><a href="/cat">Categories</a>: <ul><li><a>News</a></li><li><a>2026</a></li></ul></div></div></div>
<div id="mw-navigation"><div id="p-logo"></div><div class="portal"><h3>Navigation</h3><ul>{teasers(s, 8)}</ul></div></div>
<div id="footer"><ul><li>This page was last edited on 12 March 2026, at 09:14.</li><li>{s.say.rights}</li></ul></div></body></html>"""
    )


def static_site(s: Setting) -> Built:
    return Built(
        head(s, f'<meta name="author" content="{s.author}">')
        + f"""<body><header><a href="/">~/lm</a> <a href="/about">about</a> <a href="/index.xml">rss</a></header><main>
<h1>{e(s.article.title)}</h1><aside>12 March 2026 · 3 minutes</aside>{body(s)}</main>
<footer>Powered by a pile of Markdown files.</footer></body></html>"""
    )


def scripts_only(s: Setting) -> Built:
    text = "\n\n".join(text for _, text in s.article.parts)
    return Built(
        head(s, social(s) + described(s, articleBody=text))
        + """<body><noscript>You need to enable JavaScript to run this app.</noscript><div id="app"><div class="spinner">Loading</div></div>
<script>window.__STATE__={"route":"/article","flags":[1,2,3]};</script><script src="/main.8c1f.js"></script></body></html>"""
    )


def endless(s: Setting) -> Built:
    second = Setting(s.others[0], s.say, s.others[1:])
    third = Setting(s.others[1], s.say, s.others[2:])

    def one(of: Setting, number: int) -> str:
        return f"""<article class="post-full" data-page="{number}"><header><h1>{e(of.article.title)}</h1>
<span class="meta">{of.author}</span></header><div class="post-full-content">{body(of)}</div><div class="share">{of.say.share}</div></article>"""

    return Built(
        head(s, social(s))
        + f"""<body><header>{menu(s)}</header><main class="infinite">{one(s, 1)}<div class="divider">{s.say.also}</div>
{one(second, 2)}{one(third, 3)}</main><footer>{s.say.rights}</footer></body></html>"""
    )


def paywall(s: Setting) -> Built:
    return Built(
        head(s, social(s) + described(s, isAccessibleForFree=False))
        + f"""<body><div id="consent-overlay" class="overlay"><div class="overlay__text"><h1>Your choice</h1><p>{s.say.cookies}</p><p>{s.say.cookies}</p></div></div>
{menu(s)}<div class="page"><article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{e(s.article.title)}</h1>
<p class="intro" itemprop="description">{e(s.article.lead)}</p><div itemprop="articleBody" class="text-cropped">{body(cropped(s))}</div>
<div class="paywall-offer"><h3>Continue reading with a subscription</h3><p>All articles, the app and the weekend paper for 1 crown in the first month.
Cancel whenever you like.</p><a class="btn" href="/abo">Subscribe now</a><p>Already a subscriber? <a href="/login">Sign in</a></p></div></article>
<div class="rail"><h3>{s.say.most}</h3><ul>{teasers(s, 7)}</ul></div></div><footer>{s.say.rights}</footer></body></html>""",
        lead=True,
        cut=4,
    )


def cropped(s: Setting) -> Setting:
    a = s.article
    return Setting(Article(a.name, a.language, a.title, a.lead, a.parts[:4]), s.say, s.others)


def long_comments(s: Setting) -> Built:
    return Built(
        head(s)
        + f"""<body><div class="wrapper"><div class="topbar">{menu(s)}</div><div class="post"><h2 class="post-title"><a href="#">{e(s.article.title)}</a></h2>
<div class="post-info">12.03.2026, {s.author}</div><div class="post-text">{body(s)}</div></div>
<div class="discussion"><h3>{s.say.comments}: 40</h3><ul class="replies">{thread(s, 40).replace("comment", "reply")}</ul></div></div><div class="bottom">{s.say.rights}</div></body></html>"""
    )


def line_breaks(s: Setting) -> Built:
    text = "<br /><br />\n".join(
        f"<b>{e(text)}</b>" if kind == "h" else e(text) for kind, text in s.article.parts
    )
    return Built(
        head(s)
        + f"""<body><div id="head">{menu(s)}</div><div id="center"><div class="news_title">{e(s.article.title)}</div>
<div class="news_date">12.03.2026 08:00</div><div class="news_text" id="text">{text}<br /><br /><i>{s.author}</i></div>
<div class="soc"><a href="#">{s.say.share}</a></div><div class="read_more">{s.say.also}:<br />
{"<br />".join(f'<a href="#">{e(one.title)}</a>' for one in s.others[:5])}</div></div><div id="right">{cards(s, 4)}</div>
<div id="bottom">{s.say.rights}</div></body></html>"""
    )


def spans(s: Setting) -> Built:
    text = "".join(
        f'<div class="x1"><span class="x2"><span class="x3">{e(text)}</span></span></div>'
        for _, text in s.article.parts
    )
    return Built(
        head(s, social(s))
        + f"""<body><div class="x9"><div class="x10">{menu(s)}</div><div class="x11"><span class="x12"><h1>{e(s.article.title)}</h1></span>
<div class="x20">{text}</div></div><div class="x13"><span>{s.say.most}</span>{"".join(f'<div class="x14"><a href="#"><span>{e(one.title)}</span></a><span>{e(one.lead)}</span></div>' for one in s.others[:6])}</div>
<div class="x15"><span>{s.say.rights}</span></div></div></body></html>"""
    )


def broken_markup(s: Setting) -> Built:
    text = "\n<p>".join(
        e(text) if kind != "h" else f"<h3>{e(text)}" for kind, text in s.article.parts
    )
    return Built(
        f"""<html><head><title>{e(s.article.title)} - {s.site}</title><body><body class=second><div class=nav><ul><li><a href=/>Home<li><a href=/n>News</ul>
<div class="content"><h1>{e(s.article.title)}<p>{text}
</div></div><div class="sidebar><p>{s.say.letter}</div><ul>{teasers(s, 4)}</ul><div id=footer>{s.say.rights}"""
    )


def old_encoding(s: Setting) -> Built:
    encoding = "windows-1251" if s.article.language in ("ru", "uk") else "iso-8859-1"
    return Built(
        f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset={encoding}"><title>{e(s.article.title)}</title>
<meta name="description" content="{escape(s.article.lead)}"></head><body><div id="menu">{"".join(f"<a href=#>{e(one.title)}</a> " for one in s.others[:5])}</div>
<div id="article"><h1>{e(s.article.title)}</h1><div class="author">{s.author}</div>{body(s)}<p align="right"><a href="/forum">Forum</a></p></div>
<div id="copyright">{s.say.rights}</div></body></html>""",
        encoding="cp1251" if encoding == "windows-1251" else "cp1252",
    )


def embedded_posts(s: Setting) -> Built:
    post = """<blockquote class="twitter-tweet" data-lang="en"><p lang="en" dir="ltr">The queue reaches round the corner and the coffee has run out. Nobody leaves.
<a href="https://t.example/x">pic</a></p>&mdash; Mo (@mo_here) <a href="https://t.example/1">March 12, 2026</a></blockquote><script async src="/widgets.js"></script>"""
    return Built(
        head(s, social(s) + described(s))
        + f"""<body>{menu(s)}<div class="content-wrap"><div class="article-head"><h1>{e(s.article.title)}</h1><div class="standfirst">{e(s.article.lead)}</div></div>
<div class="article-body">{body(s, between={1: post, 2: f'<div class="promo"><a href="/p"><img src="g.jpg">{e(s.others[3].title)}</a></div>'})}</div>
<div class="author-bio"><img src="h.jpg"><p><b>{s.author}</b> is a reporter for {s.site}. She covers councils, coasts and complaints.</p></div>
<div class="outbrain"><h4>Around the web</h4>{cards(s, 4)}</div></div><footer>{s.say.rights}</footer></body></html>""",
        lead=True,
        inserted=[
            "The queue reaches round the corner and the coffee has run out. Nobody leaves. pic",
            "— Mo (@mo_here) March 12, 2026",
        ],
    )


def live_blog(s: Setting) -> Built:
    entries = "".join(
        f"""<li class="live-entry"><div class="stamp"><time datetime="{s.day}T{9 + n:02}:15">{9 + n:02}:15</time></div><div class="live-entry__body"><p>{e(text)}</p></div></li>"""
        for n, (kind, text) in enumerate(s.article.parts)
        if kind == "p"
    )
    return Built(
        head(s, social(s) + described(s, **{"@type": "LiveBlogPosting"}))
        + f"""<body><header>{menu(s)}</header><main><div class="live"><h1>{e(s.article.title)}</h1><p class="summary">{e(s.article.lead)}</p>
<ol class="live-list">{entries}</ol><button>Load more</button></div><aside class="side"><h2>{s.say.most}</h2><ol>{teasers(s, 6)}</ol></aside></main>
<footer>{s.say.rights}</footer></body></html>""",
        lead=True,
    )


def repeated_lines(s: Setting) -> Built:
    refrain = s.article.parts[1][1]
    again = f"<p>{e(refrain)}</p>"
    return Built(
        head(s, social(s))
        + f"""<body><div class="shell">{menu(s)}<section class="teaser-top"><p>{e(refrain)}</p><a href="#more">…</a></section>
<section class="text"><h1>{e(s.article.title)}</h1>{body(s)}{again}{again}</section><section class="teasers">{cards(s, 5)}</section></div><footer>{s.say.rights}</footer></body></html>""",
        added=[refrain, refrain],
    )


TEMPLATES: dict[str, Template] = {
    "amp": amp,
    "block-theme": block_theme,
    "bootstrap": bootstrap_blog,
    "broadcaster": public_broadcaster,
    "broken": broken_markup,
    "drupal": drupal,
    "embedded": embedded_posts,
    "endless": endless,
    "line-breaks": line_breaks,
    "live": live_blog,
    "long-comments": long_comments,
    "newspaper": newspaper,
    "old-encoding": old_encoding,
    "paywall": paywall,
    "platform": story_platform,
    "press": press_release,
    "refrain": repeated_lines,
    "scripts": scripts_only,
    "spans": spans,
    "static": static_site,
    "tables": tables_of_2003,
    "wiki": wiki,
    "wordpress": classic_wordpress,
}
