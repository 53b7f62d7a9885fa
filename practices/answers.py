"""Answers as plain data: judged against an edition of the form, read in a language.

{key: answer}; a question that is translated holds {language: text}. What says nothing is not there.
"""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language

from practices.kinds import kind_of
from practices.kinds.base import Kind

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


@dataclass(frozen=True)
class InLanguage:
    """A text for one language of a translated question."""

    language: str
    text: str


def judged(edition, typed, language):
    """(answers that hold, {key: sentences about those that do not}) of {key: answer}; unknown keys are left out.

    Of translated questions the answers are texts in `language`, and come back as InLanguage; {language: text}, too,
    is taken and comes back whole.
    """
    kept, faults = {}, {}
    for key, answer in typed.items():
        question = edition.questions.get(key)
        if question is None:
            continue
        try:
            kept[key] = judged_answer(question, answer, language)
        except ValidationError as error:
            faults[key] = error.messages
    return kept, faults


def judged_answer(question, answer, language):
    """One answer in one form of writing. Raises ValidationError when it does not hold."""
    kind = kind_of(question)
    if question.translated and isinstance(answer, dict):
        texts = {code: kind.judged(answer[code]) for code in LANGUAGES if answer.get(code)}
        return {code: text for code, text in texts.items() if text}
    if question.translated:
        return InLanguage(language, "" if kind.is_empty(answer) else kind.judged(answer))
    return None if kind.is_empty(answer) else kind.judged(answer)


def with_answers(contents, answers):
    """`contents` in which `answers` stand in place of what stood there; a text replaces its own language alone."""
    changed = dict(contents)
    for key, answer in answers.items():
        if isinstance(answer, InLanguage):
            answer = {**changed.get(key, {}), answer.language: answer.text}
            answer = {code: text for code, text in answer.items() if text}
        if Kind.is_empty(answer):
            changed.pop(key, None)
        else:
            changed[key] = answer
    return changed


def text_in(answer, language=None, otherwise=()):
    """(text, its language) of a translated answer: in `language` (the reader's), else in the first there is."""
    for code in (language or get_language(), *otherwise, *LANGUAGES):
        if answer and answer.get(code):
            return answer[code], code
    return "", ""


def languages_of(contents, edition):
    """The languages in which any of its texts is written, ours first."""
    translated = [key for key, question in edition.questions.items() if question.translated]
    return [code for code in LANGUAGES if any(code in contents.get(key, {}) for key in translated)]
