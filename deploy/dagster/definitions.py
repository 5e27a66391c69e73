"""Every night by Dagster: the published table as an asset, its commit as the version of its data.

A run can publish and still want a person: the asset is materialized on 0, 10 and 11, and its check fails on 10 and 11;
75 alone is tried again. What the codes mean is in docs/exit-codes.md. Checked with Dagster 1.13.29: `dagster definitions
validate`, and `dagster asset materialize` on the recordings.
"""

import json
import os
import shlex
import subprocess

import dagster as dg

COMMAND = os.environ.get("PORTBOOK_COMMAND", "portbook run --pipelines /etc/portbook/pipelines")
FOLDER = os.environ.get("PORTBOOK_FOLDER", "/var/lib/portbook")
CHECK = "nothing_waits_for_a_person"


@dg.asset(check_specs=[dg.AssetCheckSpec(CHECK, asset="observation")])
def observation() -> dg.MaterializeResult:
    command = [*shlex.split(COMMAND), "--json"]
    ended = subprocess.run(command, cwd=FOLDER, stdout=subprocess.PIPE)
    code = ended.returncode
    if code == 75:
        raise dg.RetryRequested(max_retries=3, seconds_to_wait=1800)
    if code not in (0, 10, 11):
        raise dg.Failure(f"portbook ended with {code}", allow_retries=False)
    summary = json.loads(ended.stdout)
    lines = summary["lines"]
    waiting = {f"{line['source']} {line['dataset']}": line["because"] for line in lines if line["because"]}
    return dg.MaterializeResult(
        data_version=dg.DataVersion(str(summary["commit"])),
        metadata={"dagster/row_count": sum(line["rows"] for line in lines)},
        check_results=[dg.AssetCheckResult(check_name=CHECK, passed=code == 0, metadata={"waiting": waiting})],
    )


nightly = dg.ScheduleDefinition(name="nightly", target=observation, cron_schedule="17 22 * * *")
definitions = dg.Definitions(assets=[observation], schedules=[nightly])
