"""What the beat rings for, and when (UTC). The database is the truth: a job may be missed or run twice."""

from datetime import timedelta

from celery.schedules import crontab

SCHEDULE = {
    # Every minute: whatever a lost wake-up call left lying.
    "sweep-notices": {"task": "notifications.tasks.sweep", "schedule": timedelta(minutes=1)},
    # Every quarter of an hour: Monday, 7:00 comes to one time zone after the other, to some at half past.
    "write-digests": {"task": "notifications.tasks.write_digests", "schedule": crontab(minute="*/15")},
    # Every day at 05:00 UTC: leaders after 7 days, the secretariat after 14.
    "remind-of-waiting-applications": {
        "task": "taskforces.tasks.remind_of_waiting_applications",
        "schedule": crontab(hour=5, minute=0),
    },
    # Every day at 05:05 UTC: candidates whose statement is missing a week before the deadline.
    "remind-of-statements": {
        "task": "taskforces.tasks.remind_of_statements",
        "schedule": crontab(hour=5, minute=5),
    },
    # Every day at 05:06 UTC: mandates of leaders and representatives, 60 days before their end and at it.
    "remind-of-mandates": {"task": "taskforces.tasks.remind_of_mandates", "schedule": crontab(hour=5, minute=6)},
    # Every day at 05:07 UTC: mandates of the Bureau, 60 days before their end.
    "remind-of-bureau-mandates": {
        "task": "colleges.tasks.remind_of_bureau_mandates",
        "schedule": crontab(hour=5, minute=7),
    },
    # Every day at 05:05 UTC: leaders hear of new gaps, each at most once a week.
    "tell-of-gaps": {"task": "taskforces.tasks.tell_of_gaps", "schedule": crontab(hour=5, minute=5)},
    # Every day at 05:10 UTC: focal points after 7 days, the secretariat after 14.
    "remind-of-waiting-colleagues": {
        "task": "partners.tasks.remind_of_waiting_colleagues",
        "schedule": crontab(hour=5, minute=10),
    },
    # Every day at 05:05 UTC: the secretariat, of questions from outside that have waited for 14 days.
    "remind-of-waiting-enquiries": {
        "task": "taskforces.tasks.remind_of_waiting_enquiries",
        "schedule": crontab(hour=5, minute=5),
    },
    # Every day at 05:05 UTC: the secretariat, of questions to scientists that have waited for 14 days.
    "remind-of-unanswered-questions": {
        "task": "questions.tasks.remind_of_unanswered_questions",
        "schedule": crontab(hour=5, minute=5),
    },
    # Every day at 05:20 UTC: sheets of organisations that nobody has changed for 18 months.
    "remind-of-untouched-sheets": {
        "task": "partners.tasks.remind_of_untouched_sheets",
        "schedule": crontab(hour=5, minute=20),
    },
    # Every day at 05:20 UTC: agreements that end within 90 days.
    "alert-of-ending-agreements": {
        "task": "partners.tasks.alert_of_ending_agreements",
        "schedule": crontab(hour=5, minute=20),
    },
    # Every day at 05:25 UTC: authors of datasheets of which nobody has said for a year that they still hold.
    "remind-of-confirmations": {
        "task": "practices.tasks.remind_of_confirmations",
        "schedule": crontab(hour=5, minute=25),
    },
    # Every hour: meetings that begin within three days, events within one; each of their people hears once.
    "remind-of-meetings": {"task": "events.tasks.remind_of_meetings", "schedule": crontab(minute=40)},
    # Every day at 05:30 UTC: whoever has saved a search hears of practices published since.
    "tell-of-new-practices": {"task": "practices.tasks.tell_of_new_practices", "schedule": crontab(hour=5, minute=30)},
    # Every day at 03:00 UTC: accounts never confirmed, expired sessions, refused requests.
    "tidy": {"task": "accounts.tasks.tidy", "schedule": crontab(hour=3, minute=0)},
}
