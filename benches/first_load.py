"""How much the first page sends, compressed, before a phone can work: page, styles, scripts.

Fonts are left out: they come afterwards, once, and the page is readable without them.
"""

import gzip
import re
from pathlib import Path

from measure.figures import at_most
from measure.station import opened, training

KILOBYTES_MOST = 60.0
GZIP_LEVEL = 9
TINY = 0.001  # of the operation's people: this page does not depend on them
_LINKED = re.compile(r'(?:src|href)="(/static/[^"]+\.(?:css|js))"')
_IMPORTED = re.compile(r'(?:from|import)\s*\(?\s*"(\.{0,2}/[^"]+\.js)"|@import\s+"([^"]+\.css)"')


def main() -> None:
    """Asks for the front page as somebody signed in, and for all that it links to."""
    with training(TINY) as folder:
        opened(folder)
        from django.contrib.auth.models import User
        from django.contrib.staticfiles import finders
        from django.test import Client

        client = Client(headers={"host": "localhost"})
        client.force_login(User.objects.get(username="gate-clerk"))
        answer = client.get("/", follow=True)
        assert answer.status_code == 200
        found = {"the page": answer.content}
        wanted = list(dict.fromkeys(_LINKED.findall(answer.content.decode())))
        while wanted:
            address = wanted.pop()
            content = Path(finders.find(address.removeprefix("/static/"))).read_bytes()
            found[address] = content
            wanted.extend(one for one in _imports(address, content) if one not in found)
    sizes = {name: len(gzip.compress(content, GZIP_LEVEL)) for name, content in found.items()}
    for name, size in sorted(sizes.items(), key=lambda one: -one[1]):
        print(f"{size / 1000:7.1f} kB  {name}")
    print("first load:", at_most(sum(sizes.values()) / 1000, KILOBYTES_MOST, " kB"))


def _imports(address: str, content: bytes) -> list[str]:
    """What a style or script loads by itself."""
    above = address.rpartition("/")[0]
    found = []
    for script, style in _IMPORTED.findall(content.decode()):
        name = script or style
        found.append(name if name.startswith("/static/") else _joined(above, name))
    return found


def _joined(above: str, name: str) -> str:
    parts = above.split("/")
    for step in name.split("/"):
        if step == "..":
            parts.pop()
        elif step != ".":
            parts.append(step)
    return "/".join(parts)


if __name__ == "__main__":
    main()
