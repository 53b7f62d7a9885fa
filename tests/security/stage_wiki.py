"""What stands on the stage of wikis: in the room of task force A2."""

from functools import cached_property

from tests.factories.wiki import PageFactory
from wiki.models import Draft


class WikiOnStage:
    """Fatou wrote two pages; one of them Amina has removed. Mila has begun a third."""

    @cached_property
    def wiki_page(self):
        return PageFactory(by=self.fatou, space=self.a2.space, title="Living hedges", text="See [[Compost]].")

    @cached_property
    def removed_wiki_page(self):
        page = PageFactory(by=self.fatou, space=self.a2.space, title="Not about soil")
        page.remove("Not about soil.", by=self.amina)
        return page

    @cached_property
    def wiki_draft(self):
        return Draft.objects.keep(self.mila, self.a2.space, title="Maize", text="Half a")
