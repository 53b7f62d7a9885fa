"""Ideas of A2 in three languages, a team formed of two partners, one that is still forming."""

from django.utils import translation

from home.demo.past import days_ago, happening
from projects.models import Idea
from regions.models import Country, Region
from taskforces.models import TaskForce

BIOCHAR = {
    "title": "Biochar de coques d’anacarde pour les sols de l’Atacora",
    "summary": "Les ateliers d’anacarde du nord du Bénin brûlent leurs coques à l’air libre. Un four simple en ferait "
    "du biochar, mélangé au compost des maraîchères.\n\nNous voulons équiper trois ateliers, suivre douze parcelles "
    "pendant trois ans, et publier ce que le sol garde réellement.",
    "partners_wanted": "Un laboratoire pour les mesures, un financement pour trois fours.",
    "natures_wanted": ["public", "non_profit"],
    "language": "fr",
}
HEDGES = {
    "title": "Living hedges between maize plots",
    "summary": "Rows of Gliricidia every eight metres: fodder in the dry season, mulch before sowing, and roots that "
    "stay in the ground.\n\nA trial with 40 farms in two countries, measured at 0–30 cm and 30–60 cm before and after, "
    "by three methods on the same plots.",
    "partners_wanted": "Farmers’ organisations with nurseries of their own.",
    "natures_wanted": ["non_profit"],
    "language": "en",
}
DIRECT = {
    "title": "Siembra directa con cultivos de cobertura en los Andes",
    "summary": "A 3.500 metros la siembra directa apenas se ha probado. Proponemos veinte parcelas en Perú y Bolivia, "
    "con haba y avena como cobertura, y un manual en quechua y español.",
    "partners_wanted": "Universidades de la región y una organización de productores.",
    "natures_wanted": [],
    "language": "es",
}
FILM = {
    "title": "Un film sur les sols vivants",
    "summary": "Vingt minutes, pour les écoles d’agriculture.",
    "language": "fr",
}


def propose_ideas(cast, crowd):
    """What stands under “Ideas” of A2."""
    story = Story(cast, crowd)
    story.formed_team()
    story.forming_team()
    story.others()


class Story:
    """Ideas of the cast and of people who have a seat in A2."""

    def __init__(self, cast, crowd):
        self.cast = cast
        self.a2 = TaskForce.objects.with_objective().get(objective__code="A2")
        seated = [person for person in crowd if self.a2.is_home_of(person)]
        self.partners = [person for person in crowd if person.is_partner]
        self.seated = seated or [cast["bruno"]]

    def propose(self, person, days, words, regions=(), countries=(), gap=None):
        """Somebody proposed an idea, `days` days ago, perhaps to answer a gap."""
        places = {
            "regions": Region.objects.filter(slug__in=regions),
            "countries": Country.objects.filter(pk__in=countries),
        }
        with happening(days_ago(days)), translation.override(words["language"]):
            return Idea.objects.propose(self.a2, gap=gap, by=person, **words, **places)

    def support(self, idea, people, days):
        with happening(days_ago(days)):
            for person in people:
                idea.support(by=person)

    def say(self, idea, person, days, text, language, parent=None):
        with happening(days_ago(days)):
            return idea.comment(text, language=language, parent=parent, by=person)

    def formed_team(self):
        """Fatou's idea has become a team of AFRIS and Réseau Sahel Vert."""
        amina, bruno, fatou = (self.cast[name] for name in ("amina", "bruno", "fatou"))
        idea = self.propose(fatou, 95, BIOCHAR, ["africa"], ["BJ", "TG"])
        self.support(idea, [amina, bruno, *self.partners[:6]], 88)
        asked = self.say(idea, bruno, 84, "Quelle quantité de coques par atelier et par an ?", "fr")
        self.say(idea, fatou, 83, "Environ 40 tonnes, dont la moitié est brûlée sans usage.", "fr", parent=asked)
        with happening(days_ago(70)):
            team = idea.form_team(
                name="Biochar Atacora",
                purpose="Équiper trois ateliers et suivre douze parcelles pendant trois ans.",
                coordinator=fatou,
                partner=fatou.organisations[0],
                by=amina,
            )
            member = team.ask(amina, amina.organisations[0], by=amina)
        with happening(days_ago(66)):
            team.members.get(person=fatou).accept(by=fatou)
            member.accept(by=amina)
        self.invite_ines(team)

    def invite_ines(self, team):
        """A scientist was asked last week, and has not answered."""
        ines = self.cast["ines"]
        with happening(days_ago(6)):
            team.ask(ines, ines.organisations[0], by=self.cast["fatou"])

    def forming_team(self):
        """Amina's idea answers a gap Bruno named, and has a team with one partner so far; he is asked."""
        amina, bruno = self.cast["amina"], self.cast["bruno"]
        gap = self.a2.gaps.open().get(statement__startswith="No project compares")
        idea = self.propose(amina, 52, HEDGES, ["africa"], ["BJ"], gap=gap)
        self.support(idea, [bruno, self.cast["fatou"], *self.partners[2:6]], 47)
        self.say(idea, self.cast["carla"], 45, "Trabajamos con setos en Aragón: podemos compartir los datos.", "es")
        with happening(days_ago(20)):
            team = idea.form_team(
                name="Living hedges",
                purpose="Plan the trial with 40 farms and look for funds.",
                coordinator=amina,
                partner=amina.organisations[0],
                by=amina,
            )
        with happening(days_ago(19)):
            team.members.get().accept(by=amina)
        with happening(days_ago(3)):
            team.ask(bruno, bruno.organisations[0], by=amina)

    def others(self):
        """One that is being discussed, one that was set aside."""
        bruno, carla = self.cast["bruno"], self.cast["carla"]
        idea = self.propose(self.seated[-1], 16, DIRECT, ["americas"], ["PE", "BO"])
        self.support(idea, [carla, self.cast["ines"], *self.partners[8:11]], 12)
        asked = self.say(idea, self.cast["ines"], 11, "¿Qué variedades de haba resisten la helada?", "es")
        self.say(idea, carla, 10, "En Junín hay un banco de semillas: puedo preguntar.", "es", parent=asked)
        self.say(idea, bruno, 2, "Nous pourrions prêter une sonde pour 0–60 cm.", "fr")
        film = self.propose(bruno, 40, FILM)
        with happening(days_ago(36)):
            film.set_aside("Belle idée, mais elle relève de C1 : parlez-en à ses membres.", by=self.cast["amina"])
