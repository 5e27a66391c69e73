"""The engine of ClickHouse behind HTTP on loopback: chDB, one statement at a time.

    python clickhouse.py FOLDER

Prints the port. What a server does around the engine is not here: users, sessions, limits, several
statements at a time. `FROM input('…') FORMAT Parquet`, which reads the body of a request, is asked of
the same engine as `FROM file(…)`, over the body written to a file.
"""

import http.server
import os
import re
import sys
import tempfile
import threading
import urllib.parse

from chdb import session

FOLDER = sys.argv[1]
engine = session.Session(FOLDER)
one_at_a_time = threading.Lock()
INPUT = re.compile(r"FROM input\(('(?:[^'\\]|\\.)*')\) FORMAT Parquet$", re.DOTALL)


def answered(statement, body):
    """What the engine answers; a file for the statement comes as the body."""
    found = INPUT.search(statement)
    if found is None:
        return engine.query(statement, "TSV").bytes()
    with tempfile.NamedTemporaryFile(suffix=".parquet") as file:
        file.write(body)
        file.flush()
        source = f"FROM file('{file.name}', 'Parquet', {found[1]})"
        return engine.query(statement[: found.start()] + source, "TSV").bytes()


class Exchange(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        asked = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
        body = self.rfile.read(int(self.headers["Content-Length"]))
        statement = asked["query"][0] if "query" in asked else body.decode()
        code = None
        try:
            with one_at_a_time:
                status, answer = 200, answered(statement, body)
        except Exception as error:
            said = str(error)
            status, answer = 500, said.encode()
            code = re.search(r"Code: (\d+)", said)
        self.send_response(status)
        if code is not None:
            self.send_header("X-ClickHouse-Exception-Code", code[1])
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Exchange)
print(server.server_port, flush=True)
# Ends with whoever started it.
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
server.serve_forever()
