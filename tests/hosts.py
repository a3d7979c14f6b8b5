"""Real servers with the configuration of `deploy/`, as an adopter would start them."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.published import hosting
from tests.browser.engines.server import linked
from tests.conftest import ROOT

SERVERS = ("nginx", "caddy", "apache")
_UNPACKED = ROOT / ".cache" / "servers" / "usr"
_PLACES = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", str(_UNPACKED / "sbin"), str(_UNPACKED / "bin")))

_NGINX = """
daemon off; pid {folder}/pid; error_log stderr;
{user}
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
    uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
    include {folder}/nginx-http.conf;
    server {{
        listen 127.0.0.1:{port};
        root {root};
        include {folder}/nginx-server.conf;
    }}
}}
"""
_CADDY = """
{{
    admin off
    auto_https off
}}
import {folder}/handbook.caddy
http://127.0.0.1:{port} {{
    root * {root}
    import handbook
}}
"""
_APACHE = """
{modules}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/log
TypesConfig /dev/null
DocumentRoot {root}
<Directory />
    Require all granted
</Directory>
<VirtualHost 127.0.0.1:{port}>
    Include {folder}/apache.conf
</VirtualHost>
"""
_MODULES = ("mpm_event", "authz_core", "unixd", "dir", "mime", "headers", "filter", "deflate", "alias", "autoindex")


def published(site: Path, folder: Path, under: str) -> Path:
    """A site as it is published below a path: the folder that is the host's root."""
    place = folder / under.strip("/")
    shutil.copytree(site, place, copy_function=linked)
    if under != "/":
        page = place / "404.html"
        text = page.read_text(encoding="utf-8")
        page.unlink()
        # What a build with that address writes there: nowhere else does a page name its place from the host's root.
        root = 'name="handbook-root" content="'
        text = text.replace('="/', f'="{under}').replace(root, root + under.rstrip("/"), 1)
        page.write_text(text, encoding="utf-8")
    return folder


@contextlib.contextmanager
def running(server: str, root: Path, folder: Path, under: str) -> Iterator[str]:
    """A server that publishes a folder, and the address of the site.

    Args:
        server: one of `SERVERS`; where the machine lacks it, the test is skipped with a word.
        root: what it publishes.
        folder: where its configuration is written.
        under: the path of the site.
    """
    command = shutil.which({"apache": "apache2"}.get(server, server), path=_PLACES)
    if not command:
        pytest.skip(f"not tried with {server}: this machine has none; `make test` brings nginx and Caddy on Debian")
    known = hosting.hosting(root / under.strip("/"))
    for name in hosting.FILES:
        (folder / name).write_text(hosting.configuration(name, known), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    user = "user root;" if os.name == "posix" and os.getuid() == 0 else ""
    modules = "\n".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so"
        for name in _MODULES
        if server == "apache" and Path(f"/usr/lib/apache2/modules/mod_{name}.so").exists()
    )
    text = {"nginx": _NGINX, "caddy": _CADDY, "apache": _APACHE}[server]
    settings = folder / "settings"
    settings.write_text(text.format(folder=folder, port=port, root=root, user=user, modules=modules), encoding="utf-8")
    started = {
        "nginx": [command, "-c", str(settings), "-p", str(folder), "-e", "stderr"],
        "caddy": [command, "run", "--config", str(settings), "--adapter", "caddyfile"],
        "apache": [command, "-f", str(settings), "-DFOREGROUND"],
    }[server]
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(
            started, stdout=said, stderr=subprocess.STDOUT, env={**os.environ, "HOME": str(folder)}
        )
    try:
        address = f"http://127.0.0.1:{port}{under}"
        _wait(process, address, folder)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait(process: subprocess.Popen, address: str, folder: Path) -> None:
    ends = time.monotonic() + 30
    while True:
        assert process.poll() is None, (folder / "said").read_text(encoding="utf-8")
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            assert time.monotonic() < ends, (folder / "said").read_text(encoding="utf-8")
            time.sleep(0.05)
