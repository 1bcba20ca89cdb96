"""Words, sentences and addresses in templates read like Django's own, in every language."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.template import Context, Engine
from django.utils import translation
from django.utils.safestring import mark_safe

THEIRS = Engine(builtins=["django.templatetags.i18n"])
OURS = Engine(builtins=["django.templatetags.i18n", "serai.web.templatetags.repeated"])
VALUES: dict[str, Any] = {
    "name": "<b>Layla</b>",
    "safe": mark_safe("<bdi>Layla</bdi>"),
    "n": 1,
    "many": 12_345,
    "plain": "01CY8MF273TK38DTY9HNJ145CC",
    "odd": "Phase 1 ü",
    "people": ["a", "b"],
}
TEMPLATES = (
    '{% translate "Name" %}',
    '{% translate "100%% & more" %}',
    '{% translate "Name" as word %}[{{ word }}]',
    '{% translate "Name" noop %}',
    "{% translate name %}",
    '{% translate "Name"|upper %}',
    '{% autoescape off %}{% translate "a < b" %}{% endautoescape %}{% translate "a < b" %}',
    "{% blocktranslate %}One less: {{ name }} 100%{% endblocktranslate %}",
    "{% blocktranslate with what=name|upper %}One less: {{ what }}{% endblocktranslate %}",
    "{% blocktranslate with who=safe asvar said %}{{ who }}{% endblocktranslate %}[{{ said }}]",
    "{% blocktranslate count n=n %}{{ n }} person{% plural %}{{ n }} people{% endblocktranslate %}",
    "{% blocktranslate count n=many %}{{ n }} man{% plural %}{{ n }} men{% endblocktranslate %}",
    "{% blocktranslate count n=people|length %}{{ n }} person{% plural %}{{ n }} of {{ name }}"
    "{% endblocktranslate %}",
    "{% blocktranslate with k=n count n=k %}{{ n }} person{% plural %}{{ n }} people"
    "{% endblocktranslate %}",
    "{% blocktranslate %}nobody: {{ missing }}{% endblocktranslate %}",
    "{% blocktranslate trimmed %}\n  {{ name }}\n  waits\n{% endblocktranslate %}",
    '{% translate "Name" %}{% language "ar" %}{% translate "Name" %}{% language "en" %}'
    '{% translate "Name" %}{% endlanguage %}{% translate "Name" %}{% endlanguage %}'
    '{% translate "Name" %}',
    "{% url 'camp:camp' %}",
    "{% url 'camp:section' plain %}",
    "{% url 'camp:section' odd %}",
    "{% url 'camp:section' section=plain %}",
    "{% url 'camp:section' plain as there %}[{{ there }}]",
    "{% url 'convoys:boarding-reversal' plain many %}",
    "{% url 'nowhere:at-all' as there %}[{{ there }}]",
)


@pytest.fixture(params=["en", "ar", "ckb"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    with translation.override(request.param):
        yield request.param


@pytest.mark.parametrize("source", TEMPLATES)
def test_a_tag_reads_like_the_one_of_django(language: str, source: str) -> None:
    ours = OURS.from_string(source)
    for _ in range(2):  # the second time from what was kept
        theirs = THEIRS.from_string(source).render(Context(dict(VALUES)))
        assert ours.render(Context(dict(VALUES))) == theirs


def test_one_template_speaks_the_language_of_each_page() -> None:
    kept = OURS.from_string('{% translate "Name" %}')
    said = []
    for one in ("en", "ar", "en"):
        with translation.override(one):
            said.append(kept.render(Context()))
    assert said[0] == said[2] == "Name" != said[1]


def test_an_address_that_leads_nowhere_is_still_an_error() -> None:
    from django.urls import NoReverseMatch

    with pytest.raises(NoReverseMatch):
        OURS.from_string("{% url 'camp:no-such-page' plain %}").render(Context(VALUES))
