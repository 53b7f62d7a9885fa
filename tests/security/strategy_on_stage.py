"""The cycle of A2 and the strategy of its objective, on the stage."""

from functools import cached_property

from tests.factories.cycle import at_stage, attested
from tests.factories.strategy import ProposalFactory, StrategyItemFactory, rewording


class StrategyOnStage:
    """A2 stands at stage 1, with one output attested by Amina; Fatou proposes."""

    @cached_property
    def stage_record(self):
        return at_stage(self.a2, 1)

    @cached_property
    def delivery(self):
        return attested(self.a2, "literature-gathered", by=self.amina)

    @cached_property
    def output(self):
        """Not attested yet."""
        return self.stage_record.stage.outputs.get(code="sponsors-listed")

    @cached_property
    def strategy_item(self):
        return StrategyItemFactory()

    @cached_property
    def proposal(self):
        """Another wording, by Fatou."""
        return rewording(self.strategy_item, by=self.fatou)

    @cached_property
    def addition(self):
        return ProposalFactory(by=self.mila)
