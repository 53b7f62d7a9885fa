"""What keeps opened datasheets on the reader's device."""

from django.views.generic import TemplateView


class Worker(TemplateView):
    """The script of the service worker. It lies at the root, because it may serve no page above its own address."""

    http_method_names = ["get", "head", "options"]
    template_name = "practices/offline.js"
    content_type = "text/javascript; charset=utf-8"
