"""What a person can have of ideas, Project Teams and questions from outside, for the tests of export and erasure."""

from tests.factories import UserFactory
from tests.factories.enquiries import EnquiryFactory
from tests.factories.projects import IdeaFactory, team


def kept_of(person, by):
    """{model: what "Download my data" must hold} of one row of each."""
    idea = IdeaFactory(author=person, title="Cercas vivas", summary="Árvores e milho", language="es")
    idea.change(title="Cercas", partners_wanted="Viveiros", by=person)
    idea.set_aside("Talvez depois", by=by)
    other = IdeaFactory(author=UserFactory(name="Somebody Else"), title="Another idea")
    other.support(by=person)
    comment = other.comment("Que árvores?", language="es", by=person)
    comment.edit("Quais árvores?", by=person)
    comment.hide("Fora do tema", by=by)
    place = team(other, coordinator=person).members.get()
    place.accept(by=person)
    place.end(by=by)
    enquiry = EnquiryFactory(person=person, question="Há visitas?", organisation="Uma escola", language="es")
    enquiry.reply("Sim, em maio.", language="es", publish=True, by=by)
    aside = EnquiryFactory(person=person, question="E em junho?")
    aside.set_aside("elsewhere", "Veja a agenda", by=by)
    return {
        "projects.Idea": ["Cercas", "Árvores e milho", "Viveiros", "Talvez depois", idea.created_at, idea.edited_at],
        "projects.Support": ["Another idea", other.supports.get().created_at],
        "projects.Comment": [
            "Quais árvores?",
            comment.created_at,
            comment.edited_at,
            comment.hidden_at,
            "Fora do tema",
        ],
        "projects.ProjectTeam": [],
        "projects.TeamMember": ["Team Hedges", "coordinator", "left", place.invited_at, place.answered_at],
        "taskforces.Enquiry": [
            "Há visitas?",
            "Uma escola",
            "Sim, em maio.",
            enquiry.published_at,
            "elsewhere",
            "Veja a agenda",
        ],
    }


def write_everywhere(person, word, by):
    """One row of each of hers, with `word` in what goes when she does."""
    IdeaFactory(author=person, title=f"{word} withdrew").withdraw(by=person)
    idea = IdeaFactory(author=UserFactory())
    comment = idea.comment(f"{word} comments", language="en", by=person)
    comment.hide(f"Enough, {word}", by=by)
    team(idea, coordinator=person)
    EnquiryFactory(person=person, question=f"{word} asks", organisation=f"House of {word}")
    waiting = EnquiryFactory(person=person, question=f"{word} asks again")
    waiting.save_draft(f"Dear {word}", by=by)
