//! `metadata/structures.xml`: the columns as an SDMX-ML 2.1 data structure with its code lists, so
//! that SDMX tools know what an SDMX-CSV export holds. `RELEASED_AT` is a dimension: every figure
//! of every release has a key of its own.

use std::fmt::Write as _;

use arrow::datatypes::DataType;
use portbook_model::concept::Concept;
use portbook_schema::codelist::{self, CodeList};
use portbook_schema::observation;

use super::xml::escaped;
use super::{Facts, TITLE};

const AGENCY: &str = "PORTBOOK";
const VERSION: &str = "1.0";
const MESSAGE: &str = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";
const STRUCTURES: &str = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure";
const COMMON: &str = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common";

/// Columns that are attributes, with the list that each takes its codes from: all that is no part
/// of the key and not the value.
const LISTED: [(&str, &str); 2] = [("obs_status", "obs_status"), ("conf_status", "conf_status")];

pub(super) fn text(facts: &Facts<'_>) -> String {
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <mes:Structure xmlns:mes=\"{MESSAGE}\" xmlns:str=\"{STRUCTURES}\" xmlns:com=\"{COMMON}\">\n\
         <mes:Header><mes:ID>{AGENCY}</mes:ID><mes:Test>false</mes:Test><mes:Prepared>{}</mes:Prepared>\
         <mes:Sender id=\"{AGENCY}\"/></mes:Header>\n<mes:Structures>\n<str:Codelists>\n",
        facts.modified,
    );
    for list in lists() {
        code_list(&mut text, list);
    }
    text.push_str("</str:Codelists>\n<str:Concepts>\n");
    concepts(&mut text);
    text.push_str("</str:Concepts>\n<str:DataStructures>\n");
    data_structure(&mut text);
    text.push_str("</str:DataStructures>\n</mes:Structures>\n</mes:Structure>\n");
    text
}

/// Those that a column takes its codes from.
fn lists() -> impl Iterator<Item = &'static CodeList> {
    let of_columns = |list: &&CodeList| {
        !codelist::concepts(list).is_empty() || LISTED.iter().any(|(_, name)| *name == list.name)
    };
    codelist::all().iter().filter(of_columns)
}

fn id(column: &str) -> String {
    column.to_ascii_uppercase()
}

fn list_id(list: &str) -> String {
    format!("CL_{}", id(list))
}

fn name(text: &mut String, name: &str) {
    let _ = write!(text, "<com:Name xml:lang=\"en\">{}</com:Name>", escaped(name));
}

fn code_list(text: &mut String, list: &CodeList) {
    let _ = write!(
        text,
        "<str:Codelist id=\"{}\" agencyID=\"{AGENCY}\" version=\"{VERSION}\">",
        list_id(list.name)
    );
    name(text, list.name);
    text.push('\n');
    for (code, called) in &list.codes {
        let _ = write!(text, "<str:Code id=\"{}\">", escaped(code));
        name(text, called);
        text.push_str("</str:Code>\n");
    }
    text.push_str("</str:Codelist>\n");
}

/// Every column, under the name SDMX gives it: the published one, in capitals.
fn concepts(text: &mut String) {
    let _ = write!(
        text,
        "<str:ConceptScheme id=\"COLUMNS\" agencyID=\"{AGENCY}\" version=\"{VERSION}\">"
    );
    name(text, "Columns of observation");
    text.push('\n');
    let series = Concept::ALL.iter().map(|concept| (concept.name(), ""));
    for (column, meaning) in
        series.chain(observation::columns().iter().map(|c| (c.name, c.meaning)))
    {
        let _ = write!(text, "<str:Concept id=\"{}\">", id(column));
        name(text, column);
        if !meaning.is_empty() {
            let _ = write!(
                text,
                "<com:Description xml:lang=\"en\">{}</com:Description>",
                escaped(meaning)
            );
        }
        text.push_str("</str:Concept>\n");
    }
    text.push_str("</str:ConceptScheme>\n");
}

fn data_structure(text: &mut String) {
    let _ = write!(
        text,
        "<str:DataStructure id=\"OBSERVATION\" agencyID=\"{AGENCY}\" version=\"{VERSION}\">"
    );
    name(text, TITLE);
    text.push_str(
        "\n<str:DataStructureComponents>\n<str:DimensionList id=\"DimensionDescriptor\">\n",
    );
    let key = Concept::ALL.into_iter().map(|concept| (concept.name(), codelist::of(concept)));
    let key = key.chain([("released_at", None)]);
    let mut position = 0;
    for (column, list) in key {
        position += 1;
        let component = format!("Dimension id=\"{}\" position=\"{position}\"", id(column));
        let form = if column == "released_at" { "DateTime" } else { "String" };
        part(text, &component, column, list.map(|list| list.name), form);
    }
    let time = format!("TimeDimension id=\"TIME_PERIOD\" position=\"{}\"", position + 1);
    part(text, &time, "time_period", None, "ObservationalTimePeriod");
    text.push_str("</str:DimensionList>\n<str:AttributeList id=\"AttributeDescriptor\">\n");
    let attributes = observation::columns()
        .into_iter()
        .filter(|column| !["time_period", "obs_value", "released_at"].contains(&column.name));
    for column in attributes {
        let status = if column.nullable { "Conditional" } else { "Mandatory" };
        let component =
            format!("Attribute id=\"{}\" assignmentStatus=\"{status}\"", id(column.name));
        let list = LISTED.iter().find(|(of, _)| *of == column.name).map(|(_, list)| *list);
        part(text, &component, column.name, list, form(&column.data_type));
    }
    text.push_str("</str:AttributeList>\n<str:MeasureList id=\"MeasureDescriptor\">\n");
    part(text, "PrimaryMeasure id=\"OBS_VALUE\"", "obs_value", None, "Decimal");
    text.push_str("</str:MeasureList>\n</str:DataStructureComponents>\n</str:DataStructure>\n");
}

fn form(data_type: &DataType) -> &'static str {
    match data_type {
        DataType::Date32 => "GregorianDay",
        DataType::Timestamp(..) => "DateTime",
        whole if whole.is_integer() => "Integer",
        _ => "String",
    }
}

/// A component: what it means, and what may stand in it.
fn part(text: &mut String, component: &str, column: &str, list: Option<&str>, form: &str) {
    let element = component.split(' ').next().unwrap_or_default();
    let _ = write!(
        text,
        "<str:{component}><str:ConceptIdentity><Ref id=\"{}\" maintainableParentID=\"COLUMNS\" \
         maintainableParentVersion=\"{VERSION}\" agencyID=\"{AGENCY}\" package=\"conceptscheme\" \
         class=\"Concept\"/></str:ConceptIdentity><str:LocalRepresentation>",
        id(column)
    );
    let _ = match list {
        Some(list) => write!(
            text,
            "<str:Enumeration><Ref id=\"{}\" version=\"{VERSION}\" agencyID=\"{AGENCY}\" \
             package=\"codelist\" class=\"Codelist\"/></str:Enumeration>",
            list_id(list)
        ),
        None => write!(text, "<str:TextFormat textType=\"{form}\"/>"),
    };
    text.push_str("</str:LocalRepresentation>");
    if element == "Attribute" {
        text.push_str(
            "<str:AttributeRelationship><str:PrimaryMeasure><Ref id=\"OBS_VALUE\"/>\
             </str:PrimaryMeasure></str:AttributeRelationship>",
        );
    }
    let _ = writeln!(text, "</str:{element}>");
}
