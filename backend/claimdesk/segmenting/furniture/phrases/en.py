"""English."""
# ruff: noqa: E501 - one phrase is one line

ANYWHERE = {
    "continue-reading": """
        (continue|keep) reading [below|here|this story|the main story|this article]
        story continues below [advertisement]
        article continues (below|after) [this|the] [ad|advertisement]
        read (more|on) [here]
        [click|tap] [here] to (read|see|view) (more|the (full|whole) (story|article))
        read the (full|whole|original|entire) (story|article|post|report|text|piece|interview)
        read the (full|whole|original|entire) (story|article|post|report) (at|in|on|by) [the] NAME
        read the rest [of (this|the) (story|article|post|entry)]
        (see|show|view|load) more [stories|articles|comments|posts]
        (full|whole) (story|article) [here]
    """,
    "related": """
        (read also|also read|see also|read next|what to read next|further reading|don't miss)
        related [articles|stories|posts|news|content|coverage|topics|links|reading]
        more (on|about) this (topic|story|subject|issue)
        more (stories|news|articles|headlines|coverage) [like this|for you|from us]
        more from (this|the) (author|section|category|topic)
        more (in|from) (news|sport|politics|business|world|opinion|local|culture)
        you (may|might) (also like|be interested in) [this]
        (most|top) (read|popular|viewed|shared|commented) [stories|articles|news|posts]
        (latest|recent|other|top|trending) (news|stories|posts|articles|headlines|videos)
        recommended [for you|stories|reading|articles]
        trending now
        editor's (picks|choice)
        (read also|also read|see also|read next|read more|related|recommended|don't miss) : ...
        (related (story|article|stories|articles)|more on this [topic|story]) : ...
        (watch|listen|in pictures|also on our site|from the archive) : ...
    """,
    "share": """
        share
        share (this|the) (page|article|story|post|news) [(on|via|with|by|to) *|NETS]
        share (on|via|by|to) (email|NETS)
        share with (friends|your friends|others)
        share this [with your friends]
        NETS share
        copy link
        (tweet|pin|print|email|send|forward) this [page|article|story|post]
        send [this] to a friend
        like us on NETS
        follow us [on|at|in] [NETS]
        (join|find|follow) us on NETS
        (follow|join) our (channel|page|group) [on|in] [NETS] ...
        (share|tweet|print|email|save|pin|like) (share|tweet|print|email|save|pin|like) [share|tweet|print|email|save|pin|like] [share|tweet|print|email|save|pin]
        follow (her|him|them|me) on (x|NETS) [:] *
        share this : NETS
    """,
    "subscribe": """
        subscribe [now|today|here|to read|to continue|to continue reading|for full access]
        (subscribe|log in|sign in|register) (or|and|to) (subscribe|log in|sign in|register) [now]
        subscribe to (our|the) (channel|feed|podcast|magazine|paper|print edition|rss feed)
        subscribe to (our|the) (channel|feed) (on|in) NETS
        subscribe to NAME (for|from) * (a|per) (month|week|year)
        already a (subscriber|member) [log in|sign in]
        this (article|story|content) is [available] [only] for (subscribers|members) [only]
        (become a|sign up as a) (member|subscriber) [today|now]
        (start|try) your free trial [today|now]
        you have 0 [free] (article|articles|stories) (left|remaining) [this (month|week)]
        (you have|you've) reached your [monthly|article] limit [of [0] free (articles|stories)] [this month|for this month]
    """,
    "newsletter": """
        newsletter
        [subscribe|sign up] [to|for] (our|the) [free|daily|weekly|morning|evening] newsletter [today|now|here]
        (subscribe|sign up) to NAME newsletter
        (sign up|signup) for our [free|daily|weekly|morning|evening] newsletter ...
        subscribe to our [free|daily|weekly|morning|evening] newsletter ...
        get (our|the) [best|top|latest|daily|morning|free|weekly] * (in|to|straight to) your inbox ...
        never miss (a|another) (story|update|post|article)
        (enter|type) your email [address] [here]
        your email [address]
        (don't|never) miss (a|another) (story|update|post|article|thing) (sign up|subscribe) ...
        by (signing up|subscribing|registering|creating an account) you (agree|consent|accept) ...
        (click|tap) here to (subscribe|sign up) (to|for) (our|the) [free|daily|weekly|morning|evening] newsletter
    """,
    "cookie-notice": """
        [this|our] (site|website|page|we) (use|uses) cookies
        this (site|website) is protected by ...
        we use cookies [and similar technologies] (to|on|for) (this|our|improve|give|offer|provide|make|ensure|personalise|personalize|analyse|analyze) ...
        this (site|website|page) uses cookies [to|and|for|from|in order to] ...
        by (continuing|using) * (site|website) you (agree|consent|accept) ...
        (accept|reject|allow|decline|manage) [all] cookies
        (cookie|cookies) (settings|policy|preferences|notice|consent)
        (accept|reject) all [(accept|reject) all] [settings|preferences|manage preferences]
        (manage|change) [my|your] (cookies|cookie settings|privacy settings|preferences|consent)
        privacy settings
        (manage|customise|customize|change) (settings|options|choices|cookies|preferences) [and options]
        only (necessary|essential) [cookies]
        (decline|reject|necessary cookies|essential cookies) [all|only]
        (manage|change|edit|update) [my|your] cookie (preferences|settings|choices)
    """,
    "comment-form": """
        (leave|write|post|add) a (comment|reply|response)
        (leave|write|post|add) (comment|your comment)
        (cancel|post|submit) (reply|comment)
        leave a reply cancel reply
        (comments|comments are) (closed|off|disabled|turned off) [for this (post|article|story)]
        this (post|article|story|page) (takes|accepts) no [more|further] comments
        (no|0) (comment|comments|responses|replies) [yet] [on this (story|article)]
        (comment|comments)
        comments : 0
        (show|view|hide|see|read) [all] [the|0] comments
        (be the first|log in|sign in|login|you must be logged in|you must log in|register) to (comment|post a comment|leave a comment|reply)
        join the (conversation|discussion)
        your email [address] will not be published [required fields are marked]
        required fields are marked
        save my name email and website in this browser ...
        notify me of (new|follow-up|followup) (comments|posts) ...
        was this (article|story|page) (helpful|useful|interesting) [yes] [no]
    """,
    "advertisement": """
        advertisement
        [paid] (advertisement|advertising|sponsored|ad) [content|feature|message]
        (paid|sponsored) (content|post|by NAME)
        (advertise|advertising) with us
        skip (ad|advertisement)
        promoted [stories|content]
        [after] newsletter promotion
    """,
    "copyright": """
        [copyright|copyright c|c] [0] * * all rights reserved [0] [by NAME]
        copyright c 0 ...
        copyright 0 [by] NAME
        all rights reserved [0] [(by|to) NAME]
        copyright NAME 0
    """,
    "tags": """
        (tags|tag|topics|keywords|categories|filed under|labels|posted in) : ...
        (filed under|tagged with|posted in) NAME
        (tags|keywords|categories)
    """,
    "navigation": """
        (skip|jump) to [main|the] (content|navigation|menu|article|search)
        (home|homepage|front page|main menu|menu|search|search this site|site map|sitemap)
        (back|return) to (top|the top|home|homepage|the front page|all news|results)
        (previous|next|newer|older) (article|story|post|page|posts|entry) ...
        (log in|login|sign in|log out|register|my account|sign out|sign up)
        you are here : ...
        (terms of (use|service)|terms and conditions|privacy policy|legal notice|imprint) [*]
        (about us|contact us|who we are|careers|our team|site credits)
        (loading|please wait|page not found)
        0 (min|minute|minutes) read
        reading time : 0 (min|minutes)
        [listen to|play|print|save] this article
        [listen to|play|print|save] this (article|story) [0 (min|minutes)]
        this (article|story) is [more than] 0 (year|years|month|months) old
        skip past newsletter promotion
        list of 0 items
        (end of list|get in touch)
    """,
    "correction": """
        (correction|corrections|clarification|editor's note) : ...
        (an|this) (earlier|previous) version of this (article|story|report|post) ...
        this (article|story|report|post) (was|has been) (updated|corrected|amended|edited) ...
    """,
    "credit": """
        reporting was contributed by NAME ...
        (reporting|writing) by NAME [(in|from) NAME] [(additional|further) reporting by NAME] editing by NAME
        (additional|further) reporting [was contributed|contributed] by NAME [(in|from) NAME]
        (with|additional) (reporting|files|contributions) (by|from) NAME
        this (article|story|report|post) (was [originally|first] published|originally appeared|first appeared|is republished) (in|on|by|at|from|under|with) ...
        this (interview|conversation) (has been|was) [lightly] (edited|condensed|shortened) [[and] (edited|condensed|shortened)] [for (length|clarity|style) [[and] (length|clarity|style)]]
        this (article|story|report) was (produced|supported|made possible) (by|with|in) ...
    """,
    "support": """
        (donate|support us|donate now|make a donation|support our (work|journalism))
        (support|fund) (independent|our) journalism ...
        if you (like|liked|enjoyed|value) (this|our) (article|story|work|journalism) ...
        buy (me|us) a coffee
    """,
    "contact": """
        (got|have) a (tip|story|news tip) ...
        (send|email|e-mail) (us|your) (tips|a tip|your tips|news tips) ...
        (report|spotted|see|found|noticed) [a|an] (error|typo|mistake) ...
        (press|media) (contact|contacts|enquiries|inquiries|office|relations) [:]
        for (more|further) information [please] [contact|visit] [:]
        notes (to|for) editors [:]
        (tel|phone|telephone|fax|mobile|cell) [:] 0 [0] [0] [0] [0]
        (NAME|she|he|they) can be reached (at|by|on|via) * * (com|org|net|edu|gov|info|news|uk|us|ca|au|eu|ie|nz)
    """,
}

AT_EDGES = {
    "cookie-notice": """
        ... (this|our) (page|site|website) ... (cookies|settings|preferences|your device) ...
        ... (your device|your browser) ... (this|our) (page|site|website|partners) ...
        (take|accept|allow|reject|refuse) (them|all|everything) ... (needed|necessary|essential|settings|all|ones)
        we (and our|value|care about) ... (partners|privacy|consent) ...
    """,
    "comment-form": """
        ... your email [address] ... (required|star|starred|filled|published|marked|shown|us) ...
        (name|email|website|your name|your email) (email|website|comment|your email|name) ...
        comments (on|under|to|for) this (post|article|story) ...
        (please|to) (log in|sign in|register) ... comment ...
        (what do you think|have your say|tell us what you think) ...
    """,
    "credit": """
        translated (by|from) [the|our] (editorial|english|german|french|russian|ukrainian|spanish|editors|newsroom|NAME) ...
        translation (by|from) [the|NAME] ...
        (edited|compiled|produced|illustrated|photographed) by NAME
        (source|sources|via|credit|credits|image|images|video|graphic|map|illustration|data) : ...
        the rights (stay|remain) with ...
        republished (with|by|from) ...
        (interview|conversation|interviewed) by NAME
        (reporting|writing|editing) by NAME [(editing|reporting|writing) by NAME]
        interview : NAME it (has been|was) (shortened|edited) ...
        (interview|conversation|text|words|recorded by|interviewed by) : NAME
        this (interview|conversation) (has been|was) (edited|condensed|shortened) ...
    """,
    "newsletter": """
        ... newsletter ... (inbox|unsubscribe|sign up) ...
        ... (our|your) ... newsletter ...
        (get|receive|have) ... (delivered|sent|straight) ... (your inbox|by email) ...
        (sign up|subscribe|signup) ... (newsletter|inbox|updates|briefing|digest|email) ...
        ... (unsubscribe|cancel) (at any time|anytime|any time)
    """,
    "share": """
        share ... (with your friends|friends|on social media|NETS)
        (like|enjoyed) (this|the) (article|story) share ...
        (follow|join|find) (us|NAME) (on|at|in) NETS ...
    """,
    "subscribe": """
        subscribe to (NAME|us|our) ...
        (to (read|continue)|for full access) ... (subscribe|log in|sign in|register) ...
        you have (read|reached|0) ... (free|articles|limit) ...
    """,
    "copyright": """
        (no part of this|reproduction|republication) ... (permission|prohibited|forbidden|consent) ...
        (copyright|c) ... all rights reserved
        c 0 ... (reprint|reprinting|reproduction) ...
    """,
    "support": """
        ... (donate|donation|become a member|support us) ... (today|now|here|month|journalism)
    """,
    "navigation": """
        (contact|about|home|news|privacy|terms|imprint|sitemap) (contact|about|home|news|sport|privacy|terms|imprint|sitemap|us|policy|of|use) ...
    """,
    "contact": """
        (do you|have you) ... (email|write|contact|tell) ...
        (contact|contacts|press contact|media contact|press office|media enquiries|for further information|for more information) : ...
    """,
    "related": """
        more from NAME
        (read|see) more (about|on|in|from) *
    """,
}

BYLINES = {
    "author": """
        by NAME [ROLE]
        (written|posted|reported|story|text|words|author|authors|reporter) (by|:) [:] NAME [ROLE]
        by (our|a) [own|special] (correspondent|reporter|staff|staff writer|staff reporter|newsroom)
        by (staff|newsroom|editorial|web|news) [staff|desk|team|writer|reporter|reporters]
        (posted|published|written|updated) by NAME (on|at|in|:) DATE
        by NAME DATE
        by NAME (published|updated|posted) [on|:] DATE
        (author|authors|byline) : ...
        (by|words by|text by|story by) NAME (photographs|photos|pictures|photography|illustrations|video) by NAME
        by NAME in NAME
    """,
    "date": """
        (published|updated|last updated|posted|first published|last modified|modified|date|created) [on|at|:] DATE
        (published|posted) [on|at|:] DATE (updated|last updated|modified) [on|at|:] DATE
        0 (minutes|hours|days|weeks|minute|hour|day) ago
        (published|updated|posted) 0 (minutes|hours|days|minute|hour|day) ago
    """,
    "translator": """
        translated by NAME
        translated from [the] * by NAME
        translation : NAME
    """,
    "photo-credit": """
        (photo|photos|photograph|photographs|picture|pictures|image|images) (by|:|credit|credit :|courtesy of) NAME
        (photo|image|picture) (credit|credits|source|courtesy) [:] ...
        (photo|photos|image|picture) : ...
    """,
}
