"""The files of metadata of a commit, read by those who will read them: foreign validators, and beside them
checks of what those let pass. One line of JSON for each, with what it found wrong: nothing where all is well.

    python validate.py output/current [NAME ...]
"""

import contextlib
import hashlib
import io
import json
import logging
import pathlib
import sys
import warnings


def data_package(view):
    """frictionless reads the rows of every resource against its schema, and its digest."""
    import frictionless

    descriptor = read(view, "datapackage.json")
    for resource in descriptor["resources"]:
        # Of Parquet it counts no bytes, and says that they are none: `ours` holds them against the files.
        del resource["bytes"], resource["hash"]
    package = frictionless.Package.from_descriptor(descriptor, basepath=str(view))
    report = package.validate()
    found = [f"{error.type}: {error.message}" for error in report.errors]
    for task in report.tasks:
        for error in task.errors:
            # Its reader makes a float of a whole number that is missing.
            if error.type == "type-error" and '"nan"' in error.message and "integer" in error.message:
                continue
            found.append(f"{task.name}: {error.type}: {error.message}")
    return found


def croissant(view):
    import mlcroissant

    try:
        dataset = mlcroissant.Dataset(jsonld=str(view / "croissant.json"))
        issues = dataset.metadata.ctx.issues
        found = [str(error) for error in issues.errors]
        for record, _ in zip(dataset.records("observation"), range(3)):
            if record["observation/obs_value"] is None and not record["observation/obs_status"]:
                found.append("a record has neither value nor status")
        return found
    except Exception as error:  # noqa: BLE001: whatever it throws is what it says
        return [f"{type(error).__name__}: {error}"]


def research_object(view):
    from rocrate.rocrate import ROCrate

    try:
        crate = ROCrate(str(view))
    except Exception as error:  # noqa: BLE001
        return [f"{type(error).__name__}: {error}"]
    found = []
    for key in ("name", "description", "datePublished", "license"):
        if not crate.root_dataset.get(key):
            found.append(f"the root has no {key}")
    parts = {part.id for part in crate.root_dataset["hasPart"]}
    for action in crate.get_by_type("CreateAction"):
        if {result.id for result in action["result"]} != parts:
            found.append("the action's results are not the parts")
        if not action["object"] or action["instrument"] is None:
            found.append("the action has no object or instrument")
        for entity in [*action["object"], action["instrument"], *action["result"]]:
            if isinstance(entity, str):
                found.append(f"{entity}: no entity")
    if not crate.get_by_type("CreateAction"):
        found.append("no action")
    return found


def citation(view):
    from cffconvert import Citation

    try:
        text = (view / "CITATION.cff").read_text(encoding="utf-8")
        Citation(text).validate()
    except Exception as error:  # noqa: BLE001
        return [f"{type(error).__name__}: {str(error)[:300]}"]
    return []


def sdmx_structures(view):
    import pyarrow.parquet as parquet
    import sdmx

    try:
        message = sdmx.read_sdmx(view / "metadata" / "structures.xml")
    except Exception as error:  # noqa: BLE001
        return [f"{type(error).__name__}: {error}"]
    found = []
    (structure,) = message.structure.values()
    listed = [*structure.dimensions.components, *structure.attributes.components]
    for component in listed:
        representation = component.local_representation
        if representation and representation.enumerated is not None:
            codes = representation.enumerated
            known = message.codelist.get(codes.id)
            if known is None or not len(known):
                found.append(f"{component.id}: no codes in {codes.id}")
            else:
                found += compared(view, codes.id.removeprefix("CL_").lower(), known)
        if component.concept_identity is None:
            found.append(f"{component.id}: no concept")
    schema = parquet.read_schema(some_observations(view))
    ids = {component.id for component in listed} | {"OBS_VALUE"}
    found += [f"no component for {name}" for name in schema.names if name.upper() not in ids]
    return found


def compared(view, name, codes):
    """The codes and names of a list are those of the published table."""
    import pyarrow.parquet as parquet

    rows = parquet.read_table(view / "dimension" / f"{name}.parquet").to_pylist()
    published = {row["code"]: row["name"] for row in rows}
    told = {code.id: str(code.name) for code in codes}
    return [] if told == published else [f"{name}: other codes than the published table"]


def dcat(view):
    import rdflib

    graph = rdflib.Graph()
    try:
        graph.parse(view / "metadata" / "dcat.ttl", format="turtle")
    except Exception as error:  # noqa: BLE001
        return [f"{type(error).__name__}: {str(error)[:300]}"]
    found = []
    ns = {"dcat": rdflib.Namespace("http://www.w3.org/ns/dcat#"), "dct": rdflib.DCTERMS}
    spdx = rdflib.Namespace("http://spdx.org/rdf/terms#")
    told = {}
    for one in graph.subjects(rdflib.RDF.type, ns["dcat"].Distribution):
        url = str(graph.value(one, ns["dcat"].downloadURL))
        check = graph.value(graph.value(one, spdx.checksum), spdx.checksumValue)
        told[url.split("/observation/")[1]] = str(check).lower()
    for path in sorted((view / "observation").rglob("*.parquet")):
        name = path.relative_to(view / "observation").as_posix()
        if told.pop(name, None) != digest(path):
            found.append(f"{name}: no distribution with its digest")
    found += [f"{name}: no such file" for name in told]
    for dataset in graph.subjects(rdflib.RDF.type, ns["dcat"].Dataset):
        if graph.value(dataset, ns["dct"].title) is None:
            found.append(f"{dataset}: no title")
    return found


def ours(view):
    """What the others let pass."""
    import pyarrow.parquet as parquet

    found = []
    sums = {}
    for line in (view / "SHA256SUMS").read_text().splitlines():
        name, path = line.split("  ", 1)
        sums[path] = name
    tables = sorted(p for p in view.rglob("*.parquet"))
    names = {p.relative_to(view).as_posix(): p for p in tables}
    for name, path in names.items():
        if sums.get(name) != digest(path):
            found.append(f"SHA256SUMS: {name}")
    found += [f"SHA256SUMS: no such file {name}" for name in sums if name not in names]
    version = digest(view / "SHA256SUMS")

    package = read(view, "datapackage.json")
    if package["version"] != version:
        found.append("datapackage: version")
    if not package["licenses"]:
        found.append("datapackage: no licence")
    terms = {
        (row["source"], row["redistribute"])
        for row in parquet.read_table(view / "dimension" / "dataset.parquet").to_pylist()
    }
    told = {}
    for resource in package["resources"]:
        told[resource["path"]] = resource["hash"].removeprefix("sha256:")
        schema = resource["schema"]
        schema = read(view, schema) if isinstance(schema, str) else schema
        columns = parquet.read_schema(names[resource["path"]]).names
        if [field["name"] for field in schema["fields"]] != columns:
            found.append(f"datapackage: columns of {resource['path']}")
        if set(schema.get("primaryKey", [])) - set(columns):
            found.append(f"datapackage: key of {resource['path']}")
        if "source=" in resource["path"]:
            source = resource["path"].split("source=")[1].split("/")[0]
            if (source, resource.get("redistribute")) not in terms:
                found.append(f"datapackage: terms of {resource['path']}")
    if told != sums:
        found.append("datapackage: other files than there are")

    croissant = read(view, "croissant.json")
    objects = [o for o in croissant["distribution"] if o["@type"] == "cr:FileObject"]
    if {o["contentUrl"]: o["sha256"] for o in objects} != sums:
        found.append("croissant: other files than there are")
    if not croissant.get("license") or not croissant.get("datePublished"):
        found.append("croissant: no licence or date")
    columns = parquet.read_schema(some_observations(view)).names
    (records,) = croissant["recordSet"]
    if [field["source"]["extract"]["column"] for field in records["field"]] != columns:
        found.append("croissant: other columns than there are")

    graph = {entity["@id"]: entity for entity in read(view, "ro-crate-metadata.json")["@graph"]}
    files = {i: e["sha256"] for i, e in graph.items() if e["@type"] == "File"}
    if files != sums:
        found.append("ro-crate: other files than there are")
    if not graph["./"].get("license") or graph["./"]["version"] != version:
        found.append("ro-crate: licence or version")
    snapshots = {i.removeprefix("urn:sha256:") for i in graph if i.startswith("urn:sha256:")}
    printed = set()
    for path in (view / "observation").rglob("*.parquet"):
        printed |= set(parquet.read_table(path, columns=["snapshot"])["snapshot"].to_pylist())
    if printed - snapshots:
        found.append("ro-crate: rows of a file that it does not name")

    if f"sha256:{version}" not in (view / "CITATION.cff").read_text():
        found.append("CITATION.cff: version")
    return found


def read(view, name):
    return json.loads((view / name).read_text(encoding="utf-8"))


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def some_observations(view):
    return next((view / "observation").rglob("*.parquet"))


CHECKS = {
    "frictionless": data_package,
    "mlcroissant": croissant,
    "rocrate": research_object,
    "cffconvert": citation,
    "sdmx1": sdmx_structures,
    "rdflib": dcat,
    "ours": ours,
}


def main():
    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    place = pathlib.Path(sys.argv[1]).resolve()
    chosen = sys.argv[2:] or list(CHECKS)
    for name in chosen:
        quiet = io.StringIO()
        with contextlib.redirect_stdout(quiet), contextlib.redirect_stderr(quiet):
            found = CHECKS[name](place)
        print(json.dumps({"validator": name, "found": found}))


if __name__ == "__main__":
    main()
