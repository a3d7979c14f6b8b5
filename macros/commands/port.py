"""Whether a port is free, before anything is built for it."""

from __future__ import annotations

import errno
import socket
import sys

from ..console import in_words, said

_TAKEN = (errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE), errno.EACCES)
"""Windows also forbids what another program holds for itself alone."""


class NotFree(Exception):
    """Nothing can be shown there. The text says why, and what to do."""


def claim(host: str, port: int) -> None:
    """See that a server could listen at a port.

    Raises:
        NotFree: it could not.
    """
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as tried:
            if sys.platform != "win32":  # there it would share the port with the program that has it
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, port))
    except OSError as error:
        if error.errno in _TAKEN and port >= 1024:
            raise NotFree(said("port_taken", host=host, port=port, other=_free(host, port))) from None
        reason = in_words(error.strerror or str(error))
        raise NotFree(said("port_refused", host=host, port=port, reason=reason)) from None


def _free(host: str, port: int) -> int:
    """A port above this one that is free."""
    for other in range(port + 1, min(port + 50, 65535)):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as tried:
            try:
                tried.bind((host, other))
            except OSError:
                continue
            return other
    return port + 1
