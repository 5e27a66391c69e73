"""Every night by Airflow: copy it to the folder of DAGs on a machine that has the program and its folders.

Two tasks, because a run can publish and still want a person: `run` updates the asset on 0, 10 and 11, and tries again
on 75 alone; `look` fails on 10 and 11. What the codes mean is in docs/exit-codes.md. Checked with Airflow 3.3.2: a
DagBag imports it without errors, and `airflow dags test` ran it on the recordings.
"""

import os
import shlex
import subprocess
from datetime import datetime, timedelta, timezone

from airflow.sdk import DAG, Asset, task
from airflow.sdk.exceptions import AirflowException, AirflowFailException

COMMAND = os.environ.get("PORTBOOK_COMMAND", "portbook run --pipelines /etc/portbook/pipelines")
FOLDER = os.environ.get("PORTBOOK_FOLDER", "/var/lib/portbook")
TABLE = Asset(f"file://{FOLDER}/output/current")

with DAG(
    "portbook",
    schedule="17 22 * * *",
    start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
):

    @task(outlets=[TABLE], retries=3, retry_delay=timedelta(minutes=30))
    def run() -> int:
        code = subprocess.run(shlex.split(COMMAND), cwd=FOLDER).returncode
        if code == 75:
            raise AirflowException("nothing is lost, try again")
        if code not in (0, 10, 11):
            raise AirflowFailException(f"portbook ended with {code}")
        return code

    @task
    def look(code: int) -> None:
        if code:
            raise AirflowFailException(f"portbook ended with {code}: `portbook status` says why")

    look(run())
