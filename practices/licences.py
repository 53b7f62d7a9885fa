"""What others may do with a datasheet."""

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
