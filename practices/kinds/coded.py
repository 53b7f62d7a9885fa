"""Answers chosen from vocabularies: kept as codes, read in the reader's language."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.vocabulary import vocabulary as of_organisations
from practices import vocabularies
from practices.kinds.base import Kind
from practices.licences import Licence as Licences

# A list longer than this is folded.
LONG = 15


class Choice(Kind):
    """One code of a vocabulary. One that is retired stays where it was chosen; nobody is offered it."""

    def field(self):
        field = KnownChoiceField(choices=[("", _("Choose")), *grouped(self.question.vocabulary)], **self.common)
        field.known = frozenset(vocabularies.terms_of(self.question.vocabulary))
        return field

    def typed(self, answer):
        return answer or ""

    def codes(self, answer):
        return {f"{self.question.key}:{code}" for code in vocabularies.with_broader(self.question.vocabulary, [answer])}

    def shown(self, answer):
        return vocabularies.label_of(self.question.vocabulary, answer).name


class Choices(Kind):
    """[codes] of a vocabulary, in its order."""

    drawn_as = "ticks"

    def field(self):
        field = KnownChoicesField(choices=flat(self.question.vocabulary), **self.common)
        field.known = frozenset(vocabularies.terms_of(self.question.vocabulary))
        return field

    def typed(self, answer):
        return answer or []

    def kept(self, value):
        most = self.question.max_choices
        if most and len(value) > most:
            self._refuse(ngettext("Choose at most %(most)d.", "Choose at most %(most)d.", most) % {"most": most})
        order = list(vocabularies.terms_of(self.question.vocabulary))
        return sorted(set(value), key=order.index)

    def codes(self, answer):
        return {f"{self.question.key}:{code}" for code in vocabularies.with_broader(self.question.vocabulary, answer)}

    def shown(self, answer):
        return [vocabularies.label_of(self.question.vocabulary, code).name for code in answer]

    def groups(self, chosen):
        """[(Label of the group or None, [(Label, is chosen)])] to tick; those retired only where they are chosen.

        Of a long list only what is chosen stands open.
        """
        terms = vocabularies.terms_of(self.question.vocabulary).values()
        offered = [term for term in terms if not term.is_retired or term.code in chosen]
        loose, groups = [], []
        for term in offered:
            if term.narrower:
                below = [each for each in term.narrower if each in offered]
                groups.append((term, [(each, each.code in chosen) for each in (term, *below)]))
            elif not term.parent:
                loose.append((term, term.code in chosen))
        if len(loose) > LONG:
            return [*folded(loose), *groups]
        return [*([(None, loose)] if loose else []), *groups]


class Scale(Kind):
    """A whole number of the question's scale, -3 to 3."""

    def field(self):
        lowest, highest = self.question.scale
        steps = [(str(step), signed(step)) for step in range(highest, lowest - 1, -1)]
        return forms.ChoiceField(choices=[("", _("Choose")), *steps], **self.common)

    def typed(self, answer):
        return "" if answer is None else str(answer)

    def kept(self, value):
        return int(value) if value else None

    def shown(self, answer):
        return signed(answer)


class Country(Kind):
    """The two-letter code of a country."""

    def field(self):
        return forms.ChoiceField(choices=[("", _("Choose")), *of_organisations().countries.items()], **self.common)

    def typed(self, answer):
        return answer or ""

    def codes(self, answer):
        return codes_of_countries(self.question.key, [answer])

    def shown(self, answer):
        return of_organisations().countries.get(answer, answer)


class Countries(Kind):
    """[two-letter codes] of countries, sorted."""

    drawn_as = "ticks"

    def field(self):
        return forms.MultipleChoiceField(choices=list(of_organisations().countries.items()), **self.common)

    def typed(self, answer):
        return answer or []

    def kept(self, value):
        return sorted(set(value))

    def codes(self, answer):
        return codes_of_countries(self.question.key, answer)

    def shown(self, answer):
        names = of_organisations().countries
        return sorted(names.get(code, code) for code in answer)

    def groups(self, chosen):
        """What is chosen, then [(Label of the large region, [(Label, is chosen)])] of all others."""
        words, groups, first = of_organisations(), {}, []
        for code, name in words.countries.items():
            option = vocabularies.Label(code, name), code in chosen
            (first if code in chosen else groups.setdefault(words.places[code][1], [])).append(option)
        in_order = [slug for slug in words.regions if slug in groups]
        regions = [(vocabularies.Label(slug, words.regions[slug]), groups[slug]) for slug in in_order]
        return [*([(None, first)] if first else []), *regions]


class Licence(Kind):
    """The key of a licence."""

    def field(self):
        return forms.ChoiceField(choices=Licences.choices, **self.common)

    def shown(self, answer):
        return str(Licences(answer).label)


class KnownChoiceField(forms.ChoiceField):
    """Takes a retired code, too: a sheet that holds it can be saved; the page does not offer it."""

    known = frozenset()

    def valid_value(self, value):
        return str(value) in self.known


class KnownChoicesField(forms.MultipleChoiceField):
    """The same for several."""

    known = frozenset()

    def valid_value(self, value):
        return str(value) in self.known


def folded(options):
    """What is chosen of a long list, and the others in a fold."""
    first = [option for option in options if option[1]]
    others = [option for option in options if not option[1]]
    fold = vocabularies.Label("", _("More choices") if first else _("Choose"))
    return [*([(None, first)] if first else []), (fold, others)]


def flat(slug):
    """[(code, name)] of what is offered."""
    return [(term.code, term.name) for term in vocabularies.terms_of(slug).values() if not term.is_retired]


def grouped(slug):
    """The same, with what lies below another term in its group."""
    choices = []
    for term in vocabularies.terms_of(slug).values():
        if term.is_retired or term.parent:
            continue
        below = [(each.code, each.name) for each in term.narrower if not each.is_retired]
        choices.append((term.name, below) if below else (term.code, term.name))
    return choices


def codes_of_countries(key, codes):
    """The codes of countries and of the regions they lie in."""
    places = of_organisations().places
    regions = {f"region:{slug}" for code in codes for slug in places.get(code, ())}
    return {f"{key}:{code}" for code in codes} | regions


def signed(step):
    """ "+2", "0", "−1"."""
    return f"+{step}" if step > 0 else str(step).replace("-", "−")
