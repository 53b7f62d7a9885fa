"""The strategic plan from its data files (objectives/data), version 2, in three languages."""

from pathlib import Path

from core.loading import LANGUAGES, read_json
from objectives.models import Facility, Goal, GoalText, Objective, ObjectiveText, PlanVersion, Target

FOLDER = Path(__file__).parent
VERSION_NAMES = {
    1: {
        "en": "Strategic Plan, version 1",
        "fr": "Plan stratégique, version 1",
        "es": "Plan Estratégico, versión 1",
    },
    2: {
        "en": "Strategic Plan, version 2",
        "fr": "Plan stratégique, version 2",
        "es": "Plan Estratégico, versión 2",
    },
}


def load_plan():
    """Write or refresh version 2 of the plan; version 1 is there without texts. Running it again changes nothing."""
    version = load_versions()
    plans = {language: read_json(FOLDER, f"strategic_plan.{language}.json") for language in LANGUAGES}
    facility_of = load_facilities(plans)
    load_goals(plans, version)
    load_objectives(plans, version, facility_of, read_json(FOLDER, "targets.json"))


def in_each_language(field, rows):
    """{"label_en": …, "label_fr": …, "label_es": …} of the same `field` of parallel rows by language."""
    return {f"{field}_{language}": row[field] for language, row in rows.items()}


def load_versions():
    """Versions 1 and 2; version 2 comes into force unless a later one already is."""
    for number, names in VERSION_NAMES.items():
        version, _ = PlanVersion.objects.get_or_create(
            number=number, defaults={f"name_{language}": name for language, name in names.items()}
        )
    if not PlanVersion.objects.filter(is_in_force=True).exists():
        version.is_in_force = True
        version.save(update_fields=["is_in_force"])
    return version


def load_facilities(plans):
    """The 14 facilities; {objective code: facility}."""
    facility_of = {}
    for position, row in enumerate(plans["en"]["facilities"]):
        rows = {language: plan["facilities"][position] for language, plan in plans.items()}
        facility, _ = Facility.objects.update_or_create(
            family=row["family"],
            code=row["code"],
            defaults={"position": position} | in_each_language("name", rows),
        )
        facility_of |= dict.fromkeys(row["objectives"], facility)
    return facility_of


def load_goals(plans, version):
    """The six goals with their names and statements."""
    for position, row in enumerate(plans["en"]["goals"]):
        rows = {language: plan["goals"][position] for language, plan in plans.items()}
        goal, _ = Goal.objects.get_or_create(code=row["code"])
        write(GoalText, {"goal": goal, "version": version}, rows, ("name", "statement"))


def load_objectives(plans, version, facility_of, targets):
    """The 24 objectives, their wording and their targets."""
    goals = {goal.code: goal for goal in Goal.objects.order_by("code")}
    for position, row in enumerate(plans["en"]["objectives"]):
        rows = {language: plan["objectives"][position] for language, plan in plans.items()}
        rows = {language: each | {"notes": "\n\n".join(each["notes"])} for language, each in rows.items()}
        objective, _ = Objective.objects.update_or_create(
            code=row["code"], defaults={"goal": goals[row["goal"]], "facility": facility_of[row["code"]]}
        )
        write(
            ObjectiveText,
            {"objective": objective, "version": version},
            rows,
            ("label", "title", "description", "notes"),
        )
        load_targets(objective, version, rows, targets[row["code"]])


def load_targets(objective, version, rows, figures):
    """Baseline 2020 and targets 2030 and 2050 of one objective."""
    for year, field in ((2020, "baseline_2020"), (2030, "target_2030"), (2050, "target_2050")):
        figure = figures[str(year)]
        values = {f"text_{language}": row[field] for language, row in rows.items()}
        values |= {f"short_{language}": figure["short"][language] for language in rows}
        values |= {"value": figure["value"], "unit": figure["unit"] or ""}
        refresh(Target, {"objective": objective, "version": version, "year": year}, values)


def write(model, key, rows, fields):
    """One text row with each of `fields` in each language."""
    values = {}
    for field in fields:
        values |= in_each_language(field, rows)
    refresh(model, key, values)


def refresh(model, key, values):
    """Create the row, or leave it alone: what the secretariat has edited since is not overwritten."""
    model.objects.get_or_create(**key, defaults=values)
