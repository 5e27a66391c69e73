"""Two replies of the ECB's data service: dollars as SDMX-ML of 2020, cut to some years, and yuan as SDMX-JSON of 2026."""

import json
import xml.etree.ElementTree as xml

from typeset import Recording

SOURCES = {
    "dollars": "intl/sdmx/ECB_EXR_1_M.USD.EUR.SP00.A.xml",
    "yuan": "china/ecb/ecb_cny_eur_monthly.json",
}
YEARS = ("1999", "2008", "2010", "2019")
SDMX = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/"
ID = "00000000-0000-4000-8000-00000000000"


def of(tag):
    kind, name = tag.split(":")
    return f"{{{SDMX}{'message' if kind == 'message' else 'data/generic'}}}{name}"


def values(element, tag):
    inner = "".join(f'<generic:Value id="{v.get("id")}" value="{v.get("value")}"/>\n' for v in element.find(of(tag)))
    return f"<{tag}>\n{inner}</{tag}>\n"


def dollars(path):
    """A generic message: series key and attributes, observations of `YEARS`."""
    root = xml.parse(path).getroot()
    series = root.find(f".//{of('generic:Series')}")
    prepared = root.find(f".//{of('message:Prepared')}").text
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?><message:GenericData xmlns:message="{SDMX}message" xmlns:common="{SDMX}common"'
        f' xmlns:generic="{SDMX}data/generic">\n<message:Header>\n<message:ID>{ID}1</message:ID>\n<message:Test>false</message:Test>\n'
        f'<message:Prepared>{prepared}</message:Prepared>\n<message:Sender id="ECB"/>\n<message:Structure structureID="ECB_EXR1"'
        ' dimensionAtObservation="TIME_PERIOD">\n<common:Structure>\n<URN>urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure='
        "ECB:ECB_EXR1(1.0)</URN>\n</common:Structure>\n</message:Structure>\n</message:Header>\n"
        f'<message:DataSet action="Replace" validFromDate="{prepared}" structureRef="ECB_EXR1">\n<generic:Series>\n'
        + values(series, "generic:SeriesKey") + values(series, "generic:Attributes")
    )
    for obs in series.findall(of("generic:Obs")):
        month, value = (obs.find(of(f"generic:{name}")).get("value") for name in ("ObsDimension", "ObsValue"))
        if month.startswith(YEARS):
            text += (
                f'<generic:Obs>\n<generic:ObsDimension value="{month}"/>\n<generic:ObsValue value="{value}"/>\n'
                + values(obs, "generic:Attributes") + "</generic:Obs>\n"
            )
    return text + "</generic:Series>\n</message:DataSet>\n</message:GenericData>"


def yuan(path):
    """The message again under another id; the digits of each value are its own."""
    message = json.loads(path.read_text(encoding="utf-8"), parse_float=str)
    message["header"]["id"] = f"{ID}2"
    observations = message["dataSets"][0]["series"]["0:0:0:0:0"]["observations"].values()
    text = json.dumps(message, ensure_ascii=False, indent=1)
    for value in (observation[0] for observation in observations):
        text = text.replace(f'"{value}"', value, 1)
    return text + "\n"


def recipe(folder):
    recording = Recording("eu/ecb-reference-rates")
    service = "https://data-api.ecb.europa.eu/service/data/EXR/"
    recording.body("usd_eur.xml", dollars(folder / SOURCES["dollars"]))
    recording.response("2020-01-16T07:16:20Z", f"{service}M.USD.EUR.SP00.A", "usd_eur.xml")
    recording.body("cny_eur.json", yuan(folder / SOURCES["yuan"]))
    recording.response("2026-05-08T09:16:35Z", f"{service}M.CNY.EUR.SP00.A?format=jsondata", "cny_eur.json")
    recording.close()
