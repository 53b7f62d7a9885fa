"""What a practice costs: totals of its inputs, in the currency they were entered in and in US dollars."""

from dataclasses import dataclass

STAGES = ("establishment", "maintenance")


@dataclass
class Total:
    """The costs of one stage: `amount` in the currency entered, `usd` by the rate given or None, and the share in per
    cent that land users bear, or None where no line says it."""

    stage: str
    amount: float
    usd: float | None
    borne_percent: float | None


def totals(contents):
    """[Total] of the stages of which a line has quantity and price; maintenance is a year's."""
    rate = contents.get("usd_rate")
    rows = [row for row in contents.get("inputs", []) if "quantity" in row and "price" in row]
    return [
        total(stage, some, rate) for stage in STAGES if (some := [row for row in rows if row.get("stage") == stage])
    ]


def total(stage, rows, rate):
    """The Total of these lines. A line that does not say who bears it counts for no share."""
    amount = sum(row["quantity"] * row["price"] for row in rows)
    said = [row for row in rows if "borne_percent" in row]
    of_those = sum(row["quantity"] * row["price"] for row in said)
    borne = sum(row["quantity"] * row["price"] * row["borne_percent"] / 100 for row in said)
    share = round(100 * borne / of_those, 1) if of_those else None
    return Total(stage, round(amount, 2), round(amount / rate, 2) if rate else None, share)
