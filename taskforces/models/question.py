"""A question of a joining form: of seven kinds, worded in three languages, and how an answer to it reads."""

import json

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.stamps import stamp_of
from taskforces.models.roles import Role

CODES = [code for code, _name in settings.LANGUAGES]
WORDS = [f"{name}_{code}" for name in ("label", "help") for code in CODES]
# What an editor types; position and key are the form's business.
CONTENTS = [*WORDS, "is_required", "roles", "choices"]

# What applicants have been asked stays as it was asked: no page, import or shell may reword it.
FROZEN = """
    IF (SELECT status FROM taskforces_joiningform WHERE id = OLD.form_id) <> 'draft' THEN
        RAISE EXCEPTION 'The questions of a published joining form never change.';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""


class Question(models.Model):
    """A question of a joining form. Its key stays the same from version to version."""

    class Kind(models.TextChoices):
        SHORT_TEXT = "short_text", _("short text")
        LONG_TEXT = "long_text", _("long text")
        CHOICE = "choice", _("choice")
        CHOICES = "choices", _("several choices")
        SCALE = "scale", _("scale")
        FILE = "file", _("file")
        CONSENT = "consent", _("consent")

    form = models.ForeignKey(
        "taskforces.JoiningForm", on_delete=models.CASCADE, related_name="questions", verbose_name=_("form")
    )
    key = models.SlugField(_("key"), max_length=40)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    is_required = models.BooleanField(_("required"), default=False)
    roles = ArrayField(
        models.CharField(max_length=15, choices=Role.choices),
        blank=True,
        default=list,
        verbose_name=_("asked of"),
        help_text=_("Empty: asked of everybody."),
    )
    label = models.CharField(_("question"), max_length=200)
    help = models.CharField(_("help"), max_length=300, blank=True)
    # [{"value": …, "label": {"en": …}}]; of a scale one for each number, the ends with words.
    choices = models.JSONField(_("choices"), default=list, blank=True)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["form", "position"]
        constraints = [models.UniqueConstraint(fields=["form", "key"], name="one_question_per_key")]
        triggers = [
            pgtrigger.Trigger(
                name="published_question_is_frozen",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func=FROZEN,
            )
        ]

    def __str__(self):
        return self.label

    @property
    def contents(self):
        """{field: value} of what an editor types."""
        return {name: getattr(self, name) for name in CONTENTS}

    @property
    def stamp(self):
        """Which state of its contents a page was made from."""
        contents = {name: value or "" for name, value in self.contents.items()}
        return stamp_of(json.dumps(contents, sort_keys=True))

    @property
    def is_free_text(self):
        """Whether the answer is the applicant's own words."""
        return self.kind in (self.Kind.SHORT_TEXT, self.Kind.LONG_TEXT)

    @property
    def is_file(self):
        return self.kind == self.Kind.FILE

    @property
    def missing_languages(self):
        """The codes of the languages in which the question, its help or a choice has no words yet."""
        return [code for code in CODES if not self._is_worded_in(code)]

    def _is_worded_in(self, code):
        words = [self.__dict__.get(f"label_{code}")]
        if any(self.__dict__.get(f"help_{each}") for each in CODES):
            words.append(self.__dict__.get(f"help_{code}"))
        words += [choice["label"].get(code) for choice in self.choices if choice["label"]]
        return all(words)

    @property
    def worded(self):
        """[(code, question, help and choices, one a line)] of the languages that have words."""
        for code in CODES:
            words = [self.__dict__.get(f"label_{code}"), self.__dict__.get(f"help_{code}")]
            words += [choice["label"].get(code) for choice in self.choices]
            if any(words):
                yield code, "\n".join(filter(None, words))

    @property
    def role_names(self):
        """The roles it is asked of, in words; empty when it is asked of everybody."""
        return [Role(role).label for role in self.roles]

    @property
    def consent_words(self):
        """The exact words somebody agrees to, in the language of the page: they are kept as the answer."""
        return "\n".join(filter(None, (self.label, self.help)))

    def choices_in(self, language):
        """[(value, label)] in `language`, falling back to the first language that has words."""
        return [(choice["value"], self._label_of(choice, language)) for choice in self.choices]

    def _label_of(self, choice, language):
        words = next(filter(None, map(choice["label"].get, (language, *CODES))), "")
        if self.kind != self.Kind.SCALE:
            return words
        return f"{choice['value']} ({words})" if words else choice["value"]

    def in_words(self, value):
        """The answer `value` as it was worded for the applicant; several choices one a line."""
        if not value:
            return ""
        if self.kind in (self.Kind.CHOICE, self.Kind.CHOICES, self.Kind.SCALE):
            labels = dict(self.choices_in(get_language() or "en"))
            values = value if isinstance(value, list) else [value]
            return "\n".join(labels.get(each, each) for each in values)
        if self.kind == self.Kind.CONSENT:
            return _("Yes, agreed to: “%(words)s”") % {"words": value}
        return value
