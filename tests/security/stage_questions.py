"""What stands on the stage of questions to scientists."""

from functools import cached_property

from tests.factories.questions import QuestionFactory, answered, expert, theme


class QuestionsOnStage:
    """Bruno asks; Carla is an expert of forests, and has answered one of his questions."""

    @cached_property
    def forest_expert(self):
        return expert(self.carla, themes=["forests"])

    @cached_property
    def question(self):
        self.forest_expert  # noqa: B018 it goes to her
        return QuestionFactory(asker=self.bruno, title="Which oaks?", themes=["forests"])

    @cached_property
    def closed_question(self):
        question = QuestionFactory(asker=self.bruno, title="Which pines?", themes=["forests"])
        question.close("It was asked before.", by=self.sofia)
        return question

    @cached_property
    def answer(self):
        self.forest_expert  # noqa: B018 the answer is hers
        question = QuestionFactory(asker=self.bruno, title="Which beeches?", themes=["forests"])
        return answered(question, author=self.forest_expert)

    @cached_property
    def another_expert(self):
        """To whom the question can be led."""
        return expert(themes=[theme("peatlands-and-wetlands").slug])
