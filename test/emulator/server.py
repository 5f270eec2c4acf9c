"""Start the emulated cloud on a port of the loopback interface; `python3 server.py --port 0` picks a free one."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
from typing import Any

sys.dont_write_bytecode = True


def make(port: int, account: str) -> Any:
    """A server that is bound but does not serve yet."""
    os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"
    # Moto reads its settings when it is imported.
    from werkzeug.serving import make_server

    from overlay.application import Emulator
    from overlay.left import watch_births

    watch_births()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    return make_server("127.0.0.1", port, Emulator(account), threaded=True)


def main(arguments: list[str]) -> None:
    """Serve until the process is ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True, help="0 picks a free port")
    parser.add_argument("--account", default="111122223333", help="the account of access keys that name no other")
    options = parser.parse_args(arguments)
    server = make(options.port, options.account)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    print(f"ready {server.port}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main(sys.argv[1:])
