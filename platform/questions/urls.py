from django.urls import path

from questions.views import answers, pages, steering

app_name = "questions"

QUESTION, ANSWER = "questions/<int:pk>/", "questions/answers/<int:pk>/"

urlpatterns = [
    path("questions/", pages.QuestionList.as_view(), name="list"),
    path("questions/ask/", pages.Ask.as_view(), name="ask"),
    path(QUESTION, pages.QuestionDetail.as_view(), name="detail"),
    path(f"{QUESTION}answer/", answers.Give.as_view(), name="answer"),
    path(f"{QUESTION}follow-up/", answers.Add.as_view(), name="follow-up"),
    path(f"{QUESTION}withdraw/", steering.Withdraw.as_view(), name="withdraw"),
    path(f"{QUESTION}assign/", steering.Assign.as_view(), name="assign"),
    path(f"{QUESTION}close/", steering.Close.as_view(), name="close"),
    path(f"{QUESTION}reopen/", steering.Reopen.as_view(), name="reopen"),
    path(f"{ANSWER}edit/", answers.Edit.as_view(), name="answer-edit"),
    path(f"{ANSWER}accept/", answers.Accept.as_view(), name="accept"),
]
