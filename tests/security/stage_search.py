"""The vocabulary of the search on the stage."""

from functools import cached_property

from search.models import Term


class SearchOnStage:
    @cached_property
    def search_term(self):
        return Term.objects.create(concept="zai", language="fr", words="zaï")
