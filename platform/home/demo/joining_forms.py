"""The joining form of A2: Amina has made it her task force's own, changed it once, and writes at the next version."""

import random
from datetime import timedelta

from django.utils import timezone

from core.loading import in_languages
from home.demo.past import days_ago, happening
from taskforces.models import JoiningForm, Question, TaskForce

Kind = Question.Kind

OFFERS = [
    {
        "value": "c_fields",
        "label": {
            "en": "Fields where something can be tried out",
            "fr": "Des parcelles où faire des essais",
            "es": "Parcelas donde hacer ensayos",
        },
    },
    {
        "value": "c_data",
        "label": {
            "en": "Soil data or a laboratory",
            "fr": "Des données sur les sols ou un laboratoire",
            "es": "Datos de suelos o un laboratorio",
        },
    },
    {
        "value": "c_writing",
        "label": {
            "en": "Time to write proposals",
            "fr": "Du temps pour rédiger des propositions",
            "es": "Tiempo para redactar propuestas",
        },
    },
]
STEPS = [
    {"value": "1", "label": {"en": "not at all", "fr": "pas du tout", "es": "nada"}},
    *({"value": str(number), "label": {}} for number in (2, 3, 4)),
    {"value": "5", "label": {"en": "very well", "fr": "très bien", "es": "muy bien"}},
]
SCALE = in_languages(
    label={
        "en": "How well do you know how projects are funded?",
        "fr": "Connaissez-vous le financement des projets ?",
        "es": "¿Conoce cómo se financian los proyectos?",
    },
) | {"choices": STEPS, "is_required": True}
CONSENT = in_languages(
    label={
        "en": "My name may stand in the proposals this task force writes.",
        "fr": "Mon nom peut figurer dans les propositions que rédige ce groupe de travail.",
        "es": "Mi nombre puede figurar en las propuestas que redacte este grupo de trabajo.",
    },
)
CHOICES = in_languages(
    label={
        "en": "What could you bring to a project?",
        "fr": "Que pourriez-vous apporter à un projet ?",
        "es": "¿Qué podría aportar a un proyecto?",
    },
) | {"choices": OFFERS}
# Still a draft: the leader has written it in her own language only.
LETTER = {"label_fr": "Une lettre de soutien de votre organisation, si vous en avez une", "is_required": False}


def write_forms(cast):
    """Two published versions and a draft for A2, where joining is open for two months more."""
    amina, a2 = cast["amina"], TaskForce.objects.get(objective__code="A2")
    with happening(days_ago(60)):
        first = JoiningForm.objects.draft(a2, by=amina, from_default=True)
        first.remove_question("literature", by=amina)
        first.add_question(Kind.SCALE, SCALE, key="q_funding_known", by=amina)
        first.publish(by=amina)
    with happening(days_ago(20)):
        second = JoiningForm.objects.draft(a2, by=amina)
        second.add_question(Kind.CHOICES, CHOICES, key="q_offers", by=amina)
        second.add_question(Kind.CONSENT, CONSENT, key="q_named", by=amina)
        second.publish(by=amina)
    with happening(days_ago(20)):
        a2.set_joining(True, closes_at=timezone.now() + timedelta(days=60), by=amina)
    with happening(days_ago(1)):
        third = JoiningForm.objects.draft(a2, by=amina)
        third.add_question(Kind.FILE, LETTER, key="q_letter", by=amina)


def answers_to_own_questions(application):
    """What an applicant answers to the questions of A2's own form, the same each time."""
    chance = random.Random(application.person.email)
    answers = {}
    for question in application.form.questions.filter(key__startswith="q_"):
        values = [value for value, _label in question.choices_in(application.language)]
        if question.kind == Kind.SCALE:
            answers[question.key] = chance.choice(values)
        elif question.kind == Kind.CHOICES:
            answers[question.key] = sorted(chance.sample(values, 2), key=values.index)
        elif question.kind == Kind.CONSENT and chance.random() < 0.7:
            answers[question.key] = question.consent_words
    return answers
