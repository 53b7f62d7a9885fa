"""What others may do with a datasheet."""

import re

from django.db import models


class Licence(models.TextChoices):
    """Open licences only: a datasheet is written to be used."""

    CC_BY = "cc-by", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa", "CC BY-SA 4.0"
    CC0 = "cc0", "CC0 1.0"

    @property
    def url(self):
        """Where its terms stand."""
        paths = {"cc-by": "licenses/by/4.0/", "cc-by-sa": "licenses/by-sa/4.0/", "cc0": "publicdomain/zero/1.0/"}
        return f"https://creativecommons.org/{paths[self.value]}"

    @property
    def spdx(self):
        """What the list of SPDX calls it."""
        return {"cc-by": "CC-BY-4.0", "cc-by-sa": "CC-BY-SA-4.0", "cc0": "CC0-1.0"}[self.value]


# "CC BY 4.0", "CC-BY-SA-4.0", "https://creativecommons.org/licenses/by/4.0/", "CC0".
CALLED = {
    Licence.CC_BY: re.compile(r"(cc[\s-]*by([\s-]*4\.0)?|\S*creativecommons\.org/licenses/by/4\.0\S*)"),
    Licence.CC_BY_SA: re.compile(r"(cc[\s-]*by[\s-]*sa([\s-]*4\.0)?|\S*creativecommons\.org/licenses/by-sa/4\.0\S*)"),
    Licence.CC0: re.compile(r"(cc[\s-]*(0|zero)([\s-]*1\.0)?|\S*creativecommons\.org/publicdomain/zero/1\.0\S*)"),
}


def licence_called(text):
    """The key of the licence of ours that is called so; "" for every other one, and for none."""
    bare = " ".join(text.lower().split())
    return next((licence.value for licence, words in CALLED.items() if words.fullmatch(bare)), "")
