"""Languages of which only the commonest phrases are known, reason by reason."""
# ruff: noqa: E501 - one phrase is one line

ANYWHERE = {
    "continue-reading": """
        (อ่านเพิ่มเติม|อ่านต่อ|อ่านทั้งหมด)
        (läs mer|läs vidare|läs hela artikeln|läs hela texten)
        (xem thêm|đọc thêm|đọc tiếp|xem tiếp|xem chi tiết)
        (더보기|더 보기|기사 더보기|전체 기사 보기)
    """,
    "related": """
        (อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง|อ่านข่าวที่เกี่ยวข้อง) : ...
        (läs mer|läs också|läs även|se även) : ...
        (xem thêm|đọc thêm|tin liên quan) : ...
        (관련기사|관련 기사) [: ...]
        (läs också|läs även|relaterade artiklar)
        (tin liên quan|bài liên quan|tin cùng chuyên mục)
        (ข่าวที่เกี่ยวข้อง|เรื่องที่เกี่ยวข้อง)
    """,
    "copyright": """
        [저작권자] [c] [0] * (무단전재|무단 전재) [및] (재배포|복제|재배포금지|재배포 금지|복제 금지) [금지]
        [저작권자] [c] [0] * (무단전재 재배포 금지|무단 전재 재배포 금지|무단전재 금지|무단 전재 금지)
        저작권자 c ...
    """,
}

AT_EDGES: dict[str, str] = {}

BYLINES = {
    "author": """
        * (기자|특파원|선임기자) [*]
        (기자|글) [:] *
    """,
    "date": """
        (입력|수정|등록|승인|최종수정|기사입력) [:] DATE [(수정|업데이트|최종수정) [:] DATE]
    """,
    "photo-credit": """
        (사진|사진제공) : ...
        (getty images|shutterstock|istock|istockphoto|alamy|unsplash|pixabay|pexels|imago images|picture alliance|ap photo|depositphotos|adobe stock)
    """,
}
