"""``desk``: serves the desk on this machine until interrupted."""

from __future__ import annotations

import argparse
import socket
import tempfile
from contextlib import suppress
from pathlib import Path

import uvicorn

from generator.desk.web.app import make_app
from generator.desk.web.guard import Keys
from generator.desk.web.handing import Take
from generator.errors import InputError

ADDRESS = "127.0.0.1"  # a draft is nobody else's business


def run_desk(stories: Path, options: argparse.Namespace, take: Take) -> int:
    """Serve the desk for the stories in a folder until Ctrl-C; ``take`` puts what is handed in into a story. Raises
    InputError for a port that cannot be had."""
    with listening(options.port) as opened, tempfile.TemporaryDirectory() as previews:
        keys = Keys(opened.getsockname()[1])
        print(f"The desk is at http://{ADDRESS}:{keys.port}/?token={keys.address} until Ctrl-C.", flush=True)
        print("The address is a key to your stories: keep it to yourself.", flush=True)
        with suppress(KeyboardInterrupt):
            server(stories, keys, Path(previews), take).run(sockets=[opened])
    return 0


def server(stories: Path, keys: Keys, previews: Path, take: Take) -> uvicorn.Server:
    """A server of the desk, not yet running."""
    app = make_app(stories, keys, previews, take)
    return uvicorn.Server(
        uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,  # addresses have the key in them
            server_header=False,
            proxy_headers=False,
            lifespan="off",
            ws="none",
            timeout_graceful_shutdown=1,
        )
    )


def listening(port: int) -> socket.socket:
    """A socket at a port of this machine, 0 for any that is free, which no other machine reaches. Raises InputError for
    one that cannot be had."""
    opened = socket.socket()
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((ADDRESS, port))
        opened.listen()  # before the address is printed, so that whoever is quick waits, and is not refused
    except (OSError, OverflowError) as error:
        opened.close()
        problem = getattr(error, "strerror", None) or str(error)
        raise InputError(
            f"port {port}", problem.lower(), "choose another: desk --port N, or make desk PORT=N"
        ) from None
    return opened
