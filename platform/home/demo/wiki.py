"""What people of A2 have written down together: in three languages, with a history, gaps, and a page removed."""

from home.demo.past import days_ago, happening
from taskforces.models import TaskForce
from wiki.models import Page

MEASURING = {
    "title": "How we measure soil carbon",
    "language": "en",
    "text": """A short common method, so that figures of different projects can be put side by side.

= Before going to the field
- Choose at least 12 points for each plot, on a grid and not where it looks good.
- Note what was grown in the last five years, and what was spread.
- Tell the farmers what will be done with the samples: see [[Talking with farmers]].

= In the field
1. Take the litter away, not the soil.
2. Sample 0–30 cm and 30–60 cm separately.
3. Take one undisturbed core for each depth: without bulk density a percentage says nothing about tonnes.

= In the laboratory
Dry combustion where it can be had. Where it cannot, send one sample in ten to a partner who has it.

== What to report
Tonnes of carbon for each hectare, with depth, bulk density and stones. More on https://www.fao.org/soils-portal/.""",
}
MEASURING_FR = {
    "title": "Comment nous mesurons le carbone du sol",
    "language": "fr",
    "text": """Une méthode commune et courte, pour pouvoir comparer les chiffres de plusieurs projets.

= Avant d’aller au champ
- Choisir au moins 10 points par parcelle, sur une grille et non là où c’est beau.
- Noter ce qui a été cultivé depuis cinq ans, et ce qui a été épandu.

= Au champ
1. Ôter la litière, pas le sol.
2. Prélever séparément 0–30 cm et 30–60 cm.

= Au laboratoire
Combustion sèche là où c’est possible.""",
}
MEASURING_ES = {
    "title": "Cómo medimos el carbono del suelo",
    "language": "es",
    "text": """Un método común y breve, para poder comparar las cifras de varios proyectos.

= Antes de ir al campo
- Elegir al menos 12 puntos por parcela, en una cuadrícula.
- Anotar lo cultivado en los últimos cinco años.

= En el campo
1. Quitar la hojarasca, no el suelo.
2. Tomar por separado 0–30 cm y 30–60 cm.

= En el laboratorio
Combustión seca donde sea posible.""",
}
HEDGES = {
    "title": "Haies vives : ce qui a marché",
    "language": "fr",
    "text": """Ce que nous avons appris dans l’Atacora et le Borgou. À compléter par chacun.

= Espèces
- Gliricidia : reprend bien en bouture, à protéger du bétail la première année.
- Pois d’Angole : deux récoltes, mais à renouveler tous les trois ans.

= Distances
Huit mètres entre les lignes suffisent pour l’attelage.

= Mesurer
Voir [[How we measure soil carbon|la méthode commune]] et [[Pépinières villageoises]].""",
}
CALENDAR = {
    "title": "Calendar of calls for projects",
    "language": "en",
    "text": """Those that come back every year. Please add what you know.

- January: national research agencies
- March: regional adaptation funds; see [[Writing a budget]]
- September: foundations; see [[Writing a budget]] and [[Talking with farmers]]""",
}
GREETING = {
    "title": "Bienvenida a la A2",
    "language": "es",
    "text": """Aquí guardamos lo que sabemos juntos.

- Para empezar: [[How we measure soil carbon]]
- Convocatorias: [[Calendar of calls for projects]]

Cada persona de esta sala puede corregir y añadir; nada se pierde.""",
}


def write_down(cast):
    """The wiki of A2."""
    amina, bruno, fatou = (cast[name] for name in ("amina", "bruno", "fatou"))
    space = TaskForce.objects.with_objective().get(objective__code="A2").space

    def write(person, words, **facts):
        return Page.objects.write(space, by=person, **words, **facts)

    def change(page, person, before, after, summary=""):
        page.edit(page.text.replace(before, after), seen=page.number, summary=summary, by=person)

    with happening(days_ago(120)):
        measuring = write(amina, MEASURING | {"text": MEASURING["text"].replace("12 points", "10 points")})
    with happening(days_ago(90)):
        hedges = write(fatou, HEDGES)
        write(fatou, MEASURING_FR, original=measuring)
    with happening(days_ago(60)):
        change(measuring, bruno, "10 points", "12 points", "12 points, as agreed in the meeting")
    with happening(days_ago(31)):
        write(amina, MEASURING_ES, original=measuring)
        write(amina, GREETING)
        change(hedges, bruno, "Huit mètres", "Huit à dix mètres", "Distances revues après la visite")
    with happening(days_ago(15)):
        write(bruno, CALENDAR)
        advert = write(fatou, {"title": "Sonde à vendre", "language": "fr", "text": "Presque neuve."})
    with happening(days_ago(14)):
        advert.remove("Les annonces ne sont pas des connaissances : écrivez plutôt à la discussion.", by=amina)
        change(hedges, fatou, "Huit à dix mètres", "Huit mètres")
    with happening(days_ago(5)):
        hedges.restore(2, by=bruno)
        measuring.protect(by=amina)
