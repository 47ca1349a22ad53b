import re
import httpx
def test_probe(desk):
    with httpx.Client(base_url=str(desk.kept["labelstudio_url"]), trust_env=False) as s:
        page = s.get("/user/signup/"); login = s.get("/user/login/")
        proof = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', login.text)
        print("GET", page.status_code, dict(s.cookies), bool(proof))
        for link in ("/user/signup/", "/user/signup/?token=guessed"):
            a = s.post(link, data={"email": "eve@example.org", "password": "long enough 1", "csrfmiddlewaretoken": proof[1]}, headers={"Referer": f"{s.base_url}/user/signup/"})
            print(link, a.status_code, a.headers.get("location"), re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", a.text))[:200])
