"""Reading: all pages, what changed, one page, its history."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from django.views.generic import ListView, TemplateView

from wiki.comparing import compare
from wiki.forms import CompareForm, FindForm
from wiki.markup import contents
from wiki.models import Edition, Page
from wiki.reading import page_as_html
from wiki.views import InWiki, OfPage, number_in

# So many of the pages that are missing, removed, or lead here are named.
SHOWN = 20


class PageList(InWiki, ListView):
    """The pages of a space from A to Z, found by words; those that are still missing."""

    http_method_names = ["get", "head", "options"]
    template_name = "wiki/page_list.html"
    context_object_name = "pages"
    paginate_by = 60

    @cached_property
    def all_pages(self):
        return Page.objects.visible_to(self.request.user).filter(space=self.space)

    @cached_property
    def letter(self):
        """The letter asked for, or ""."""
        asked = self.request.GET.get("letter", "").upper()
        return asked if len(asked) == 1 and ("A" <= asked <= "Z" or asked == "#") else ""

    def get_queryset(self):
        self.find_form = FindForm(self.request.GET)
        pages = self.find_form.narrow(self.all_pages.standing()).defer("text").order_by("plain_title", "pk")
        return pages.under(self.letter) if self.letter else pages

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        for page in context["pages"]:
            page.space = self.space
        removed = self.all_pages.removed().newest_first()[:SHOWN] if self.may_moderate else []
        return context | {
            "ways": self.ways(),
            "write_url": self.write_url,
            "filter_form": self.find_form,
            "is_filtered": self.find_form.is_asking,
            "letters": self.all_pages.standing().letters(),
            "letter": self.letter,
            "wanted": list(Page.objects.visible_to(self.request.user).wanted(self.space)[:SHOWN]),
            "removed": removed,
        }


class Changes(InWiki, ListView):
    """The pages of a space as they changed, the newest first, each with its last edition."""

    http_method_names = ["get", "head", "options"]
    template_name = "wiki/changes.html"
    context_object_name = "pages"
    paginate_by = 30
    page_title = gettext_lazy("Recent changes")

    def get_queryset(self):
        pages = Page.objects.visible_to(self.request.user).standing().filter(space=self.space)
        return pages.defer("text").with_current_edition().newest_first()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        for page in context["pages"]:
            page.space = self.space
        return context | {"ways": self.ways()}


class PageDetail(OfPage, TemplateView):
    """A page as it is, or as an earlier edition was (`?edition=`)."""

    http_method_names = ["get", "head", "options"]
    template_name = "wiki/page_detail.html"

    def get(self, request, *args, **kwargs):
        if self.page.slug != self.kwargs["name"]:
            return redirect(self.page)
        if self.follow and request.method == "GET" and self.edition.number == self.page.number:
            self.follow.note_read(self.page.number)
        return super().get(request, *args, **kwargs)

    @cached_property
    def follow(self):
        """Her Follow of the page, or None."""
        return self.page.follow_of(self.request.user) if self.request.user.is_authenticated else None

    @cached_property
    def edition(self):
        """The edition that is shown."""
        asked = self.request.GET.get("edition", "")
        number = number_in(asked) if asked else self.page.number
        edition = Edition.objects.visible_to(self.request.user).filter(page=self.page, number=number)
        if found := edition.select_related("author").first():
            return found
        raise Http404

    def get_context_data(self, **kwargs):
        page, user, edition = self.page, self.request.user, self.edition
        family = list(page.family(user))
        for each in family:
            self.share_space(each)
        leading_here = list(Page.objects.visible_to(user).linking_to(page).defer("text")[: SHOWN + 1])
        for each in leading_here:
            each.space = self.space
        return super().get_context_data(
            page=page,
            edition=edition,
            is_old=edition.number != page.number,
            html=page_as_html(edition.text, self.space, may_post=self.may_post),
            contents=contents(edition.text),
            family=family,
            missing_languages=page.missing_languages(family) if page.source.is_standing else [],
            leading_here=leading_here[:SHOWN],
            leads_more=len(leading_here) > SHOWN,
            may_edit=user.has_perm("wiki.edit_page", page),
            is_followed=self.follow is not None and self.follow.is_on,
            **kwargs,
        )


class History(OfPage, ListView):
    """All editions, the newest first; two of them compared (`?older=3&newer=5`)."""

    http_method_names = ["get", "head", "options"]
    template_name = "wiki/history.html"
    context_object_name = "editions"
    paginate_by = 50
    page_title = gettext_lazy("History")

    def get_queryset(self):
        editions = Edition.objects.visible_to(self.request.user).filter(page=self.page)
        return editions.select_related("author").defer("text").newest_first()

    @cached_property
    def compared(self):
        """(older, newer) Edition, or None."""
        numbers = self.compare_form.numbers
        if numbers is None:
            return None
        editions = Edition.objects.visible_to(self.request.user).filter(page=self.page, number__in=numbers)
        found = list(editions.select_related("author").order_by("number"))
        return found if len(found) == 2 else None

    @cached_property
    def compare_form(self):
        return CompareForm(self.request.GET, most=self.page.number)

    def get_context_data(self, **kwargs):
        older, newer = self.compared or (None, None)
        return super().get_context_data(
            page=self.page,
            compare_form=self.compare_form,
            older=older,
            newer=newer,
            lines=compare(older.text, newer.text) if older else [],
            may_edit=self.request.user.has_perm("wiki.edit_page", self.page),
            **kwargs,
        )
