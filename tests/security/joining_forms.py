"""What the stage holds of joining forms: a draft of A2's own, and a file that answers a question."""

from functools import cached_property

from core.models import StoredFile
from core.uploads import clean_upload
from taskforces.models import JoiningForm
from tests.papers import upload


class JoiningFormsOnStage:
    @cached_property
    def form_draft(self):
        """A2 writes at a form of its own; applicants answer the default one."""
        return JoiningForm.objects.draft(self.a2, by=self.amina, from_default=True)

    @cached_property
    def drafted_question(self):
        return self.form_draft.questions.first()

    @cached_property
    def answer_file(self):
        """What Victor sent along with his request to A2."""
        stored = StoredFile.objects.keep(clean_upload(upload()), by=self.victor)
        return self.asked.files.create(key="letter", stored=stored)
