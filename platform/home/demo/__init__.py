"""The demo: an invented house full of people, told through the verbs, at believable dates.

The same on each machine, and counted back from today. See DESIGN, section 8, for who is who.
"""

from django.db import transaction

from accounts.models import User
from home.demo.agreements import keep_agreements
from home.demo.ambassadors import send_ambassadors
from home.demo.applications import receive_applications
from home.demo.candidates import consult_on_candidates, elect_the_bureau
from home.demo.colleagues import expect_colleagues
from home.demo.conversations import exchange_messages
from home.demo.cycle import walk_the_cycle
from home.demo.discussions import discuss
from home.demo.enquiries import ask_from_outside
from home.demo.events import gather
from home.demo.ideas import propose_ideas
from home.demo.joining import receive_organisations
from home.demo.joining_forms import write_forms
from home.demo.library import fill_libraries
from home.demo.meetings import meet
from home.demo.notices import choose_mails, leave_mails_unsent, read_older_notices
from home.demo.partners import found_partners, part_ways
from home.demo.people import appoint_secretariat, gather_people, welcome_cast
from home.demo.places import settle_down
from home.demo.plans import plan_in_colleges
from home.demo.practices import describe_practices
from home.demo.questions import ask_scientists
from home.demo.register import take_stock
from home.demo.rooms import furnish_interfaces
from home.demo.seats import fill_task_forces
from home.demo.sheets import write_sheets
from home.demo.strategy import tell_the_strategy
from home.demo.waiting import leave_something_to_do, write_last_digests
from home.demo.wiki import write_down
from home.demo.year import talk_for_a_year

DOMAIN = "@demo.example"


def is_loaded():
    """Whether the demo's people are in this database."""
    return User.objects.filter(email=f"sofia{DOMAIN}").exists()


@transaction.atomic
def load():
    """Tell the whole story, once. Returns False, changing nothing, if it has been told."""
    if is_loaded():
        return False
    sofia = appoint_secretariat()
    partners = found_partners(by=sofia)
    cast = welcome_cast(partners, by=sofia) | {"sofia": sofia}
    crowd = gather_people(partners, by=sofia)
    write_sheets(partners, by=sofia)
    settle_down(by=sofia)
    fill_task_forces(cast, crowd, by=sofia)
    write_forms(cast)
    receive_applications(cast, crowd)
    walk_the_cycle(cast, by=sofia)
    tell_the_strategy(cast, by=sofia)
    meet(cast, by=sofia)
    consult_on_candidates(cast, crowd, by=sofia)
    elect_the_bureau(cast, crowd, by=sofia)
    plan_in_colleges()
    take_stock(cast)
    expect_colleagues(cast, partners, by=sofia)
    receive_organisations(by=sofia)
    keep_agreements(partners, by=sofia)
    send_ambassadors(crowd, by=sofia)
    exchange_messages(cast, crowd)
    propose_ideas(cast, crowd)
    furnish_interfaces(cast, by=sofia)
    discuss(cast, crowd, by=sofia)
    talk_for_a_year()
    write_down(cast)
    ask_from_outside(cast)
    fill_libraries(cast)
    describe_practices(cast, partners, by=sofia)
    gather(cast, by=sofia)
    ask_scientists(cast, by=sofia)
    leave_something_to_do(cast)
    part_ways(partners, by=sofia)
    choose_mails(cast)
    write_last_digests(cast)
    read_older_notices()
    leave_mails_unsent()
    return True
