//! Small messages of both versions.

use crate::limits::Limits;
use crate::read::contents::{Contents, read};
use crate::record_set::RecordSet;

fn sets(text: &str) -> Vec<RecordSet> {
    match read(text.as_bytes(), None, &Limits::standard()) {
        Ok(Contents::Records(file)) if file.what == "SDMX-JSON" => file.sets,
        other => panic!("{other:?}"),
    }
}

fn lines(set: &RecordSet) -> Vec<String> {
    let line = |record: crate::record_set::Record<'_>| {
        let fields = record.fields();
        let fields = fields.map(|(at, field)| format!("{}={}", set.columns()[at], field.text));
        fields.collect::<Vec<String>>().join(" ")
    };
    set.records().map(line).collect()
}

const FIRST: &str = r#"{"header":{"id":"x"},"structure":{
    "dimensions":{"dataSet":[{"id":"FREQ","values":[{"id":"D"}]}],
        "series":[{"id":"CUR","values":[{"id":"NZD"},{"id":"RUB"}]}],
        "observation":[{"id":"TIME","values":[{"id":"2013-01-18"},{"id":"2013-01-21"}]}]},
    "attributes":{"dataSet":[],"series":[{"id":"TITLE","values":[{"name":"Dollar"}]}],
        "observation":[{"id":"OBS_STATUS","values":[{"id":"A"},{"id":"E"}]}]}},
    "dataSets":[{"action":"Replace","series":{
        "0":{"attributes":[0],"observations":{"0":[1.5931,0],"1":[1.5000,1]}},
        "1":{"attributes":[null],"observations":{"1":[null]}}}},
      {"action":"Delete","series":{"0":{"observations":{"0":[]}}}}]}"#;

#[test]
fn indexes_are_resolved_and_deletions_stay_apart() {
    let sets = sets(FIRST);
    assert_eq!(
        lines(&sets[0]),
        [
            "FREQ=D CUR=NZD TIME=2013-01-18 OBS_VALUE=1.5931 TITLE=Dollar OBS_STATUS=A",
            "FREQ=D CUR=NZD TIME=2013-01-21 OBS_VALUE=1.5000 TITLE=Dollar OBS_STATUS=E",
            "FREQ=D CUR=RUB TIME=2013-01-21",
        ]
    );
    let apart: Vec<_> = sets.iter().map(|set| (set.name.as_deref(), set.is_deletion)).collect();
    assert_eq!(apart, [(Some("/dataSets/0"), false), (Some("/dataSets/1"), true)]);
}

#[test]
fn an_index_that_points_nowhere_is_refused() {
    let wrong = FIRST.replace("[1.5931,0]", "[1.5931,7]");
    let error = read(wrong.as_bytes(), None, &Limits::standard()).unwrap_err();
    assert_eq!(error.to_string(), "SDMX-JSON, line 1: `OBS_STATUS` has no value of index 7");
}

#[test]
fn version_2_names_its_measures_and_its_groups() {
    let text = r#"{"meta":{},"data":{"structures":[{"dimensions":{
        "dataSet":[{"id":"FREQ","values":[{"id":"A"}]}],
        "observation":[{"id":"AREA","values":[{"id":"X"},{"id":"Y"}]},
            {"id":"TIME","values":[{"id":"2014"},{"id":"2015"}]}]},
        "measures":{"observation":[{"id":"RICE"}]},
        "attributes":{"dataSet":[{"id":"MULT","values":[{"id":"3"}]}],
            "dimensionGroup":[{"id":"SOURCE","values":[]},{"id":"NOTE","values":[]}]}}],
        "dataSets":[{"structure":0,"attributes":[0],
            "dimensionGroupAttributes":{"::1":[["S1","S2"],null],"0:0:":[null,{"en":"n"}]},
            "observations":{"0:0":[350.154],"1:1":[389.385]}}]}}"#;
    let sets = sets(text);
    assert_eq!(
        lines(&sets[0]),
        [
            "FREQ=A AREA=X TIME=2014 RICE=350.154 MULT=3 NOTE=n",
            "FREQ=A AREA=Y TIME=2015 RICE=389.385 MULT=3 SOURCE=S1;S2",
        ]
    );
    assert_eq!(sets[0].name, None);
}
