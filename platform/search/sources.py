"""Where words may stand: full text in three languages, or plain words; each by the index its model has."""

from functools import reduce
from operator import or_

from django.db.models import F, Q

from core.search import LANGUAGES, any_language, questions_of, vector


class Source:
    """Some columns of a model; `key` is the way from its rows to the key of what is found."""

    def __init__(self, model, *, key="pk", **only):
        self.model, self.key, self.only = model, key, only

    def holding(self, part):
        """The keys of what holds `part`. Who may see it is asked of the thing itself."""
        return self.rows(part).filter(**self.only).order_by().values_list(self.key)


class Words(Source):
    """Small letters without accents: a column that is generated so, or `core.search.joined`."""

    def __init__(self, model, plain, **rest):
        super().__init__(model, **rest)
        self.plain = F(plain) if isinstance(plain, str) else plain

    def rows(self, part):
        return self.model.objects.alias(searched=self.plain).filter(part.stands_in("searched"))


class Texts(Source):
    """Translated texts, each in its language."""

    def __init__(self, model, vectors, **rest):
        super().__init__(model, **rest)
        self.vectors = vectors

    @classmethod
    def of(cls, model, fields, **rest):
        """Over translated `fields`, as the indexes of the model hold them."""
        return cls(model, {language: vector(fields, language) for language in LANGUAGES}, **rest)

    def fits(self, language, question):
        return Q(**{f"words_{language}": question})

    def rows(self, part):
        asked = (self.fits(language, question) for language, question in questions_of(part).items())
        words = {f"words_{language}": words for language, words in self.vectors.items()}
        return self.model.objects.alias(**words).filter(reduce(or_, asked, Q(pk__in=[])))


class KeptTexts(Source):
    """Texts whose full text is kept in a column for each language, `column`_en and so on."""

    def __init__(self, model, column, **rest):
        super().__init__(model, **rest)
        self.column = column

    def rows(self, part):
        return self.model.objects.filter(any_language(self.column, part))


class TextsOfOneLanguage(Texts):
    """Texts that say in which language they are."""

    def fits(self, language, question):
        return super().fits(language, question) & Q(language=language)
