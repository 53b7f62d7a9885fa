"""Two colleagues replace the same version at the same moment: one does; readers who come at once are all counted."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from core.models import StoredFile
from library.models import Download, Version, Work
from tests.factories.library import WorkFactory, paper

pytestmark = pytest.mark.drill

ROUNDS = 20
READERS = 8


def at_once(*functions):
    """Call all of them at the same moment, each in a thread of its own."""
    start = threading.Barrier(len(functions))

    def call(function):
        try:
            start.wait()
            function()
        finally:
            connection.close()

    threads = [threading.Thread(target=call, args=(function,)) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.django_db(transaction=True)
def test_one_version_is_replaced_once(house, cast):
    for _round in range(ROUNDS):
        work = WorkFactory(by=cast.bruno)
        first, outcomes = work.versions.get(), []

        def replace(person, work=work, first=first, outcomes=outcomes):
            try:
                Work.objects.get(pk=work.pk).replace(first, upload=paper(), by=person)
                outcomes.append("replaced")
            except ValidationError as error:
                assert "replaced this version meanwhile" in error.messages[0]
                outcomes.append("second")

        at_once(lambda: replace(cast.bruno), lambda: replace(cast.sofia))
        assert sorted(outcomes) == ["replaced", "second"]
        assert work.versions.count() == 2 and work.versions.current().get().number == 2
        Version.objects.update(added_at="2020-01-01T00:00Z")  # nobody adds so many in a day
    assert StoredFile.objects.count() == ROUNDS


@pytest.mark.django_db(transaction=True)
def test_every_reader_is_counted(house, cast):
    version = WorkFactory(by=cast.bruno).versions.get()
    at_once(*[lambda: Download.objects.count_one(version.pk)] * READERS)
    assert Download.objects.get().number == READERS
