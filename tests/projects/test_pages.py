"""The pages of ideas and Project Teams, walked through the doors people use."""

import pytest
from django.urls import reverse

from accounts.models import Consent
from projects.models import Comment, Idea, ProjectTeam, TeamMember
from taskforces.models import Role
from tests.factories import AffiliationFactory, UserFactory, partner_person
from tests.factories.projects import IdeaFactory, ask, formed_team, partner_of, team

pytestmark = pytest.mark.django_db

IDEAS = "/en/projects/ideas/"


def typed(**more):
    return {"title": "Hedges", "summary": "Trees beside maize.", "language": "en"} | more


def page_of(client, url):
    response = client.get(url)
    assert response.status_code == 200, url
    return response.content.decode()


# -- Reading


def test_everybody_reads_ideas_and_teams_names_need_consent(client, amina):
    author = UserFactory(name="Nobody Shows")
    idea = IdeaFactory(author=author, title="Hedges for Parakou")
    made = formed_team(IdeaFactory(title="Second"))
    for url in (IDEAS, "/en/projects/", "/en/task-forces/a2/ideas/", idea.get_absolute_url(), made.get_absolute_url()):
        page = page_of(client, url)
        assert "Nobody Shows" not in page and made.members.first().person.name not in page
    assert "Hedges for Parakou" in page_of(client, "/en/task-forces/a2/")
    assert "Hedges for Parakou" in page_of(client, "/en/objectives/a2/")
    author.consent(Consent.Purpose.ROSTERS, by=author)
    assert "Nobody Shows" in page_of(client, IDEAS)


def test_comments_are_read_by_those_who_take_part(client, bruno, victor):
    idea = IdeaFactory()
    idea.comment("Secret of the house", language="en", by=bruno)
    assert "Secret of the house" not in page_of(client, idea.get_absolute_url())
    client.force_login(victor)
    assert "Secret of the house" not in page_of(client, idea.get_absolute_url())
    client.force_login(partner_person())
    assert "Secret of the house" in page_of(client, idea.get_absolute_url())


def test_withdrawn_idea_is_404_to_others(client, amina):
    idea = IdeaFactory()
    idea.withdraw(by=idea.author)
    client.force_login(amina)
    assert client.get(idea.get_absolute_url()).status_code == 404
    client.force_login(idea.author)
    assert "withdrawn" in page_of(client, idea.get_absolute_url())


def test_list_is_filtered_and_sorted(client, a2, bruno):
    from regions.models import Region

    one = IdeaFactory(title="Alpha", regions=[Region.objects.get(slug="africa")])
    two = IdeaFactory(title="Beta", task_force=type(a2).objects.with_objective().get(objective__code="B1"))
    one.support(by=bruno)

    def found(question):
        return [idea.title for idea in client.get(f"{IDEAS}?{question}").context["ideas"]]

    assert found("") == ["Beta", "Alpha"] and found("sort=supported") == ["Alpha", "Beta"]
    assert found("q=alpha") == ["Alpha"] and found("objective=B1") == ["Beta"]
    assert found("region=africa") == ["Alpha"] and found("region=europe") == []
    assert found("state=proposed") == ["Beta", "Alpha"] and found("state=formed") == []
    assert found("state=nonsense&region=mars&sort=x&objective=Z9") == ["Beta", "Alpha"]
    assert two.title in client.get("/fr/projects/ideas/").content.decode()


@pytest.mark.parametrize("name", ["list", "ideas", "ideas-of-task-force", "idea", "team"])
def test_queries_do_not_grow_with_rows(client, name, amina, django_assert_max_num_queries):
    made = formed_team()
    at = {"ideas-of-task-force": ["a2"], "idea": [made.idea.pk], "team": [made.pk]}.get(name, [])
    url, budget = reverse(f"projects:{name}", args=at), 12 if name in ("idea", "team") else 9
    client.force_login(amina)
    page_of(client, url)
    with django_assert_max_num_queries(budget) as few:
        page_of(client, url)
    number = len(few)
    for _each in range(3):
        other = formed_team()
        other.idea.comment("Good.", language="en", by=amina)
        ask(made, partner_person())
        made.idea.comment("Good.", language="en", by=partner_person())
    page_of(client, url)  # what processes remember is forgotten with each new organisation
    with django_assert_max_num_queries(number):
        page_of(client, url)


# -- Proposing


def test_member_proposes_by_the_form(client, a2, victor, amina):
    a2.seat(victor, Role.MEMBER, by=None)
    client.force_login(victor)
    url = reverse("projects:propose", args=["a2"])
    assert "Propose an idea" in page_of(client, "/en/task-forces/a2/ideas/")
    refused = client.post(url, typed(title="", regions=["mars"], countries=["XX"]))
    assert refused.status_code == 200 and {"title", "regions", "countries"} <= refused.context["form"].errors.keys()
    assert "Trees beside maize." in refused.content.decode()
    response = client.post(url, typed(regions=["africa"], countries=["BJ", "TG"], natures_wanted=["public"]))
    idea = Idea.objects.get()
    assert response.url == idea.get_absolute_url()
    assert {country.pk for country in idea.countries.all()} == {"BJ", "TG"}
    page = page_of(client, response.url)
    assert "Africa" in page and "Benin" in page and "public" in page


def test_proposing_is_refused_without_a_seat(client, bruno):
    url = reverse("projects:propose", args=["a2"])
    assert client.get(url).status_code == 302
    client.force_login(bruno)
    assert client.get(url).status_code == 403 and client.post(url, typed()).status_code == 403
    assert "Ask to join" in page_of(client, "/en/task-forces/a2/ideas/")


def test_author_changes_and_withdraws(client, sofia):
    idea = IdeaFactory()
    url = reverse("projects:change", args=[idea.pk])
    client.force_login(sofia)
    assert client.post(url, typed(title="Hers")).status_code == 403
    client.force_login(idea.author)
    assert "Rows of Gliricidia" in page_of(client, url)
    client.post(url, typed(title="Living hedges", author=sofia.pk, status="team"))
    idea.refresh_from_db()
    assert (idea.title, idea.author_id != sofia.pk, idea.status) == ("Living hedges", True, "proposed")
    client.post(reverse("projects:withdraw", args=[idea.pk]))
    assert Idea.objects.get().status == "withdrawn"
    assert client.get(url).url == idea.get_absolute_url()


# -- Supporting and discussing


def test_support_by_a_button(client, bruno, victor):
    idea = IdeaFactory()
    support, stop = (reverse(f"projects:{name}", args=[idea.pk]) for name in ("support", "stop-supporting"))
    client.force_login(victor)
    assert client.post(support).status_code == 403
    client.force_login(bruno)
    assert client.get(support).status_code == 405
    client.post(support)
    assert "1 person supports it." in page_of(client, idea.get_absolute_url())
    client.post(stop)
    assert idea.supports.count() == 0


def test_discussion_without_script(client, bruno):
    idea = IdeaFactory()
    url = reverse("projects:comment", args=[idea.pk])
    client.force_login(bruno)
    empty = client.post(url, {"text": " ", "language": "en"})
    assert empty.status_code == 200 and empty.context["form"].errors["text"]
    first = client.post(url, {"text": "Which <b>trees</b>?", "language": "en"})
    comment = Comment.objects.get()
    assert first.url.endswith(f"#comment-{comment.pk}")
    assert "Which &lt;b&gt;trees" in page_of(client, idea.get_absolute_url())
    client.force_login(idea.author)
    assert "You answer Bruno Keller" in page_of(client, f"{url}?answer={comment.pk}")
    client.post(url, {"text": "Gliricidia.", "language": "en", "parent": comment.pk})
    assert comment.answers.get().text == "Gliricidia."
    gone = client.post(url, {"text": "X", "language": "en", "parent": 999_999})
    assert "gone" in gone.content.decode() and "X</textarea>" in gone.content.decode()
    assert page_of(client, f"{url}?answer=nonsense")


def test_own_comment_is_edited_and_removed_and_hidden_by_the_leader(client, bruno, amina):
    idea = IdeaFactory()
    comment = idea.comment("Tress?", language="en", by=bruno)
    edit, remove, hide = (reverse(f"projects:comment-{name}", args=[comment.pk]) for name in ("edit", "remove", "hide"))
    client.force_login(amina)
    assert client.get(edit).status_code == 403 and client.post(remove).status_code == 403
    assert "Tress?" in page_of(client, hide)
    assert client.post(hide, {"reason": ""}).context["form"].errors["reason"]
    client.force_login(bruno)
    assert client.get(hide).status_code == 403
    assert "Tress?" in page_of(client, edit)
    client.post(edit, {"text": "Trees?"})
    assert Comment.objects.get().text == "Trees?"
    client.force_login(amina)
    client.post(hide, {"reason": "Off the subject."})
    assert "Trees?" not in page_of(client, idea.get_absolute_url())
    client.force_login(bruno)
    assert client.post(edit, {"text": "Again"}).context["form"].errors


# -- From an idea to a team


def test_leader_forms_a_team_and_everybody_finds_the_way_back(client, amina, bruno, a2):
    idea = IdeaFactory()
    idea.support(by=bruno)
    url = reverse("projects:form-team", args=[idea.pk])
    client.force_login(idea.author)
    assert client.get(url).status_code == 403
    client.force_login(amina)
    assert "Bruno Keller · IVEA" in page_of(client, url)
    assert client.post(url, {"name": "", "purpose": "", "coordinator": "0"}).status_code == 200
    tie = bruno.affiliations.get()
    client.post(url, {"name": "Team Hedges", "purpose": "Plant.", "coordinator": tie.pk})
    made = ProjectTeam.objects.get()
    assert made.get_absolute_url() in page_of(client, idea.get_absolute_url())
    page = page_of(client, made.get_absolute_url())
    assert idea.get_absolute_url() in page and "/en/objectives/a2/" in page and "to be completed" in page
    client.force_login(bruno)
    assert "Answer a Project Team" in page_of(client, reverse("home:duties"))
    assert "asked to coordinate" in page_of(client, made.get_absolute_url())
    client.post(reverse("projects:accept", args=[made.members.get().pk]))
    assert made.members.get().status == "accepted"
    again = client.get(url)
    assert again.status_code == 403


def test_coordinator_asks_further_people(client, bruno, carla, amina):
    idea = IdeaFactory()
    idea.support(by=carla)
    made = team(idea, coordinator=bruno, by=amina)
    url = reverse("projects:ask", args=[made.pk])
    client.force_login(bruno)
    assert client.get(url).status_code == 403  # asked, not accepted yet
    made.members.get().accept(by=bruno)
    page = page_of(client, url)
    assert "Carla Ruiz · Fundación Suelo" in page and "Amina" not in page
    stranger = AffiliationFactory()
    assert client.post(url, {"place": stranger.pk}).context["form"].errors["place"]
    client.post(url, {"place": carla.affiliations.get().pk})
    place = made.members.get(person=carla)
    assert (place.status, place.partner) == ("invited", partner_of(carla))
    client.force_login(carla)
    client.post(reverse("projects:decline", args=[place.pk]))
    assert TeamMember.objects.get(pk=place.pk).status == "declined"


def test_places_are_answered_by_their_people_alone(client, sofia, victor):
    made = team()
    place = made.members.get()
    for person, status in ((victor, 404), (sofia, 403)):
        client.force_login(person)
        assert client.post(reverse("projects:accept", args=[place.pk])).status_code == status
    client.force_login(sofia)
    client.post(reverse("projects:end", args=[place.pk]))
    assert TeamMember.objects.get().status == "left"


def test_leader_sets_aside_and_takes_up(client, amina):
    idea = IdeaFactory()
    client.force_login(amina)
    url = reverse("projects:set-aside", args=[idea.pk])
    assert client.post(url, {"reason": ""}).context["form"].errors["reason"]
    client.post(url, {"reason": "Next year."})
    client.logout()
    assert "Next year." in page_of(client, idea.get_absolute_url())
    client.force_login(amina)
    client.post(reverse("projects:take-up", args=[idea.pk]))
    assert Idea.objects.get().status == "proposed"


def test_team_is_worded_anew(client, amina):
    made = team()
    client.force_login(amina)
    url = reverse("projects:team-change", args=[made.pk])
    assert client.post(url, {"name": "", "purpose": "X"}).context["form"].errors["name"]
    client.post(url, {"name": "Team Trees", "purpose": "Plant and learn."})
    assert "Team Trees" in page_of(client, made.get_absolute_url())


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_pages_in_three_languages(client, amina, language):
    made = formed_team()
    client.force_login(amina)
    for path in ("projects/", "projects/ideas/", f"projects/ideas/{made.idea.pk}/", f"projects/teams/{made.pk}/"):
        assert client.get(f"/{language}/{path}").status_code == 200
    assert client.put("/en/projects/ideas/").status_code == 405


def test_header_leads_to_projects(client):
    assert 'href="/en/projects/"' in page_of(client, "/en/")
