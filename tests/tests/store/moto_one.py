"""A server of S3, moto, that answers one request at a time.

    python moto_one.py PORT

moto 5.2.5 looks whether an object is there, and then writes it: of 16 writers at once, now and then
two win. A store that keeps its condition does both in one step, and so does this.
"""

import io
import sys
import threading

from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import run_simple

one_at_a_time = threading.Lock()
moto = DomainDispatcherApplication(create_backend_app)


def serve(environ, start_response):
    # Read before it is its turn, so that who sends slowly holds up nobody.
    length = int(environ.get("CONTENT_LENGTH") or 0)
    environ["wsgi.input"] = io.BytesIO(environ["wsgi.input"].read(length))
    with one_at_a_time:
        return moto(environ, start_response)


run_simple("127.0.0.1", int(sys.argv[1]), serve, threaded=True)
