"""Questions to scientists in three languages: answered, asked back, unnamed, and one that nobody has answered."""

from core.models import Theme
from discussions.models import Thread
from home.demo.discussions import HEDGES as DISCUSSED
from home.demo.past import days_ago, happening
from questions.models import Expert, Question
from regions.models import Region

DEPTH = {
    "title": "How deep should we sample to see what cover crops store?",
    "text": "We grow cowpea between two crops of maize, on a sandy soil. Is 0–30 cm enough, or does a part of the "
    "carbon go deeper?",
    "language": "en",
}
DEPTH_ANSWER = (
    "Take 0–30 cm and 30–60 cm, separately. Most of the gain of cover crops is found above 30 cm within the first "
    "ten years, but on sandy soils some of it moves down. Without the second layer you cannot tell a gain from a "
    "shift. Weigh the dry soil of each ring: bulk density changes too."
)
HEDGES = {
    "title": "Combien d’années avant de mesurer l’effet d’une haie sur le carbone du sol ?",
    "text": "Nous avons planté des haies de Gliricidia entre des parcelles de maïs. Quand vaut-il la peine de revenir "
    "avec la tarière ?",
    "language": "fr",
}
HEDGES_ANSWER = (
    "Comptez cinq ans au moins. Avant cela, la différence est plus petite que la variation d’un point à l’autre. "
    "Prenez dès maintenant un état initial, avec les coordonnées de chaque point : c’est lui qui manque le plus "
    "souvent."
)
BEAN = {
    "title": "¿Sirve el haba como cultivo de cobertura por encima de 3.500 metros?",
    "text": "Hiela en junio y julio. Buscamos una leguminosa que cubra el suelo entre dos cosechas de papa.",
    "language": "es",
}
BEAN_ANSWER = (
    "Sí, si se siembra antes de abril: la planta soporta heladas ligeras cuando ya tiene seis hojas. Mézclela con "
    "avena, que protege el suelo si el haba se pierde."
)
LAND = {
    "title": "Nos bailleurs refusent les essais : à qui parler ?",
    "text": "Nous cultivons des terres louées à l’année. Existe-t-il des exemples de baux qui protègent le carbone du "
    "sol ?",
    "language": "fr",
}
PASTURE = {
    "title": "¿Qué carga animal mantiene el carbono de un pastizal de altura?",
    "text": "Tenemos alpacas en pastos naturales y notamos suelo desnudo en la época seca.",
    "language": "es",
}


def ask_scientists(cast, *, by):
    """Ines answers for her themes; the last question has waited for 20 days."""
    ines = cast["ines"]
    themes = Theme.objects.filter(
        slug__in=["soil-carbon-measurement", "agroforestry", "conservation-agriculture", "grazing-and-pastures"]
    )
    with happening(days_ago(120)):
        Expert.name(ines, themes=themes, by=by)
    depth = ask(cast["amina"], 90, DEPTH, ["soil-carbon-measurement", "conservation-agriculture"], "africa")
    with happening(days_ago(88)):
        answer = depth.answer(DEPTH_ANSWER, language="en", by=ines)
    with happening(days_ago(87)):
        answer.accept(by=cast["amina"])
    origin = Thread.objects.get(title=DISCUSSED, starter=cast["fatou"])
    hedges = ask(cast["fatou"], 61, HEDGES, ["agroforestry"], "africa", origin=origin)
    with happening(days_ago(60)):
        hedges.follow_up("Sur quel type de sol, et avec quelle distance entre les haies ?", language="fr", by=ines)
    with happening(days_ago(58)):
        hedges.follow_up("Sable limoneux, huit mètres.", language="fr", by=cast["fatou"])
    with happening(days_ago(55)):
        hedges.answer(HEDGES_ANSWER, language="fr", by=ines)
    bean = ask(cast["carla"], 33, BEAN, ["conservation-agriculture"], "americas")
    with happening(days_ago(31)):
        bean.answer(BEAN_ANSWER, language="es", by=ines)
    pasture = ask(cast["victor"], 20, PASTURE, ["grazing-and-pastures"], "americas")
    with happening(days_ago(5)):
        pasture.remind()
    ask(cast["bruno"], 4, LAND, ["policies-and-ndcs"], None, is_unnamed=True)


def ask(person, days, words, themes, region, **more):
    """Somebody asked, `days` days ago."""
    places = {
        "themes": Theme.objects.filter(slug__in=themes),
        "region": Region.objects.filter(slug=region).first(),
    }
    with happening(days_ago(days)):
        return Question.objects.ask(by=person, **words, **places, **more)
