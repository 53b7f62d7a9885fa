# The image of web, worker, beat and migrate: one image, four commands (docker-compose.yml).
# No embedded servers, no compiler, no secret; what the processes write goes to PostgreSQL, /files or /tmp.

FROM python:3.13.7-slim-bookworm AS packages
RUN python -m venv /packages
COPY requirements/runtime.lock .
RUN /packages/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r runtime.lock

FROM python:3.13.7-slim-bookworm
ENV PATH=/packages/bin:$PATH \
    PYTHONPATH=/app:/app/platform \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=config.settings.production
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin platform \
    && install --directory --owner=platform --mode=0700 /files
COPY --from=packages /packages /packages
WORKDIR /app
COPY . .
# The settings demand a key and addresses; these ones live only as long as this line.
RUN export SECRET_KEY=$(python -c "import secrets; print(secrets.token_urlsafe(60))") \
        SITE_URL=https://build.invalid ALLOWED_HOSTS=build.invalid \
        DATABASE_URL=postgres://build.invalid/build REDIS_URL=redis://build.invalid \
    && deploy/compile-catalogues \
    && python manage.py collectstatic --no-input --verbosity 0
USER platform
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["deploy/is-healthy"]
CMD ["gunicorn", "--config", "python:config.gunicorn", "config.wsgi"]
