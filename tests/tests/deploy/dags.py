"""Imports one file of DAGs as Airflow's scheduler does, and ends with 1 if that fails or finds none."""

import sys

from airflow.dag_processing.dagbag import DagBag

found = DagBag(dag_folder=sys.argv[1])
print(found.import_errors, list(found.dags))
sys.exit(bool(found.import_errors) or not found.dags)
