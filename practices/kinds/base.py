"""What all kinds of answers have in common."""

from django.core.exceptions import ValidationError


class Kind:
    """A question and how it is answered: by one field of a form whose clean value is the answer."""

    # How pages draw it: the last part of a template's name.
    drawn_as = "field"

    def __init__(self, question):
        self.question = question

    def field(self):
        """The form field. It asks for nothing: a draft may leave everything open, `Practice.submit` may not."""
        raise NotImplementedError

    @property
    def common(self):
        """What every field is given."""
        return {"label": self.question.label, "help_text": self.question.help, "required": False}

    def judged(self, answer):
        """The answer in one form of writing. Raises ValidationError when it does not hold."""
        return self.kept(self.field().clean(self.typed(answer)))

    def kept(self, value):
        """The clean value of the field as plain data."""
        return value

    def typed(self, answer):
        """The answer as the field would have it typed."""
        return answer

    @staticmethod
    def is_empty(answer):
        """Whether nothing is said."""
        return answer in (None, "", [], {})

    def codes(self, answer):
        """The codes by which a sheet with this answer is found: "land_use:cropland"."""
        return set()

    def shown(self, answer):
        """What readers see: a text, or a list of texts."""
        return answer

    def _refuse(self, sentence):
        raise ValidationError(sentence)
