"""Objects of a server of S3 or of Azure's blobs, by plain HTTP: no client of anybody's is believed.

    python objects.py s3|azure PORT make CONTAINER
    python objects.py s3|azure PORT race CONTAINER NAME WRITERS     statuses of conditional PUTs
    python objects.py s3|azure PORT seen CONTAINER PREFIX           names, tags and dates, as JSON
    python objects.py s3|azure PORT download CONTAINER PREFIX FOLDER
    python objects.py s3|azure PORT upload CONTAINER PREFIX FOLDER
    python objects.py s3|azure PORT clear CONTAINER PREFIX
"""

import base64
import hashlib
import hmac
import http.client
import json
import sys
import threading
import xml.etree.ElementTree
from email.utils import formatdate
from pathlib import Path
from urllib.parse import quote, urlencode

KIND, PORT, COMMAND, CONTAINER = sys.argv[1:5]
REST = sys.argv[5:]

# The account that Azure's emulators have, with the key that is printed in its documentation.
ACCOUNT = "devstoreaccount1"
KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="
VERSION = "2021-12-02"


class Server:
    def __init__(self):
        self.connection = http.client.HTTPConnection("127.0.0.1", int(PORT), timeout=60)

    def ask(self, method, name="", query=None, body=b"", headers=None):
        """Status, headers and body of one answer."""
        query, headers = query or {}, dict(headers or {})
        path = "/" + quote(f"{CONTAINER}/{name}" if name else CONTAINER)
        if KIND == "azure":
            path = f"/{ACCOUNT}{path}"
            sign(method, path, query, body, headers)
        else:
            # Any signature passes; without one, what was written by somebody is not to be read.
            headers["Authorization"] = (
                "AWS4-HMAC-SHA256 Credential=objects/20260101/us-east-1/s3/aws4_request, "
                "SignedHeaders=host, Signature=0"
            )
        if query:
            path += "?" + urlencode(query)
        self.connection.request(method, path, body=body, headers=headers)
        answer = self.connection.getresponse()
        return answer.status, answer.headers, answer.read()

    def well(self, *asked, **more):
        status, _, body = self.ask(*asked, **more)
        assert status < 300, (asked, status, body)
        return body

    def put(self, name, body, condition=None):
        headers = {"Content-Type": "application/octet-stream"}
        if KIND == "azure":
            headers["x-ms-blob-type"] = "BlockBlob"
        if condition:
            headers["If-None-Match"] = condition
        return self.ask("PUT", name, body=body, headers=headers)[0]

    def names(self, prefix):
        """Name, tag and date of every object, page by page."""
        azure = KIND == "azure"
        query = {"restype": "container", "comp": "list"} if azure else {"list-type": "2"}
        query["prefix"] = prefix
        while True:
            page = xml.etree.ElementTree.fromstring(self.well("GET", query=query))
            for entry in page.iter():
                if plain(entry.tag) in ("Contents", "Blob"):
                    fields = {plain(field.tag): field.text for field in entry.iter()}
                    name = fields.get("Key") or fields.get("Name")
                    tag = fields.get("ETag") or fields.get("Etag")
                    yield name, f"{tag} {fields.get('LastModified') or fields.get('Last-Modified')}"
            fields = {plain(field.tag): field.text for field in page}
            after = fields.get("NextMarker") or fields.get("NextContinuationToken")
            if not after:
                return
            query["marker" if azure else "continuation-token"] = after


def plain(tag):
    return tag.split("}")[-1]


def sign(method, path, query, body, headers):
    """Shared Key: learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key."""
    headers["x-ms-date"] = formatdate(usegmt=True)
    headers["x-ms-version"] = VERSION
    length = str(len(body)) if body else ""
    own = sorted(f"{name}:{value}" for name, value in headers.items() if name.startswith("x-ms-"))
    asked = sorted(f"{name}:{value}" for name, value in query.items())
    lines = [method, "", "", length, "", headers.get("Content-Type", ""), "", "", ""]
    lines += [headers.get("If-None-Match", ""), "", "", *own, f"/{ACCOUNT}{path}", *asked]
    digest = hmac.digest(base64.b64decode(KEY), "\n".join(lines).encode(), hashlib.sha256)
    headers["Authorization"] = f"SharedKey {ACCOUNT}:{base64.b64encode(digest).decode()}"


def make():
    Server().well("PUT", query={"restype": "container"} if KIND == "azure" else None)


def race(name, writers):
    together, statuses = threading.Barrier(int(writers)), []

    def write(number):
        server = Server()
        server.connection.connect()
        together.wait()
        statuses.append(server.put(name, b"writer %d" % number, "*"))

    threads = [threading.Thread(target=write, args=[number]) for number in range(int(writers))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(json.dumps(sorted(statuses)))


def seen(prefix):
    print(json.dumps(dict(Server().names(prefix))))


def download(prefix, folder):
    server = Server()
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, _ in list(server.names(prefix)):
        to = Path(folder, name.removeprefix(prefix))
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(server.well("GET", name))


def upload(prefix, folder):
    server = Server()
    for path in sorted(Path(folder).rglob("*")):
        if path.is_file():
            name = prefix + path.relative_to(folder).as_posix()
            status = server.put(name, path.read_bytes())
            assert status < 300, (name, status)


def clear(prefix):
    server = Server()
    for name, _ in list(server.names(prefix)):
        server.well("DELETE", name)


COMMANDS = [make, race, seen, download, upload, clear]
{command.__name__: command for command in COMMANDS}[COMMAND](*REST)
