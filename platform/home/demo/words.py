"""What the demo's people write when they ask to join, each in a language of her own."""

from pathlib import Path

from core.loading import read_json

WORKING_LANGUAGES = {"en": "English", "fr": "français, anglais", "es": "español, inglés"}
HOURS = ("up_to_4", "4_to_8", "more_than_8")


def answers_of(person, chance):
    """Answers to the default joining form."""
    words = read_json(Path(__file__).parent, "words.json")
    return {
        "motivation": chance.choice(words["motivation"][person.language]),
        "expertise": chance.choice(words["expertise"][person.language]),
        "time": chance.choice(HOURS),
        "languages": WORKING_LANGUAGES[person.language],
    }
