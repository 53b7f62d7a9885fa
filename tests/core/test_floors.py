"""The house stands on its floors: imports go down, never up."""

from django.conf import settings

from tests.core.floors import EXCEPTIONS, FLOORS, ROOT, ways_up


def test_every_app_has_its_floor():
    ours = {name for name in settings.INSTALLED_APPS if (ROOT / name).is_dir() or (ROOT / "platform" / name).is_dir()}
    assert ours == FLOORS.keys()


def test_imports_go_down():
    explained = {(module, app) for module, reasons in EXCEPTIONS.items() for app in reasons}
    assert not ways_up() - explained, "Turn these imports round, or explain them in floors.py."


def test_exceptions_are_still_needed():
    explained = {(module, app) for module, reasons in EXCEPTIONS.items() for app in reasons}
    assert not explained - ways_up(), "These exceptions can go from floors.py."


def test_platform_is_no_package():
    assert not (ROOT / "platform" / "__init__.py").exists()
