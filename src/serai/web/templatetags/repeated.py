"""Words, sentences and addresses that lists repeat in every row, looked up once.

The tags read like Django's `translate`, `blocktranslate` and `url` and answer the same. What they
cannot know beforehand (an alias, a context, a filter, an odd letter in an id) they leave to those.
"""

import re
from functools import lru_cache
from typing import Any, cast

from django import template
from django.template.base import Node, Parser, Token, render_value_in_context
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as django_url
from django.templatetags.i18n import (
    BlockTranslateNode,
    LanguageNode,
    TranslateNode,
    do_block_translate,
    do_translate,
)
from django.templatetags.i18n import language as django_language
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

register = template.Library()

_PLAIN_ID = re.compile(r"[A-Za-z0-9_-]+\Z")  # what no converter and no quoting changes
_STAND_IN = "0STANDIN0"
_LANGUAGE = "language of the words"


class Said(Node):
    """A fixed sentence: translated once for each language."""

    child_nodelists = ()

    def __init__(self, asked: TranslateNode) -> None:
        self.asked = asked
        self.said: dict[tuple[str | None, bool], str] = {}

    def render(self, context: Context) -> SafeString:
        """The sentence in the language of the page."""
        kept = context.render_context.dicts[-1]  # one a template
        language = kept.get(_LANGUAGE) or kept.setdefault(_LANGUAGE, get_language())
        key = (language, context.autoescape)
        known = self.said.get(key)
        if known is None:
            known = self.said[key] = self.asked.render(context)
        return known  # type: ignore[return-value]


class Spoken(Node):
    """A part of a page in another language than the rest."""

    child_nodelists = ("nodelist",)

    def __init__(self, asked: LanguageNode) -> None:
        self.asked = asked
        self.nodelist = asked.nodelist

    def render(self, context: Context) -> SafeString:
        """The part, with no word kept from before it, nor any of its own kept for after it."""
        kept = context.render_context.dicts[-1]
        kept.pop(_LANGUAGE, None)
        shown = self.asked.render(context)
        kept.pop(_LANGUAGE, None)
        return SafeString(shown)


class Sentence(Node):
    """A sentence with values in it: its parts are put together once, its values every time."""

    child_nodelists = ()

    def __init__(self, asked: BlockTranslateNode) -> None:
        self.asked = asked
        self.one, self.names = asked.render_token_list(asked.singular)
        self.more = ""
        if asked.plural:
            self.more, names = asked.render_token_list(asked.plural)
            self.names = [*dict.fromkeys([*self.names, *names])]

    def render(self, context: Context) -> str:
        """The sentence in the language of the page; Django's answer where a value is odd."""
        given = {name: one.resolve(context) for name, one in self.asked.extra_context.items()}
        if self.more:
            assert self.asked.counter is not None, "a plural comes with its count"
            count = given[str(self.asked.countervar)] = self.asked.counter.resolve(context)
            if not isinstance(count, int):
                return str(self.asked.render(context))
            said = ngettext(self.one, self.more, count)
        else:
            said = gettext(self.one)
        try:
            said %= {name: _shown(name, given, context) for name in self.names}
        except (KeyError, ValueError):
            return str(self.asked.render(context))
        if not self.asked.asvar:
            return said
        context[self.asked.asvar] = SafeString(said)
        return ""


class Address(Node):
    """The address of a page; only the ids in it change from row to row."""

    child_nodelists = ()

    def __init__(self, asked: URLNode, name: str) -> None:
        self.asked = asked
        self.name = name

    def render(self, context: Context) -> SafeString:
        """The address, put together where every id is plain; else by Django."""
        given = [one.resolve(context) for one in self.asked.args]
        if all(isinstance(one, str) and _PLAIN_ID.match(one) for one in given):
            around = self._around(context, len(given))
            if around is not None:
                pairs = zip(around, (*given, ""), strict=True)
                return SafeString("".join(before + one for before, one in pairs))
        return SafeString(self.asked.render(context))

    def _around(self, context: Context, ids: int) -> tuple[str, ...] | None:
        kept = context.render_context  # one a template: asking Django costs more than the rest
        if self not in kept:
            kept[self] = _around(self.name, ids, get_urlconf(), get_script_prefix())
        return cast("tuple[str, ...] | None", kept[self])


@register.tag("translate")
def translate(parser: Parser, token: Token) -> Node:
    """`{% translate "Name" %}`, as in Django."""
    asked: TranslateNode = do_translate(parser, token)
    words = asked.filter_expression
    fixed = words.var.literal is not None and not words.filters
    return asked if asked.asvar or asked.message_context or not fixed else Said(asked)


@register.tag("blocktranslate")
def blocktranslate(parser: Parser, token: Token) -> Node:
    """`{% blocktranslate %}{{ n }} people{% endblocktranslate %}`, as in Django."""
    asked: BlockTranslateNode = do_block_translate(parser, token)
    counted = getattr(asked.counter, "var", None)
    lookups = getattr(counted, "lookups", None) or ()
    if asked.message_context or any(one in asked.extra_context for one in lookups):
        return asked
    return Sentence(asked)


@register.tag("language")
def language(parser: Parser, token: Token) -> Node:
    """`{% language "ar" %}…{% endlanguage %}`, as in Django."""
    return Spoken(django_language(parser, token))


@register.tag("url")
def url(parser: Parser, token: Token) -> Node:
    """`{% url "room:page" id %}`, as in Django."""
    asked: URLNode = django_url(parser, token)
    name = asked.view_name
    if asked.asvar or asked.kwargs or name.filters or not isinstance(name.var, str):
        return asked
    return Address(asked, str(name.var))


def _shown(name: str, given: dict[str, Any], context: Context) -> str:
    value = given[name] if name in given else context[name]
    return str(render_value_in_context(value, context))


@lru_cache(maxsize=1_000)
def _around(name: str, ids: int, urlconf: Any, prefix: str) -> tuple[str, ...] | None:
    """What stands before, between and after the ids; None where they are no plain text."""
    stand_ins = [f"{_STAND_IN}{number}" for number in range(ids)]
    try:
        whole = reverse(name, urlconf, stand_ins)
    except NoReverseMatch:
        return None
    return tuple(re.split(f"{_STAND_IN}[0-9]", whole))
