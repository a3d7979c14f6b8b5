"""The command line: `python -m macros COMMAND`, the same on every system; `make` merely calls it.

Nothing but Python itself is imported here.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..console import said

MESSAGES = ("text", "mail", "wecom", "dingtalk", "feishu")
"""What a message about reviews can be written for."""
REMOVABLE = ("channel", "checklist", "contact", "page", "scenario", "template", "term")
"""What can be taken out, by kind."""
PATTERNS = Path(__file__).parent / "patterns"


def kinds() -> list[str]:
    """The kinds of thing that can be laid down: those that have a pattern."""
    return sorted(pattern.stem for pattern in PATTERNS.glob("*.yml"))


def read(arguments: list[str]) -> argparse.Namespace:
    """Read a command line; ends the run with a message where it can't be read, or help was asked for."""
    whole = _parser()
    given, rest = whole.parse_known_args(arguments)
    if given.command is None:
        whole.print_help(sys.stderr)
        sys.exit(2)
    if rest and given.command != "test":
        whole.error(said("unknown_arguments", rest=" ".join(rest)))
    given.rest = rest
    return given


def needs(given: argparse.Namespace) -> tuple[str, ...]:
    """The lists of what a command needs."""
    for_developers = (
        given.command in ("test", "style", "sbom")
        or (given.command == "check" and given.all)
        or (given.command == "setup" and given.developers)
    )
    return ("requirements.txt", "requirements-dev.txt") if for_developers else ("requirements.txt",)


def _parser() -> argparse.ArgumentParser:
    """What a command line may hold."""
    whole = argparse.ArgumentParser(prog="python -m macros", allow_abbrev=False)
    commands = whole.add_subparsers(dest="command", title=said("help_commands"), metavar="")

    def command(name: str) -> argparse.ArgumentParser:
        words = said(f"help_{name}")
        return commands.add_parser(name, help=words, description=words, allow_abbrev=False)

    serving = command("serve")
    serving.add_argument("--port", type=_port, default=8000, help=said("help_port"))
    serving.add_argument("--host", default="127.0.0.1", help=said("help_host"))
    command("build").add_argument("--release", action="store_true", help=said("help_release"))
    command("check").add_argument("--all", action="store_true", help=said("help_all"))
    command("test")
    laying = command("new")
    laying.add_argument("kind", choices=kinds(), help=said("help_new_kind"))
    laying.add_argument("id", help=said("help_new_id"))
    removing = command("remove")
    removing.add_argument("kind", choices=REMOVABLE, help=said("help_remove_kind"))
    removing.add_argument("id", help=said("help_remove_id"))
    reviewing = command("review")
    reviewing.add_argument("ids", nargs="*", help=said("help_review_ids"))
    reviewing.add_argument("--owner", default="", help=said("help_review_owner"))
    command("replace").add_argument("path", help=said("help_replace_path"))
    command("update")
    command("released")
    command("translated").add_argument("pages", nargs="*")
    notifying = command("notify")
    notifying.add_argument("--for", dest="form", choices=MESSAGES, default="text", help=said("help_notify_for"))
    notifying.add_argument("--language", choices=("zh", "en"), default="zh", help=said("help_notify_language"))
    command("style")
    command("folder")
    command("company")
    command("deploy")
    command("probe").add_argument("address", help=said("help_probe_address"))
    command("sbom")
    command("setup").add_argument("--developers", action="store_true", help=said("help_developers"))
    return whole


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(said("no_port", text=text))
    return int(text)
