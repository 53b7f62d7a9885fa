"""What a person can have of discussions, for the tests of export and erasure."""

from core.uploads import clean_upload
from discussions.models import Draft
from tests.factories import UserFactory
from tests.factories.discussions import ThreadFactory, answered
from tests.papers import upload


def kept_of(person, by):
    """{model: what "Download my data" must hold} of one row of each."""
    thread = ThreadFactory(starter=person, title="Turfeira do norte", text="Quem mede?", language="es", kind="call")
    answered(thread)
    thread.close("Ninguém mede.", by=person)
    other = ThreadFactory(starter=UserFactory(name="Somebody Else"), title="Another thread")
    post = answered(other, author=person, text="Eu messo.", file=clean_upload(upload(name="Turfa.pdf")))
    post.edit("Eu meço.", by=person)
    post.hide("Fora do assunto", by=by)
    post.appeal("Está no assunto.", by=person)
    post.uphold(by=by)
    post.warn("Com calma.", by=by)
    first = other.posts.first()
    first.react("useful", by=person)
    first.mentioned.add(person)
    other.mute(by=person)
    report = first.report("Vende algo.", by=person)
    report.settle("nothing", by=by)
    Draft.objects.keep(person, thread=other, text="Talvez ainda", title="Rascunho")
    draft, reaction, follow = person.drafts.get(), person.reactions.get(), person.follows.get(thread=other)
    return {
        "discussions.Thread": ["Turfeira do norte", "call", "es", thread.created_at, "Ninguém mede.", thread.closed_at],
        "discussions.Post": [
            *("Eu meço.", "Turfa.pdf", "Fora do assunto", "Está no assunto.", "Com calma.", "Another thread"),
            *(post.created_at, post.edited_at, post.hidden_at, post.appealed_at, post.upheld_at, post.warned_at),
        ],
        "discussions.PostEdition": ["Eu messo.", post.editions.get().replaced_at],
        "discussions.Reaction": ["useful", reaction.created_at],
        "discussions.Follow": ["muted", follow.created_at],
        "discussions.Draft": ["Talvez ainda", "Rascunho", draft.saved_at],
        "discussions.PostReport": ["Vende algo.", report.created_at, "nothing", report.settled_at],
    }


def write_everywhere(person, word, by):
    """One row of each of hers, with `word` in what goes when she does."""
    ThreadFactory(starter=person, title=f"{word} alone", text=f"{word} asks")
    thread = ThreadFactory(starter=UserFactory())
    post = answered(thread, author=person, text=f"{word} answers", file=clean_upload(upload(name=f"{word}.pdf")))
    post.edit(f"{word} answers better", by=person)
    post.hide(f"Enough, {word}", by=by)
    post.appeal(f"{word} objects", by=person)
    post.warn(f"Kindly, {word}", by=by)
    first = thread.posts.first()
    first.report(f"{word} reports", by=person)
    first.mentioned.add(person)
    first.react("useful", by=person)
    Draft.objects.keep(person, thread=thread, text=f"{word} begins")
