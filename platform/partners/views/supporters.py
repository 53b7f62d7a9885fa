"""Who supports the Initiative; and the documents behind it, for those who keep the register."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import ListView

from core.views.files import StoredFileView
from partners.models import Agreement, Partner


class SupporterList(ListView):
    """Organisations with a public agreement in force, by kind, country and name."""

    template_name = "partners/supporter_list.html"
    context_object_name = "supporters"

    def get_queryset(self):
        in_force = Agreement.objects.public().in_force()
        visible = Partner.objects.visible_to(self.request.user)
        supporters = visible.in_force().filter(pk__in=in_force.values("partner"))
        return supporters.select_related("country").by_name()

    def get_context_data(self, **kwargs):
        crumbs = [(_("Partners"), reverse("partners:list")), (_("Supporters"), None)]
        context = super().get_context_data(crumbs=crumbs, **kwargs)
        return context | {"kinds": by_kind(context["supporters"])}


def by_kind(supporters):
    """[(kind of organisation, its supporters by country)], in the order of the kinds; empty ones left out."""
    kinds = {kind: [] for kind in Partner.Type}
    for partner in supporters:
        kinds[Partner.Type(partner.type)].append(partner)
    by_country = ((kind, sorted(rows, key=lambda row: str(row.country))) for kind, rows in kinds.items())
    return [(kind.label, rows) for kind, rows in by_country if rows]


class AgreementDocument(LoginRequiredMixin, StoredFileView):
    """The document of an agreement, for the secretariat."""

    model = Agreement

    def stored(self, agreement):
        return agreement.document
