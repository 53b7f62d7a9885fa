"""Discussions in three languages: in the room of A2, in that of a college and in that of a region."""

from django.utils import translation

from core.models import Theme
from discussions.models import Thread
from home.demo.past import days_ago, happening
from spaces.models import Space
from taskforces.models import TaskForce

# Of this discussion a question to scientists was made.
HEDGES = "Quand mesurer ce que stocke une haie ?"


def discuss(cast, crowd, by):
    """What stands under “Discussions” of these rooms."""
    story = Story(cast, crowd)
    story.dry_season()
    story.meeting_announced()
    story.advertisement(by)
    story.soil_probe()
    story.bolivian_oats()
    story.hedges()


class Story:
    """The cast and people with a seat in A2 write to each other."""

    def __init__(self, cast, crowd):
        self.cast = cast
        a2 = TaskForce.objects.with_objective().select_related("space").get(objective__code="A2")
        self.room = a2.space
        seated = [person for person in crowd if a2.is_home_of(person)]
        self.seated = seated or [cast["bruno"]]
        self.partners = [person for person in crowd if person.is_partner]

    def begin(self, person, days, title, text, language, *, space=None, kind=Thread.Kind.DISCUSSION, themes=()):
        """Somebody began a thread, `days` days ago."""
        with happening(days_ago(days)), translation.override(language):
            return Thread.objects.start(
                space or self.room,
                kind=kind,
                title=title,
                text=text,
                language=language,
                themes=Theme.objects.all()[slice(*themes)] if themes else (),
                by=person,
            )

    def say(self, thread, person, days, text, language, quotes=None):
        """And somebody answered."""
        with happening(days_ago(days)):
            return thread.reply(text, language=language, quotes=quotes, by=person)

    def dry_season(self):
        """Answered in three languages, found useful, and closed with what came of it."""
        amina, fatou = self.cast["amina"], self.cast["fatou"]
        thread = self.begin(
            fatou,
            41,
            "Garder le sol couvert pendant la saison sèche",
            "Dans l’Atacora, les résidus partent en fourrage dès novembre. Qui a trouvé une couverture que les "
            "troupeaux laissent en place ?",
            "fr",
            themes=(0, 2),
        )
        asked = thread.posts.get()
        text = "We leave the stalks standing and pay for the grazing elsewhere: cheaper than sowing a cover again."
        answer = self.say(thread, self.seated[0], 39, text, "en", quotes=asked)
        self.say(thread, self.seated[-1], 36, "En Zacatecas usamos nopal en franjas: el ganado casi no lo toca.", "es")
        self.say(thread, amina, 34, "Merci. @Fatou Sarr, pourriez-vous chiffrer le fourrage ?", "fr", quotes=answer)
        with happening(days_ago(33)):
            answer.react("useful", by=fatou)
            answer.react("useful", by=amina)
            answer.react("support", by=amina)
        with happening(days_ago(12)):
            thread.close(
                "Trois pistes : laisser les tiges debout, payer le pâturage ailleurs, planter des bandes de nopal. "
                "Fatou chiffre la deuxième pour la prochaine réunion.",
                by=amina,
            )

    def meeting_announced(self):
        """Amina tells everybody, and keeps it on top."""
        amina = self.cast["amina"]
        thread = self.begin(
            amina,
            9,
            "Prochaine réunion : apportez une lacune de votre région",
            "Chacune et chacun présente en trois minutes une lacune du registre. Les diapositives ne sont pas "
            "nécessaires.",
            "fr",
            kind=Thread.Kind.ANNOUNCEMENT,
        )
        with happening(days_ago(9)):
            thread.pin(by=amina)
        self.say(thread, self.seated[0], 7, "I will bring the one on peat in Central Asia.", "en")

    def advertisement(self, sofia):
        """One post was hidden, and its author objects; another was reported yesterday and waits."""
        thread = self.begin(
            self.seated[1 % len(self.seated)],
            18,
            "Which laboratories measure carbon by dry combustion?",
            "We need 400 samples measured before June. Names and prices would help.",
            "en",
            kind=Thread.Kind.CALL,
            themes=(1, 3),
        )
        self.say(
            thread, self.cast["fatou"], 17, "L’université de Parakou le fait, environ 14 euros l’échantillon.", "fr"
        )
        sold = self.say(
            thread, self.seated[-1], 16, "Our agency sends a catalogue of 300 laboratories for 90 euros.", "en"
        )
        with happening(days_ago(15)):
            sold.hide("Advertising. Names and prices of single laboratories are welcome.", by=self.cast["amina"])
        with happening(days_ago(3)):
            sold.appeal("The list is not ours: a foundation publishes it, I only paid for my copy.", by=sold.author)
        doubtful = self.say(thread, self.seated[0], 2, "Whoever still uses Walkley-Black should not publish.", "en")
        with happening(days_ago(1)):
            doubtful.report("Ce ton n’aide personne.", by=self.cast["fatou"])
            sold.thread.follow(by=sofia)

    def soil_probe(self):
        """A call nobody has answered yet: Bruno made it twice, and Amina made the two one."""
        first = self.begin(
            self.cast["bruno"],
            4,
            "Sonde de 60 cm à prêter d’avril à juin",
            "Notre sonde hydraulique est libre au printemps. Qui vient la chercher à Montpellier ?",
            "fr",
            kind=Thread.Kind.CALL,
        )

        again = self.begin(
            self.cast["bruno"],
            3,
            "Sonde de 60 cm : précision",
            "Le camion du prêteur suffit : elle pèse 80 kg avec son coffret.",
            "fr",
        )
        with happening(days_ago(2)):
            again.merge(first, by=self.cast["amina"])

    def hedges(self):
        """Fatou makes a question to scientists of it."""
        fatou = self.cast["fatou"]
        thread = self.begin(
            fatou,
            66,
            HEDGES,
            "Nous avons planté des haies de Gliricidia entre des parcelles de maïs. On nous demande déjà des chiffres.",
            "fr",
        )
        text = "Ours were measured after three years: nothing that stood out of the noise."
        self.say(thread, self.seated[0], 64, text, "en")

    def bolivian_oats(self):
        """In the room of a region, open to all partners."""
        space = Space.objects.get(slug="region-americas")
        carla = self.cast["carla"]
        thread = self.begin(
            carla,
            6,
            "Avena y vicia a 3.500 metros: ¿quién tiene datos?",
            "Para el ensayo en los Andes buscamos series de biomasa de al menos tres campañas.",
            "es",
            space=space,
            kind=Thread.Kind.IDEA,
        )
        self.say(thread, self.partners[0], 5, "We have two seasons from Cusco, and gladly share them.", "en")
