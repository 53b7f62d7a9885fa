"""My notices."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import DetailView, ListView, View

from core.views import VisibleMixin
from notifications.models import Notice


class NoticeList(LoginRequiredMixin, VisibleMixin, ListView):
    """What I was told: what I have not read first."""

    model = Notice
    paginate_by = 20
    template_name = "notifications/notice_list.html"

    def get_queryset(self):
        return super().get_queryset().with_activity().unread_first()


class NoticeOpen(LoginRequiredMixin, VisibleMixin, DetailView):
    """One notice in full; reading it is a button, so that a mail scanner that opens the link changes nothing."""

    model = Notice
    template_name = "notifications/notice_detail.html"

    def get_context_data(self, **kwargs):
        crumbs = [(_("Notices"), reverse("notifications:list")), (_("Notice"), None)]
        return super().get_context_data(crumbs=crumbs, **kwargs)

    def post(self, request, pk):
        notice = self.get_object()
        Notice.objects.filter(pk=notice.pk).mark_read()
        return redirect(notice.wording.target_url if notice.is_about_something else "notifications:list")


class NoticesRead(LoginRequiredMixin, View):
    """All my notices have been read."""

    http_method_names = ["post", "options"]

    def post(self, request):
        number = Notice.objects.visible_to(request.user).mark_read()
        messages.success(
            request,
            ngettext("%(number)d notice marked as read.", "%(number)d notices marked as read.", number)
            % {"number": number},
        )
        return redirect("notifications:list")
