"""How an item of a register is written: its facts in one form, its DOI once, its links."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from core.references import doi_in_address, doi_of, plain_address


class Writing:
    """What the verbs of an item have in common."""

    def _lock(self):
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update(of=("self",)))

    def _write(self, facts):
        """Set the facts, judge them, save."""
        for name, value in facts.items():
            setattr(self, name, value)
        self.judge()
        self._save()

    def judge(self):
        """Bring the facts into one form of writing. Raises ValidationError, by field, for those that do not hold."""
        self.title = " ".join((self.title or "").split())
        try:
            self.doi = doi_of(self.doi) or doi_in_address(self.address)
        except ValidationError as error:
            raise ValidationError({"doi": error.messages}) from None
        self.plain_address = plain_address(self.address)
        # What they point at was found a moment ago; asking again would cost an import four questions a line.
        self.clean_fields(exclude=["task_force", "country", "added_by", "merged_into"])

    def _save(self, *fields):
        """Save, unless another kept item of the task force has its DOI: also when that one came a moment ago."""
        try:
            with transaction.atomic():
                self.save(update_fields=fields or None)
        except IntegrityError as error:
            if "a_doi_stands_once_in_a_register" not in str(error):
                raise
            other = type(self).objects.kept().filter(task_force=self.task_force_id, doi=self.doi).first()
            sentence = _("“%(title)s” has this DOI and stands in the register already.")
            raise ValidationError({"doi": sentence % {"title": other or self.doi}}) from None

    def _link(self, regions, organisations):
        regions = {region.pk for region in regions}
        if self.country_id:
            regions.add(self.country.large_region.pk)
        self.regions.set(regions)
        self.organisations.set(organisations)
