//! A press release in small: pages of a document, each with its title and its records.

use crate::limits::Limits;
use crate::read::contents::{Contents, read};
use crate::record_set::RecordSet;

fn sets(text: &str) -> Vec<RecordSet> {
    match read(text.as_bytes(), None, &Limits::standard()) {
        Ok(Contents::Records(file)) => file.sets,
        other => panic!("{other:?}"),
    }
}

fn lines(set: &RecordSet) -> Vec<String> {
    let mut lines = vec![set.name.clone().unwrap_or_default()];
    lines.extend(set.around.iter().map(|around| format!("{} at {}", around.text, around.place)));
    for record in set.records() {
        let fields = record.fields();
        let fields = fields.map(|(at, field)| format!("{}={}", set.columns()[at], field.text));
        lines.push(fields.collect::<Vec<String>>().join(" "));
    }
    lines
}

#[test]
fn one_record_or_several_are_found_at_one_path() {
    let text = "<doc><total name='pg1'><title>July</title><export><value>11,511</value>\
        <rate>23.2</rate></export><import><value>12,146</value><rate/></import></total>\
        <page name='pg3'><title>World</title><row><item>A</item><kg>1</kg></row>\
        <row><item>B</item><kg> </kg></row></page>\
        <page name='pg8'><title>China</title><row><item>A</item><kg>-</kg></row></page></doc>";
    let sets: Vec<Vec<String>> = sets(text).iter().map(lines).collect();
    assert_eq!(
        sets,
        [
            vec![
                "/doc/total/export",
                "@name: pg1 at /doc/total/@name",
                "title: July at /doc/total/title",
                "value=11,511 rate=23.2",
            ],
            vec![
                "/doc/total/import",
                "@name: pg1 at /doc/total/@name",
                "title: July at /doc/total/title",
                "value=12,146 rate=",
            ],
            vec![
                "/doc/page[1]/row",
                "@name: pg3 at /doc/page[1]/@name",
                "title: World at /doc/page[1]/title",
                "item=A kg=1",
                "item=B kg= ",
            ],
            vec![
                "/doc/page[2]/row",
                "@name: pg8 at /doc/page[2]/@name",
                "title: China at /doc/page[2]/title",
                "item=A kg=-",
            ],
        ]
    );
}

#[test]
fn inner_elements_and_attributes_are_columns_of_a_repeated_element() {
    let text = "<a><r id='1'><n>x</n><p><q>2</q></p></r><r id='2'><n>y</n></r></a>";
    assert_eq!(lines(&sets(text)[0]), ["/a/r", "@id=1 n=x p.q=2", "@id=2 n=y"]);
    let rows = "<a><z:row xmlns:z='z' k='1' v='2'/><z:row k='3' v='4'/></a>";
    assert_eq!(lines(&sets(rows)[0]), ["/a/row", "@k=1 @v=2", "@k=3 @v=4"]);
}

#[test]
fn text_beside_elements_is_kept() {
    let text = "<a>all <r>txt<k>1</k></r><r>more<k>2</k><l>3</l> end</r></a>";
    let sets: Vec<Vec<String>> = sets(text).iter().map(lines).collect();
    assert_eq!(
        sets,
        [["/a/r", "#text: all at /a/#text", "#text=txt k=1", "#text=more end k=2 l=3"]]
    );
}
