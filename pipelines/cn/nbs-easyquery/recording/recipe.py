"""Two replies of the national database, set again: some indicators and months, without the notes on them."""

import json

from typeset import Recording

SOURCES = {
    "prices": "china/nbs/easyquery/y2ycache.json",
    "real-estate": "china/nbs/easyquery/house_investcache.json",
}
KEEP = {
    "prices": [f"A0101010{n}" for n in range(1, 10)],
    "real-estate": [f"A06010{letter}" for letter in "1234569ADEFGHIJKLMNOPQRS"],
}
MONTHS = ("201909", "201908", "201907", "201906", "201902", "201901", "201812", "201811")


def reply(path, indicators):
    """The values kept, in their order, and of each dimension code and name."""
    read = json.loads(path.read_text(encoding="utf-8"))
    data = read["returndata"]
    kept = {"zb": set(indicators), "sj": set(MONTHS)}
    data["datanodes"] = [
        node for node in data["datanodes"] if all(wd["valuecode"] in kept[wd["wdcode"]] for wd in node["wds"])
    ]
    for dimension in data["wdnodes"]:
        dimension["nodes"] = [
            {**node, "exp": "", "memo": ""} for node in dimension["nodes"] if node["code"] in kept[dimension["wdcode"]]
        ]
    return json.dumps(read, ensure_ascii=False, separators=(",", ":"))


def recipe(folder):
    recording = Recording("cn/nbs-easyquery")
    for name, indicators in KEEP.items():
        recording.inbox(
            f"{name}_2019-08.json", reply(folder / SOURCES[name], indicators), "2019-10-01T00:00:00Z",
            "a reply of easyquery.htm that a program kept, in the public repository zArche/ceco",
            "https://data.stats.gov.cn/easyquery.htm",
        )
    recording.close()
