"""Pages for people, and the RDF of each node."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import quote

import factory
import pytest
import rdflib

from kg.graph.combine import combine
from kg.graph.iris import encode
from kg.graph.library import named_queries
from kg.graph.store import Graph

GRAPH = Graph(combine([factory.knowledge(), factory.hostile()]))
NODES = sorted({s.removeprefix(GRAPH.base) for s, _, _ in GRAPH.triples})


class Reader(HTMLParser):
    """The text of a page, its elements and its links."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.text, self.tags, self.links = "", [], []
        self.feed(page.decode())

    def handle_data(self, data):
        self.text += data

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.links += [value for name, value in attrs if name in ("href", "src")]


def test_an_entity_has_a_page_with_the_words_that_say_it(ask):
    """Label, class, posts with dates, and quotes with their place in the page."""
    status, headers, content = ask("/id/" + quote("person-高远山"), Accept="text/html")
    page = Reader(content)
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    for words in (
        "高远山",
        "官员",
        "云川市委书记",
        "2023-06-21",
        "2025-03",
        "市委书记高远山",
        "page-2023-06.txt 69-76",
    ):
        assert words in page.text, words


@pytest.mark.parametrize("local", NODES[:: len(NODES) // 60])
def test_every_node_can_be_looked_up(ask, local):
    """By the address of its IRI, as a page and as RDF that tells of it."""
    path = "/id/" + quote(local, safe="%")
    assert ask(path, Accept="text/html")[0] == 200
    status, _, content = ask(path, Accept="application/n-triples")
    assert status == 200
    assert (rdflib.URIRef(GRAPH.base + local), None, None) in rdflib.Graph().parse(data=content, format="nt")


@pytest.mark.parametrize("name", factory.HOSTILE)
def test_hostile_names_are_only_words(ask, name):
    """They are shown as they are and add no element, attribute or script to the page."""
    status, headers, content = ask("/id/" + quote(encode(f"person-{name}"), safe="%"), Accept="text/html")
    page = Reader(content)
    assert status == 200
    # A page shows no mark that a browser could take for something else than a character to be seen.
    shown = re.sub("[\x00-\x08\x0b-\x1f\u202e\ufeff]", "\ufffd", name)
    assert " ".join(shown.split()) in " ".join(page.text.split())
    assert not [tag for tag, _ in page.tags if tag in ("script", "img", "b", "iframe")]
    assert not [key for _, attributes in page.tags for key in attributes if key.startswith("on")]
    assert all(link.startswith(("/", "https://w3id.org/", "data:,", "http")) for link in page.links)
    assert "default-src 'none'" in headers["content-security-policy"]


@pytest.mark.parametrize(("extension", "form"), [("ttl", "turtle"), ("nt", "nt"), ("jsonld", "json-ld")])
def test_an_extension_says_which_form_is_wanted(ask, extension, form):
    """What the Turtle says of a person: himself, his tenures and the words for them."""
    status, _, content = ask("/id/" + quote(f"person-白松涛.{extension}"), Accept="text/html")
    graph = rdflib.Graph().parse(data=content, format=form)
    words = {str(o) for o in graph.objects(None, rdflib.URIRef("http://www.w3.org/ns/oa#exact"))}
    assert status == 200
    assert {"原市发改委主任白松涛", "白松涛任市政协副主席"} <= words


@pytest.mark.parametrize(
    "path", ["/id/", "/id/nobody", "/id/%FF", "/id/..%2F..%2Fetc%2Fpasswd", "/etc/passwd", "/id/%3E", "/x"]
)
def test_what_is_not_there_is_not_found(ask, path):
    assert ask(path)[0] == 404


def test_a_post_whose_names_hold_the_separator_is_found(ask):
    """The underscore in a body's name is escaped in the IRI of its post, and survives a browser."""
    (post,) = [n for n in NODES if n.startswith("post-") and "passwd" in n]
    assert ask("/id/" + quote(post, safe="%"), Accept="text/html")[0] == 200


def test_the_query_page_offers_every_named_query(ask):
    page = Reader(ask("/")[2])
    offered = {attributes.get("value") for tag, attributes in page.tags if tag == "option"}
    assert set(named_queries()) <= offered
    known = json.loads(ask("/queries.json")[2])
    assert known["queries"]["holders"]["text"] == named_queries()["holders"].text
    assert known["base"] == GRAPH.base


def test_no_page_asks_anybody_else(ask):
    """Styles and scripts come from this server; there is no CDN."""
    for path in ("/", "/id/" + quote("person-高远山")):
        page = Reader(ask(path, Accept="text/html")[2])
        loaded = [a.get("src") or a.get("href") for tag, a in page.tags if tag in ("script", "img", "link")]
        assert all(link.startswith(("/", "data:,")) for link in loaded)
        assert all(
            ask(link)[0] == 200 for link in loaded if link.startswith("/") and not link.startswith("/id/")
        )


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("kg:part", "kg:partOf"),
        ("隶属", "kg:partOf"),
        ("高远", "<https://w3id.org/fangzhi/id/person-高远山>"),
        ("Q" * 1000, None),
        ("", None),
    ],
)
def test_terms_and_names_are_completed(ask, words, first):
    found = json.loads(ask("/suggest?q=" + quote(words))[2])
    assert (found[0]["insert"] if found else None) == first
    assert len(found) <= 20


def test_the_explorer_and_the_file_stand_beside_it(ask, folder):
    """The explorer may run its own scripts and ask nobody."""
    status, headers, content = ask("/graph.html")
    assert (status, content) == (200, (folder / "graph.html").read_bytes())
    assert "connect-src" not in headers["content-security-policy"]
    assert ask("/graph.ttl")[2] == (folder / "graph.ttl").read_bytes()


def test_the_data_set_is_where_void_says(ask):
    """RFC 5785: /.well-known/void leads to the description."""
    status, headers, _ = ask("/.well-known/void")
    assert status == 303
    assert b"void:triples" in ask(headers["location"], Accept="text/turtle")[2]
