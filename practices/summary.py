"""What a datasheet says in a few plain sentences, made from its coded answers in whatever language it is read."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from practices import costs
from practices.evidence import Level, of_measurement
from practices.kinds import kind_of
from practices.kinds.plain import Number

MOST_SENTENCES = 5
# A list of more than so many names is no sentence any more.
MOST_NAMES = 6


def sentences_of(contents, edition):
    """Three to five sentences: on which land, where, what for, what it does to soil carbon, what it costs."""
    told = (
        land(contents, edition),
        countries(contents, edition),
        carbon(contents) or organic_matter(contents),
        setting_up(contents),
        upkeep(contents),
        purposes(contents, edition),
        basis(contents),
    )
    return [sentence for sentence in told if sentence][:MOST_SENTENCES]


def names(contents, edition, key):
    """The names of a coded answer in a row, or nothing."""
    if key not in contents or key not in edition.questions:
        return ""
    shown = kind_of(edition.questions[key]).shown(contents[key])
    return "; ".join(shown[:MOST_NAMES]) + ("…" if len(shown) > MOST_NAMES else "")


def land(contents, edition):
    named = names(contents, edition, "land_use")
    return named and _("This practice is for the following land: %(land)s.") % {"land": named}


def countries(contents, edition):
    named, number = names(contents, edition, "countries"), len(contents.get("countries", ()))
    if not named:
        return ""
    sentence = ngettext(
        "It is in use in one country: %(countries)s.", "It is in use in %(number)d countries: %(countries)s.", number
    )
    return sentence % {"countries": named, "number": number}


def purposes(contents, edition):
    named = names(contents, edition, "purposes")
    return named and _("People use it for these reasons: %(purposes)s.") % {"purposes": named}


def basis(contents):
    """On what knowledge it stands."""
    return {
        "field_experience": _("What is told here comes from experience in the field."),
        "scientific": _("What is told here comes from scientific work."),
        "both": _("What is told here comes from experience in the field and from scientific work."),
    }.get(contents.get("basis"), "")


def carbon(contents):
    """The best founded figure of soil carbon."""
    rows = [row for row in contents.get("carbon", ()) if "value" in row and "depth_cm" in row]
    if not rows:
        return ""
    row = max(rows, key=lambda each: of_measurement(each).level)
    words = {key: Number.written(abs(row[key])) for key in ("value", "depth_cm", "baseline") if key in row}
    if of_measurement(row).level < Level.MEASURED:
        return estimated(row) % words
    if row.get("kind") == "rate":
        return rate(row) % words
    if "baseline" in row:
        return (
            _(
                "The soil held %(value)s tonnes of carbon per hectare down to %(depth_cm)s cm; without the practice it "
                "held %(baseline)s."
            )
            % words
        )
    return _("The soil held %(value)s tonnes of carbon per hectare down to %(depth_cm)s cm.") % words


def rate(row):
    if row["value"] < 0:
        return _("The soil lost %(value)s tonnes of carbon per hectare each year, down to %(depth_cm)s cm.")
    return _("The soil gained %(value)s tonnes of carbon per hectare each year, down to %(depth_cm)s cm.")


def estimated(row):
    """A figure nobody has measured is called so."""
    if row.get("kind") != "rate":
        return _("The soil is said to hold %(value)s tonnes of carbon per hectare down to %(depth_cm)s cm.")
    if row["value"] < 0:
        return _("The soil is said to lose %(value)s tonnes of carbon per hectare each year, down to %(depth_cm)s cm.")
    return _("The soil is said to gain %(value)s tonnes of carbon per hectare each year, down to %(depth_cm)s cm.")


def organic_matter(contents):
    """How its author judges it, where nobody has measured."""
    scores = [row["score"] for row in contents.get("impacts", ()) if row.get("impact") == "soil_organic_matter"]
    if not scores:
        return ""
    if scores[0] > 0:
        return _("Those who use it see more organic matter in the soil.")
    if scores[0] < 0:
        return _("Those who use it see less organic matter in the soil.")
    return _("Those who use it see no change of the organic matter in the soil.")


def setting_up(contents):
    """What it costs to begin."""
    return cost(
        contents,
        "establishment",
        per_ha=_("Setting it up costs about %(cost)s per hectare."),
        per_unit=_("Setting up one unit costs about %(cost)s."),
    )


def upkeep(contents):
    """What it costs to go on."""
    return cost(
        contents,
        "maintenance",
        per_ha=_("Keeping it up costs about %(cost)s per hectare and year."),
        per_unit=_("Keeping up one unit costs about %(cost)s a year."),
    )


def cost(contents, stage, **sentences):
    """The sentence about the costs of one stage; none where it is not said of how much land they are."""
    total = next((each for each in costs.totals(contents) if each.stage == stage), None)
    sentence = sentences.get(contents.get("cost_base"))
    if total is None or sentence is None or "currency" not in contents:
        return ""
    amount = {"amount": number_format(round(total.amount), force_grouping=True), "usd": ""}
    amount["currency"] = contents["currency"].upper()
    told = _("%(amount)s %(currency)s") % amount
    if total.usd is not None and contents["currency"] != "usd":
        amount["usd"] = number_format(round(total.usd), force_grouping=True)
        told = _("%(amount)s %(currency)s (%(usd)s US dollars)") % amount
    return sentence % {"cost": told}
