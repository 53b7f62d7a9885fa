"""What the page of an Interface shows: as many queries as it has kinds, however many rows there are."""

from interfaces.lenses import SHOWN, lenses, lenses_of


def gathered(interface, user):
    """[{"title", "url", "rows"}] of the kinds that have something to show to `user`."""
    found = []
    for lens in lenses_of(interface):
        rows = list(lens.shown(user, interface)[:SHOWN])
        for row in rows:
            row.lens_note = lens.note(row)
        if rows:
            found.append({"title": lens.title, "url": lens.url(interface), "rows": rows})
    return found


def pinned(interface, user):
    """The pins whose things `user` may see, in order, each with its `target` and its `note`."""
    pins = list(interface.pins.select_related("content_type").in_order())
    kinds = {lens.model: lens for lens in lenses()} if pins else {}
    by_kind = {}
    for pin in pins:
        by_kind.setdefault(pin.content_type.model_class(), []).append(pin.object_id)
    targets = {model: kinds[model].visible(user).in_bulk(keys) for model, keys in by_kind.items() if model in kinds}
    shown = []
    for pin in pins:
        model = pin.content_type.model_class()
        target = targets.get(model, {}).get(pin.object_id)
        if target is not None:
            pin.target, pin.note = target, pin.words or kinds[model].note(target)
            shown.append(pin)
    return shown
