"""The work of a year: a register, a question from outside, a Project Team, and the next stage of the cycle."""

import re

from playwright.sync_api import expect

from partners.models import Affiliation
from projects.models import Idea, ProjectTeam
from taskforces.models import Enquiry, Output, StageRecord
from tests.journeys.steps import choose, last_mail_to, open_fold, press
from tests.journeys.year import HOME, fits, takes_up

ITEM = "Couverts en zone sèche"
GAP = "Personne ne mesure les parcelles du Sahel."
ANNA = "anna.weiss@school.example"
QUESTION = "Wer hilft unserer Schule mit dem Acker?"
ANSWER = "Écrivez à l’association de votre région."
IDEA = "Des haies pour la plaine"
TEAM = "Équipe des haies"
NOTE = "Nous nous sommes réunis, et le plan de travail est adopté."


# The register and the question from outside.


def leader_fills_the_register(page, language):
    """One thing that is there, one that is missing."""
    page.goto(f"/{language}/{HOME}/register/")
    page.locator('main a[href$="/register/add/"], header a[href$="/register/add/"]').first.click()
    choose(page, "input[name=type][value=literature]")
    page.fill("input[name=title]", ITEM)
    choose(page, "input[name=regions][value=africa]")
    press(page, "form:has(input[name=title])")
    page.locator("main, header").get_by_text(ITEM).first.wait_for()
    page.goto(f"/{language}/{HOME}/register/table/")
    page.locator('a[href*="/gaps/name/"]').first.click()
    page.fill("input[name=statement]", GAP)
    page.select_option("select[name=region]", "africa")
    press(page, "form:has(input[name=statement])")
    page.wait_for_url(re.compile(r"/gaps/\d+/$"))
    expect(page.get_by_text(GAP).first).to_be_visible()


def visitor_asks(page, language):
    """A question without account, and the button behind the link of the mail; return the question."""
    page.goto(f"/{language}/{HOME}/questions/")
    page.locator('main a[href$="/questions/ask/"], header a[href$="/questions/ask/"]').first.click()
    page.fill("input[name=name]", "Anna Weiss")
    page.fill("input[name=email]", ANNA)
    page.fill("textarea[name=question]", QUESTION)
    choose(page, "input[name=may_be_published]")
    assert fits(page)
    press(page, "form:has(textarea[name=question])")
    page.wait_for_url("**/questions/")
    letter = last_mail_to(ANNA)
    assert f'lang="{language}"' in letter.alternatives[0].content
    page.goto(re.search(r"https://platform\.example(/\S+/questions/\S+)", letter.body).group(1))
    press(page, "main form:has(button.button)")
    page.wait_for_url("**/questions/")
    return Enquiry.objects.get(email=ANNA)


def leader_answers_and_publishes(page, enquiry, language):
    """Out of her duties; she never sees the address."""
    takes_up(page, language, f"/questions/{enquiry.pk}/")
    assert ANNA not in page.content()
    page.fill("form[action$='/reply/'] textarea[name=text]", ANSWER)
    choose(page, "input[name=publish]")
    press(page, 'form[action$="/reply/"]')
    page.wait_for_url("**/questions/received/")


def visitor_reads_the_answer(page, language):
    """In her mail, and on the page for everybody, without her name."""
    assert ANSWER in last_mail_to(ANNA).body
    page.goto(f"/{language}/{HOME}/questions/")
    expect(page.locator("main").get_by_text(ANSWER)).to_be_visible()
    assert "Anna Weiss" not in page.content()


# The team and the cycle.


def member_proposes_an_idea(page, language):
    """From the list of ideas; return the idea."""
    page.goto(f"/{language}/{HOME}/ideas/")
    page.locator('a[href$="/ideas/propose/"]').first.click()
    page.fill("input[name=title]", IDEA)
    page.fill("textarea[name=summary]", "Planter, mesurer, comparer pendant dix ans.")
    choose(page, "input[name=regions][value=europe]")
    assert fits(page)
    press(page, "form:has(input[name=title])")
    page.wait_for_url(re.compile(r"/projects/ideas/\d+/$"))
    return Idea.objects.get(title=IDEA)


def leader_forms_a_team(page, idea, coordinator, member, language):
    """With a coordinator, and somebody of another partner asked besides; return the team."""
    page.goto(f"/{language}/projects/ideas/{idea.pk}/")
    page.locator(f'a[href$="/ideas/{idea.pk}/team/"]').first.click()
    page.fill("input[name=name]", TEAM)
    page.fill("textarea[name=purpose]", "Des haies sur trois fermes.")
    page.select_option("select[name=coordinator]", place_of(coordinator))
    press(page, "form:has(select[name=coordinator])")
    page.wait_for_url(re.compile(r"/projects/teams/\d+/$"))
    page.select_option("select[name=place]", place_of(member))
    press(page, "form:has(select[name=place])")
    page.wait_for_url(re.compile(r"/projects/teams/\d+/$"))
    return ProjectTeam.objects.get(idea=idea)


def place_of(person):
    """Her organisation, as the forms name it."""
    return str(Affiliation.objects.get(person=person).pk)


def accepts_the_place(page, team, language):
    """Out of the duties, by one button."""
    takes_up(page, language, f"/projects/teams/{team.pk}/")
    assert fits(page)
    press(page, 'form[action$="/accept/"]')
    page.locator('form[action$="/accept/"]').wait_for(state="detached")


def leader_attests_and_moves_on(page, task_force, language):
    """The platform tells that every region is represented; she attests that they met, and moves on."""
    output = Output.objects.get(code="planning-meeting-held")
    page.goto(f"/{language}/{HOME}/cycle/")
    attest = f'form[action$="/cycle/outputs/{output.pk}/attest/"]'
    open_fold(page, attest)
    page.fill(f"{attest} textarea[name=note]", NOTE)
    page.locator(f"{attest} button").click()
    page.locator("main").get_by_text(NOTE).wait_for()
    takes_up(page, language, f"/{HOME}/cycle/")
    page.locator('form[action$="/move-on/"] button').click()
    page.locator('form[action$="/move-on/"]').wait_for(state="detached")
    assert StageRecord.objects.open().get(task_force=task_force).stage.code == "stocktaking"


def nothing_waits(page, language):
    """Everything of the year has been done."""
    page.goto(f"/{language}/home/")
    return page.locator("ul.duties li .row-title").all_inner_texts() == []
