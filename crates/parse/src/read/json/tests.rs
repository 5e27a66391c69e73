//! One small text for each shape that publishers print; figures are those typed here.

use crate::limits::Limits;
use crate::read::contents::{Contents, read};
use crate::record_set::{Kind, RecordSet};

fn sets(text: &str) -> Vec<RecordSet> {
    match read(text.as_bytes(), None, &Limits::standard()) {
        Ok(Contents::Records(file)) => file.sets,
        other => panic!("{other:?}"),
    }
}

/// `name: column=text …`, a line for each record.
fn lines(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for set in sets(text) {
        for record in set.records() {
            let fields = record.fields().map(|(column, field)| {
                let quote = if field.kind == Kind::Text { "'" } else { "" };
                format!("{}={quote}{}{quote}", set.columns()[column], field.text)
            });
            let fields: Vec<String> = fields.collect();
            lines.push(format!("{}: {}", set.name.as_deref().unwrap_or("-"), fields.join(" ")));
        }
    }
    lines
}

fn refused(text: &str) -> String {
    read(text.as_bytes(), None, &Limits::standard()).unwrap_err().to_string()
}

#[test]
fn a_list_of_objects_has_dotted_columns() {
    let text = r#"{"returndata":{"datanodes":[
        {"code":"a","data":{"data":106.20,"hasdata":true,"strdata":"106.20"},
         "wds":[{"valuecode":"A01","wdcode":"zb"},{"valuecode":"2019B","wdcode":"sj"}]},
        {"code":"b","data":{"data":0,"hasdata":false,"strdata":""},"wds":[]}]}}"#;
    assert_eq!(
        lines(text),
        [
            "/returndata/datanodes: code='a' data.data=106.20 data.hasdata=true \
             data.strdata='106.20' wds.0.valuecode='A01' wds.0.wdcode='zb' \
             wds.1.valuecode='2019B' wds.1.wdcode='sj'",
            "/returndata/datanodes: code='b' data.data=0 data.hasdata=false data.strdata='' wds=",
        ]
    );
}

#[test]
fn scalars_beside_and_above_stand_around_each_set() {
    let text = r#"{"source":"X","of":{"unit":"kg"},"groups":{
        "a":{"unit":"t","series":[{"date":"2025-01","value":1}]},
        "b":{"series":[{"date":"2025-01","value":2}]}}}"#;
    assert_eq!(
        lines(text),
        ["/groups/a/series: date='2025-01' value=1", "/groups/b/series: date='2025-01' value=2"]
    );
    let around = |set: &RecordSet| -> Vec<String> {
        set.around.iter().map(|around| format!("{} at {}", around.text, around.place)).collect()
    };
    let sets = sets(text);
    assert_eq!(
        around(&sets[0]),
        ["source: X at /source", "of.unit: kg at /of", "unit: t at /groups/a/unit"]
    );
    assert_eq!(around(&sets[1]).len(), 2);
}

#[test]
fn a_list_of_lists_may_begin_with_its_header() {
    assert_eq!(
        lines(r#"[["CTY","VAL"],["5700","12"],["4000",null]]"#),
        ["-: CTY='5700' VAL='12'", "-: CTY='4000' VAL="]
    );
    assert_eq!(lines("[[1,2.50]]"), ["-: 0=1 1=2.50"]);
}

#[test]
fn lists_side_by_side_are_columns_and_long_lists_inside_records_are_sets() {
    assert_eq!(
        lines(r#"{"month":["2025-01","2025-02"],"x":[1,2]}"#),
        ["-: month='2025-01' x=1", "-: month='2025-02' x=2"]
    );
    let points: Vec<String> = (0..9).map(|n| format!("{{\"v\":{n}}}")).collect();
    let text =
        format!(r#"[{{"id":"s","points":[{}]}},{{"id":"t","points":[]}}]"#, points.join(","));
    let lines = lines(&text);
    assert_eq!((lines.len(), lines[0].as_str()), (11, "-: id='s'"));
    assert_eq!(lines[10], "/*/points: ../id='s' v=8");
}

#[test]
fn a_cube_has_a_record_for_each_combination() {
    let text = r#"{"class":"dataset","label":"L","id":["sex","year"],"size":[2,2],
        "dimension":{"sex":{"category":{"index":{"m":0,"f":1}}},
        "year":{"category":{"index":["2024","2025"]}}},
        "value":[1,2.0,null,4],"status":{"2":".."}}"#;
    assert_eq!(
        lines(text),
        [
            "-: sex='m' year='2024' value=1",
            "-: sex='m' year='2025' value=2.0",
            "-: sex='f' year='2024' value= status='..'",
            "-: sex='f' year='2025' value=4",
        ]
    );
    let sparse = text.replace("[1,2.0,null,4]", r#"{"3":4}"#);
    assert_eq!(lines(&sparse).len(), 2);
    let long = text.replace("[1,2.0,null,4]", "[1,2,3,4,5]");
    assert_eq!(refused(&long), "JSON-stat, line 1: got 5 values, expected 4");
    let short = text.replace("[1,2.0,null,4]", "[1,2,3]");
    assert_eq!(refused(&short), "JSON-stat, line 1: got 3 values, expected 4");
}

#[test]
fn keys_beside_values_are_a_table_of_pxweb() {
    let text = r#"{"columns":[{"code":"Tid","type":"t"},{"code":"N","type":"c"}],
        "data":[{"key":["2016"],"values":["9995153"]},{"key":["2017"],"values":["10120242"]}]}"#;
    assert_eq!(lines(text), ["-: Tid='2016' N='9995153'", "-: Tid='2017' N='10120242'"]);
}

#[test]
fn errors_and_replies_of_nothing_are_told_apart_from_data() {
    assert_eq!(
        refused(r#"{ "statusCode": 401, "message": "Access denied" }"#),
        "the reply is an error and no data: statusCode: 401; message: Access denied"
    );
    assert_eq!(
        refused(r#"{"data":[],"error":"too many"}"#),
        "the reply is an error and no data: error: too many"
    );
    assert_eq!(refused(r#"{"count":0,"data":[],"error":""}"#), "the reply is JSON of no records");
    let metadata = read(br#"{"rows":223,"columns":["date","value"]}"#, None, &Limits::standard());
    assert!(matches!(metadata, Ok(Contents::Structure(_))), "{metadata:?}");
}
