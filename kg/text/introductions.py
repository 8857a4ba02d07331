"""What is known of the persons and states of an article before it is gone through."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.model import Node
from kg.registry import leaders
from kg.registry import titles as registry
from kg.text import counterparts, genders
from kg.text.actors import Cluster
from kg.text.context import Context, Title
from kg.text.material import Material
from kg.text.reading import Office
from kg.text.titles import TitlePhrase
from kg.text.tokens import Token
from kg.vocab import DIP, local

_LEADING = {"HeadOfState": "president", "HeadOfGovernment": "prime minister"}  # titles of known leaders


def begin(material: Material, told: Iterable[Office] = (), home: str | None = None) -> Context:
    """Return the context in which an article is gone through; `told` are its offices."""
    context = Context(material.article, tuple(_states(material)), home, genders.told(material))
    for phrase, office in _phrases(material, told):
        title = title_of(material, phrase)
        of = office.body.registry if office.body is not None and office.body.kind == DIP.State else None
        rank = local(office.rank) if office.rank is not None else None
        body = office.body if office.body is not None and office.body.kind != DIP.State else title.body
        told_title = replace(title, state=title.state or of, rank=rank, body=body)
        context.entitle(office.holder, told_title)
    named = {key for _, key in context.states}
    for cluster in material.clusters:
        node = cluster.node(material.article)
        if node.kind == DIP.Person and node not in context.titles:
            _entitle_leader(context, node, cluster, named)
    return context


def _phrases(material: Material, told: Iterable[Office]) -> Iterator[tuple[TitlePhrase, Office]]:
    """Yield the titles with the offices that they tell; one office may rest on several titles."""
    offices = tuple(told)
    for held in material.held:
        span, holder = material.span(*held.title.title), material.node_of[held.holder]
        found = (o for o in offices if o.holder == holder and o.span.meets(span))
        yield from ((held.title, office) for office in found)


def title_of(material: Material, told: TitlePhrase) -> Title:
    """Return a title as it stands in the text, of the state that stands with it."""
    phrase = counterparts.meant(material, told) or told
    tokens = material.doc[phrase.title[0] : phrase.title[1]]
    lemmas = frozenset(t.lemma_.lower() for t in tokens if t.is_alpha and not t.is_stop)
    known = registry.office(material.words(material.span(*phrase.title)))
    body = material.node_at.get(told.body[0]) if told.body is not None else None
    office = known.name if known is not None else phrase.entry.office
    return Title(lemmas, office, phrase.state, body=body)


def _states(material: Material) -> Iterator[tuple[Token, str]]:
    """Yield the states that are named, also by their people or capital, each with a token that names it."""
    found = [(hit.start, hit.key) for hit in material.hits if hit.is_state]
    found += [(pair.start, key) for pair in material.pairs for key in pair.keys]
    for start, key in sorted(set(found)):
        yield material.doc[start], key


def _entitle_leader(context: Context, node: Node, cluster: Cluster, named: set[str]) -> None:
    """Note the office of somebody whom the article names without one, of a state that it names too."""
    name = max(cluster.forms, key=lambda form: len(form.split()))
    for rank, office in _LEADING.items():
        key = leaders.speaks_for(name, rank, named) if len(name.split()) > 1 else None
        if key is not None:
            context.entitle(node, Title(frozenset(office.split()), office, key, rank))
