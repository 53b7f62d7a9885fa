"""Discussions, measured like the other pages."""

import pytest

from discussions.models import Thread
from spaces.models import Space
from tests.a11y.test_axe import enter, faults_of
from tests.factories.discussions import ThreadFactory, answered, appealed, space_of_a2

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_pages_of_discussions(open_browser, live_server, cast):
    page = open_browser(width=360)
    cast.amina  # noqa: B018 she leads A2
    Space.objects.filter(pk=space_of_a2().pk).update(audience="public")
    thread = ThreadFactory(starter=cast.bruno, title="Agroforesterie et conservation des sols", language="fr")
    post = answered(thread, quotes=thread.posts.get(), text="See https://soil.example/a-rather-long-address/of-a-page")
    post.report("Il vend quelque chose.", by=cast.bruno)
    post.react("useful", by=cast.bruno)
    appealed(cast.sofia).thread.pin(by=cast.amina)
    Thread.objects.first().close("So.", by=cast.amina)
    here = f"spaces/{space_of_a2().slug}/discussions/"
    assert faults_of(page, [here, f"{here}{thread.pk}/"]) == []
    enter(page, live_server, cast.amina)
    own = [f"{here}start/", f"{here}{thread.pk}/", f"{here}{thread.pk}/close/", f"{here}posts/{post.pk}/hide/"]
    own += [f"{here}{Thread.objects.first().pk}/", f"{here}posts/{post.pk}/history/"]
    assert faults_of(page, own) == []
