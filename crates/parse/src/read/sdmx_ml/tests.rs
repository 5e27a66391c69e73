//! Small messages of each form.

use crate::limits::Limits;
use crate::read::contents::{Contents, read};
use crate::record_set::{Record, RecordSet};

fn sets(text: &str) -> Vec<RecordSet> {
    match read(text.as_bytes(), None, &Limits::standard()) {
        Ok(Contents::Records(file)) if file.what == "SDMX-ML" => file.sets,
        other => panic!("{other:?}"),
    }
}

fn lines(set: &RecordSet) -> Vec<String> {
    let line = |record: Record<'_>| {
        let fields = record.fields();
        let fields = fields.map(|(at, field)| format!("{}={}", set.columns()[at], field.text));
        fields.collect::<Vec<String>>().join(" ")
    };
    set.records().map(line).collect()
}

fn refused(text: &str) -> String {
    read(text.as_bytes(), None, &Limits::standard()).unwrap_err().to_string()
}

#[test]
fn generic_series_take_keys_attributes_groups_and_those_of_the_set() {
    let text = r#"<?xml version="1.0"?><m:GenericData xmlns:m="m" xmlns:g="g"><m:Header>
        <m:Structure structureID="S" dimensionAtObservation="TIME_PERIOD"/></m:Header>
        <m:DataSet action="Replace" structureRef="S">
        <g:Attributes><g:Value id="UNIT_MULT" value="6"/></g:Attributes>
        <g:Group type="Sibling"><g:GroupKey><g:Value id="CUR" value="NZD"/></g:GroupKey>
          <g:Attributes><g:Value id="TITLE" value="Dollar"/></g:Attributes></g:Group>
        <g:Series><g:SeriesKey><g:Value id="FREQ" value="D"/><g:Value id="CUR" value="NZD"/>
          </g:SeriesKey><g:Attributes><g:Value id="DECIMALS" value="4"/></g:Attributes>
          <g:Obs><g:ObsDimension value="2013-01-18"/><g:ObsValue value="1.5930"/>
            <g:Attributes><g:Value id="OBS_STATUS" value="A"/></g:Attributes></g:Obs></g:Series>
        <g:Series><g:SeriesKey><g:Value id="FREQ" value="D"/><g:Value id="CUR" value="RUB"/>
          </g:SeriesKey><g:Obs><g:ObsDimension value="2013-01-18"/></g:Obs></g:Series>
        </m:DataSet></m:GenericData>"#;
    assert_eq!(
        lines(&sets(text)[0]),
        [
            "FREQ=D CUR=NZD DECIMALS=4 TIME_PERIOD=2013-01-18 OBS_VALUE=1.5930 OBS_STATUS=A \
             TITLE=Dollar UNIT_MULT=6",
            "FREQ=D CUR=RUB TIME_PERIOD=2013-01-18 UNIT_MULT=6",
        ]
    );
}

#[test]
fn structure_specific_series_of_3_0_with_components_and_a_group() {
    let text = r#"<m:StructureSpecificData xmlns:m="m" xmlns:n="n" xmlns:s="s">
        <m:DataSet s:structureRef="X" action="Replace" PUBLISHER="P">
        <Group INDICATOR="XG" n:type="G"><Comp id="UNIT"><Value>USD</Value></Comp></Group>
        <Series COUNTRY="USA" INDICATOR="XG" SCALE="6">
        <Obs OBS_VALUE="2019551635133" TIME_PERIOD="2023"/></Series>
        <Series COUNTRY="USA" INDICATOR="MG"><Obs OBS_VALUE="1" TIME_PERIOD="2023"/></Series>
        </m:DataSet></m:StructureSpecificData>"#;
    assert_eq!(
        lines(&sets(text)[0]),
        [
            "COUNTRY=USA INDICATOR=XG SCALE=6 OBS_VALUE=2019551635133 TIME_PERIOD=2023 UNIT=USD \
             PUBLISHER=P",
            "COUNTRY=USA INDICATOR=MG OBS_VALUE=1 TIME_PERIOD=2023 PUBLISHER=P",
        ]
    );
}

#[test]
fn flat_observations_and_a_set_that_deletes() {
    let text = r#"<StructureSpecificData><DataSet action="Append">
        <Group CUR="NZD" TITLE="Dollar"/><Obs CUR="NZD" T="1" OBS_VALUE="1"/>
        <Obs CUR="RUB" T="1" OBS_VALUE="2"/></DataSet>
        <DataSet action="Delete"><Obs CUR="NZD" T="0"/></DataSet></StructureSpecificData>"#;
    let sets = sets(text);
    assert_eq!(
        lines(&sets[0]),
        ["CUR=NZD T=1 OBS_VALUE=1 TITLE=Dollar", "CUR=RUB T=1 OBS_VALUE=2"]
    );
    let apart: Vec<_> = sets.iter().map(|set| (set.name.as_deref(), set.is_deletion)).collect();
    assert_eq!(apart, [(Some("DataSet 1"), false), (Some("DataSet 2"), true)]);
}

#[test]
fn a_footer_says_why_there_are_no_data() {
    let footer = |code: &str| {
        format!(
            "<GenericData><Header/><Footer><Message code=\"{code}\" severity=\"Infomation\">\
             <Text>ask at http://example.org/file</Text></Message></Footer></GenericData>"
        )
    };
    assert_eq!(
        refused(&footer("413")),
        "an asynchronous answer, the data are to be asked for elsewhere: code 413; ask at \
         http://example.org/file"
    );
    assert!(refused(&footer("100")).starts_with("the reply is an error and no data: code 100"));
    assert_eq!(
        refused("<GenericData><Header/></GenericData>"),
        "the reply is SDMX-ML of no records"
    );
}

#[test]
fn structure_messages_are_named_with_their_lists() {
    let text = "<m:Structure xmlns:m='m'><m:Header/><m:Structures><s:Codelists>\
        <s:Codelist id='A'><s:Code/></s:Codelist><s:Codelist id='B'/></s:Codelists>\
        <s:Concepts/></m:Structures></m:Structure>";
    match read(text.as_bytes(), None, &Limits::standard()) {
        Ok(Contents::Structure(structure)) => {
            assert_eq!(structure.what, "an SDMX-ML structure message of Codelists 2, Concepts 0");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn document_types_are_refused_before_anything_is_expanded() {
    let text = "<!DOCTYPE bomb [<!ENTITY a \"1\">]>\n<bomb>&a;</bomb>";
    assert!(refused(text).contains("a document type declaration"));
}
