"""Verbs on a datasheet by those who write it, one small view each."""

from django.utils.translation import gettext_lazy

from core.views import ObjectActionView
from practices.views import BelowPractice


class PracticeAction(BelowPractice, ObjectActionView):
    """A verb on a sheet, from its desk."""

    permission_required = "practices.change_practice"

    def get_success_url(self):
        return self.practice.desk_url


class TakeBack(PracticeAction):
    permission_required = "practices.submit_practice"
    success_message = gettext_lazy("It is a draft again.")

    def perform(self, practice):
        practice.take_back(by=self.request.user)


class Revise(PracticeAction):
    success_message = gettext_lazy("You write a new version now. What is published stands until that one is published.")

    def perform(self, practice):
        practice.revise(by=self.request.user)


class DropRevision(PracticeAction):
    success_message = gettext_lazy("The new version is gone. What is published stands.")

    def perform(self, practice):
        practice.drop_revision(by=self.request.user)


class Confirm(PracticeAction):
    permission_required = "practices.confirm_practice"
    success_message = gettext_lazy("Thank you. Readers see that it still holds.")

    def perform(self, practice):
        practice.confirm(by=self.request.user)


class LetGo(PracticeAction):
    success_message = gettext_lazy("Others can write at it now.")

    def perform(self, practice):
        practice.let_go(by=self.request.user)
