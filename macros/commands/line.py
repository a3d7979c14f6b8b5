"""The command line: `python -m macros COMMAND`, the same on every system; `make` merely calls it.

Nothing but Python itself is imported here.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from ..console import ENTRY, in_words, said
from ..errors import nearest

MESSAGES = ("text", "mail", "wecom", "dingtalk", "feishu")
"""What a message about reviews can be written for."""
REMOVABLE = ("channel", "checklist", "contact", "page", "scenario", "template", "term")
"""What can be taken out, by kind."""
PATTERNS = Path(__file__).parent / "patterns"
_UNKNOWN_COMMAND = re.compile(r"argument : invalid choice: '(?P<given>.*)' \(choose from (?P<known>.*)\)")
"""How argparse refuses a command: it has no word for the place where commands stand."""


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


class _Help(argparse.HelpFormatter):
    """Help in the language of the console."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """The first line."""
        super().add_usage(usage, actions, groups, said("usage") if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A command line that is explained and refused in the language of the console."""

    def __init__(self, prog: str, description: str = "") -> None:
        super().__init__(prog=prog, description=description, allow_abbrev=False, add_help=False, formatter_class=_Help)
        self.places = self.add_argument_group(said("help_arguments"))
        self.options = self.add_argument_group(said("help_options"))
        self.options.add_argument("-h", "--help", action="help", help=said("help_help"))

    def error(self, message: str) -> NoReturn:
        """End the run with what is wrong."""
        if unknown := _UNKNOWN_COMMAND.match(message):
            names = unknown["known"].replace("'", "").split(", ")
            message = said("no_command", given=unknown["given"], hint=in_words(nearest(unknown["given"], names)))
        self.print_usage(sys.stderr)
        self.exit(2, said("refused", program=self.prog, reason=in_words(message)) + "\n")


def _parser() -> _Parser:
    """What a command line may hold."""
    whole = _Parser(prog=ENTRY)
    commands = whole.add_subparsers(dest="command", title=said("help_commands"), metavar="")

    def command(name: str) -> _Parser:
        words = said(f"help_{name}")
        return commands.add_parser(name, help=words, description=words)

    serving = command("serve")
    serving.options.add_argument("--port", type=_port, default=8000, help=said("help_port"))
    serving.options.add_argument("--host", default="127.0.0.1", help=said("help_host"))
    command("build").options.add_argument("--release", action="store_true", help=said("help_release"))
    command("check").options.add_argument("--all", action="store_true", help=said("help_all"))
    command("test")
    laying = command("new")
    laying.places.add_argument("kind", choices=kinds(), help=said("help_new_kind"))
    laying.places.add_argument("id", help=said("help_new_id"))
    removing = command("remove")
    removing.places.add_argument("kind", type=_place, help=said("help_remove_kind", kinds=", ".join(REMOVABLE)))
    removing.places.add_argument("id", nargs="?", default="", type=_place, help=said("help_remove_id"))
    reviewing = command("review")
    reviewing.places.add_argument("ids", nargs="*", type=_place, help=said("help_review_ids"))
    reviewing.options.add_argument("--owner", default="", help=said("help_review_owner"))
    command("replace").places.add_argument("path", type=_place, help=said("help_replace_path"))
    command("update")
    command("released")
    command("translated").places.add_argument("pages", nargs="*", type=_place)
    command("working-days")
    notifying = command("notify")
    notifying.options.add_argument("--for", dest="form", choices=MESSAGES, default="text", help=said("help_notify_for"))
    notifying.options.add_argument("--language", choices=("zh", "en"), default="zh", help=said("help_notify_language"))
    command("style")
    command("folder")
    command("company")
    command("deploy")
    command("probe").places.add_argument("address", help=said("help_probe_address"))
    command("sbom")
    command("setup").options.add_argument("--developers", action="store_true", help=said("help_developers"))
    return whole


def _place(text: str) -> str:
    """A file, a page or an id as people of Windows write and complete it, too: `.\\docs\\zh\\guide\\scope.md`."""
    return text.replace("\\", "/").removeprefix("./")


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(said("no_port", text=text))
    return int(text)
