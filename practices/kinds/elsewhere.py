"""The code of the same practice in another database: kept in one form of writing, by which doubles are found."""

from django.utils.translation import gettext as _

from practices import elsewhere
from practices.kinds.plain import Line


class WocatCode(Line):
    """ "technologies_1234"; typed as a number, a code or the address of the page."""

    def kept(self, value):
        value = super().kept(value)
        code = elsewhere.wocat_code(value)
        if value and not code:
            self._refuse(_("This is no code of WOCAT. It looks like technologies_1234, or is the address of the page."))
        return code

    def codes(self, answer):
        return {f"{self.question.key}:{answer}"}


class FaoCode(Line):
    """The number in TECA, as "teca_8372", or the title in another database of the FAO."""

    def kept(self, value):
        value = super().kept(value)
        code = elsewhere.fao_code(value)
        return code if elsewhere.is_teca(code) else value[:80]

    def codes(self, answer):
        return {f"{self.question.key}:{elsewhere.fao_code(answer)}"}
