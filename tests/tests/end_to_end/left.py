"""What a run leaves, by clients of others: every event and facet rebuilt from the classes of
openlineage-python, every metric read by prometheus-client, and by promtool where it is installed.

python left.py RUNS
"""

import inspect
import json
import pathlib
import shutil
import subprocess
import sys

from openlineage.client import event_v2, facet_v2
from prometheus_client.parser import text_string_to_metric_families

runs = pathlib.Path(sys.argv[1])
CLASSES = {}
for module in filter(inspect.ismodule, vars(facet_v2).values()):
    CLASSES.update(inspect.getmembers(module, inspect.isclass))
seen = set()


def rebuilt(facets):
    """Each facet as an object of its class, which takes no field that it does not know."""
    made = {}
    for key, facet in (facets or {}).items():
        name = facet["_schemaURL"].rsplit("/", 1)[1]
        fields = {k: v for k, v in facet.items() if not k.startswith("_")}
        version, known = facet["_schemaURL"].split("/")[-4], CLASSES[name]._get_schema().split("/")[-4]
        assert version.split("-")[0] == known.split("-")[0], (version, known, name)
        assert facet["_producer"].startswith("https://"), facet
        made[key] = CLASSES[name](**fields)
        seen.add(name)
    return made


def datasets(kind, name, given):
    for one in given:
        more = {name: rebuilt(one.get(name)), "facets": rebuilt(one.get("facets"))}
        yield kind(namespace=one["namespace"], name=one["name"], **more)


events = 0
for line in (runs / "lineage.ndjson").read_text().splitlines():
    event = json.loads(line)
    run = event_v2.Run(runId=event["run"]["runId"], facets=rebuilt(event["run"]["facets"]))
    event_v2.RunEvent(
        eventType=event_v2.RunState[event["eventType"]],
        eventTime=event["eventTime"],
        producer=event["producer"],
        run=run,
        job=event_v2.Job(**event["job"]),
        inputs=list(datasets(event_v2.InputDataset, "inputFacets", event["inputs"])),
        outputs=list(datasets(event_v2.OutputDataset, "outputFacets", event["outputs"])),
    )
    events += 1

samples = 0
metrics = (runs / "portbook.prom").read_text()
for family in text_string_to_metric_families(metrics):
    assert family.documentation and family.type in ("gauge", "counter"), family
    for sample in family.samples:
        assert sample.timestamp is None, sample
        samples += 1
promtool = shutil.which("promtool")
if promtool:
    promtool = subprocess.run([promtool, "check", "metrics"], input=metrics, text=True).returncode
print(
    json.dumps(
        {"events": events, "facets": sorted(seen), "samples": samples, "promtool": promtool}
    )
)
