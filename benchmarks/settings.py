"""Measured as it is served: no debugging, templates compiled once; without TLS, which the proxy ends."""

from config.settings.dev import *  # noqa: F403

DEBUG = False
ROOT_URLCONF = "benchmarks.bare"
LOGGING = {"version": 1, "root": {"level": "ERROR"}}
