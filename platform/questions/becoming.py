"""A question to scientists that comes of a discussion."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from discussions.becoming import Target, register
from questions.models import Question


class QuestionOfThread(Target):
    key, model, position = "question", Question, 10
    button = _("Ask scientists a question")
    became = _("Became the question to scientists")
    taken = _("This discussion has become a question to scientists already.")
    leaves_room = True

    def url(self, thread):
        return reverse("questions:ask")

    def may(self, user, thread):
        return user.is_authenticated


register(QuestionOfThread())
