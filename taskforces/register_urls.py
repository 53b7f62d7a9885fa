"""Addresses below a task force: its register and its gaps."""

from django.urls import path

from taskforces.views import gaps, importing, register, register_items

urlpatterns = [
    path("register/", register.RegisterList.as_view(), name="register"),
    path("register/table/", register.RegisterMatrix.as_view(), name="register-table"),
    path("register/export/", register.RegisterExport.as_view(), name="register-export"),
    path("register/import/", importing.RegisterImport.as_view(), name="register-import"),
    path("register/add/", register_items.ItemAdd.as_view(), name="register-add"),
    path("register/<int:pk>/", register_items.ItemDetail.as_view(), name="register-item"),
    path("register/<int:pk>/change/", register_items.ItemChange.as_view(), name="register-change"),
    path("register/<int:pk>/withdraw/", register_items.ItemWithdraw.as_view(), name="register-withdraw"),
    path("register/<int:pk>/restore/", register_items.ItemRestore.as_view(), name="register-restore"),
    path("register/<int:pk>/merge/", register_items.ItemMerge.as_view(), name="register-merge"),
    path("gaps/name/", gaps.GapName.as_view(), name="gap-name"),
    path("gaps/<int:pk>/", gaps.GapDetail.as_view(), name="gap"),
    path("gaps/<int:pk>/address/", gaps.GapAddress.as_view(), name="gap-address"),
    path("gaps/<int:pk>/close/", gaps.GapClose.as_view(), name="gap-close"),
    path("gaps/<int:pk>/reopen/", gaps.GapReopen.as_view(), name="gap-reopen"),
    path("gaps/<int:pk>/support/", gaps.GapSupport.as_view(), name="gap-support"),
    path("gaps/<int:pk>/drop-support/", gaps.GapDropSupport.as_view(), name="gap-drop-support"),
]
