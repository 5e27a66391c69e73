"""One reply of the SDMX 3.0 service, as its header, groups, series and observations are."""

import xml.etree.ElementTree as xml

from typeset import Recording

SOURCES = {"reply": "intl/imf/IMTS_USA_exports_sdmx3_structure_specific_2025-12-16.xml"}
URL = (
    "https://api.imf.org/external/sdmx/3.0/data/dataflow/IMF.STA/IMTS/+/USA.XG_FOB_USD.G001+G998.A"
    "?c%5BTIME_PERIOD%5D=ge:2023-01-01+le:2026-01-01&dimensionAtObservation=TIME_PERIOD&detail=full&includeHistory=false"
)
SDMX = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/"
STRUCTURE = "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=IMF.STA:DSD_IMTS(1.0.0)"


def attributes(element):
    """Those without a namespace, in their order."""
    return "".join(f' {name}="{value}"' for name, value in element.attrib.items() if not name.startswith("{"))


def reply(path):
    """The figures in a message of the same shape: a group with attributes as elements, series, observations."""
    root = xml.parse(path).getroot()
    prepared = root.find(f".//{{{SDMX}message}}Prepared").text
    lines = [
        "<?xml version='1.0' encoding='UTF-8'?>",
        f'<message:StructureSpecificData xmlns:message="{SDMX}message" xmlns:common="{SDMX}common"'
        f' xmlns:ss="{SDMX}data/structurespecific" xmlns:ns1="{STRUCTURE}:ObsLevelDim:TIME_PERIOD">',
        f"<message:Header><message:ID>IDREF0000</message:ID><message:Test>false</message:Test><message:Prepared>{prepared}"
        '</message:Prepared><message:Sender id="unknown"/><message:Structure structureID="IMF.STA.DSD_IMTS.1.0.0"'
        f' namespace="{STRUCTURE}" dimensionAtObservation="TIME_PERIOD"><common:Structure>{STRUCTURE}</common:Structure>'
        "</message:Structure></message:Header>",
        '<message:DataSet ss:structureRef="IMF.STA.DSD_IMTS.1.0.0" action="Replace">',
    ]
    for group in root.iter("Group"):
        inner = "".join(f'<Comp id="{comp.get("id")}"><Value>{comp.find("Value").text}</Value></Comp>' for comp in group)
        lines.append(f'<Group{attributes(group)} ns1:type="GROUP_INDICATOR">{inner}</Group>')
    for series in root.iter("Series"):
        inner = "".join(f"<Obs{attributes(obs)}/>" for obs in series)
        lines.append(f"<Series{attributes(series)}>{inner}</Series>")
    lines += ["</message:DataSet>", "</message:StructureSpecificData>"]
    return "\n".join(lines) + "\n"


def recipe(folder):
    recording = Recording("intl/imf-imts")
    recording.body("imts_usa_exports.xml", reply(folder / SOURCES["reply"]))
    recording.response("2025-12-16T05:16:37Z", URL, "imts_usa_exports.xml")
    recording.close()
