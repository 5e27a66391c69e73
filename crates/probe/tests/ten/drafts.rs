//! Drafts of the ten files: with each `?` answered by something harmless, the folder loads and its
//! layouts read the file. Counts what is read of what was seen.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use portbook_parse::layout::{Origin as FileOrigin, parse};
use portbook_parse::limits::Limits as ReadLimits;
use portbook_parse::read::contents::read;
use portbook_probe::draft::{Draft, Origin, draft};
use portbook_probe::findings::{Findings, probe};
use portbook_probe::limits::Limits;
use portbook_source::load::{Source, Texts};

/// What became of one draft.
pub(crate) struct Drafted {
    pub(crate) questions: usize,
    pub(crate) seen: usize,
    /// Value cells the draft's layouts read, refused ones not counted.
    pub(crate) read: usize,
    /// How many issues of each rule, the first in full; why the draft does not load.
    pub(crate) trouble: String,
}

pub(crate) fn findings(real: &Path, file: &str) -> (Vec<u8>, Findings) {
    let bytes = fs_err::read(real.join(file)).unwrap();
    let contents = read(&bytes, None, &ReadLimits::standard()).unwrap();
    let findings = probe(&contents, file, &Limits::standard());
    (bytes, findings)
}

pub(crate) fn drafted(real: &Path, file: &str) -> Drafted {
    let (bytes, findings) = findings(real, file);
    let draft = draft(&findings, Origin { id: "xx/probe", url: None });
    let mut drafted = Drafted {
        questions: findings.questions.len(),
        seen: findings.tables.iter().map(|table| table.values).sum(),
        read: 0,
        trouble: "none".to_owned(),
    };
    let source = match Source::read("xx/probe", PathBuf::from("xx/probe"), &answered(&draft)) {
        Ok(source) => source,
        Err(error) => {
            drafted.trouble = error.to_string();
            return drafted;
        }
    };
    let origin = FileOrigin { file, charset: None, period: None };
    let parsed = parse(&bytes, origin, &source, &ReadLimits::standard()).unwrap();
    drafted.read = parsed.tables.iter().map(|table| table.batch.len()).sum();
    let issues = parsed.issues.iter().map(|file| &file.issue);
    let issues = issues.chain(parsed.tables.iter().flat_map(|table| &table.issues));
    let mut rules: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for issue in issues {
        rules.entry(issue.rule.clone()).or_insert_with(|| (0, issue.to_string())).0 += 1;
    }
    let told = rules.into_iter().map(|(rule, (count, first))| format!("{count} {rule}: {first}"));
    let told: Vec<String> = told.collect();
    if !told.is_empty() {
        drafted.trouble = told.join(" | ");
    }
    drafted
}

/// The answers of a person who only wants to see the draft read its file.
fn answered(draft: &Draft) -> Texts {
    let answers = [
        ("currency = \"?\"", "currency = \"_Z\""),
        ("unit_measure = \"?\"", "unit_measure = \"_Z\""),
        ("unit_mult = \"?\"", "unit_mult = 0"),
        ("ref_area = \"?\"", "ref_area = \"_W\""),
        ("counterpart_area = \"?\"", "counterpart_area = \"_Z\""),
        ("homepage  = \"?\"", "homepage  = \"http://bureau.example/\""),
        (" = \"?\" # ?", " = \"missing\" # ?"),
    ];
    let answer = |text: &String| {
        answers.iter().fold(text.clone(), |text, (question, answer)| text.replace(question, answer))
    };
    Texts {
        source: answer(&draft.source),
        layout: answer(&draft.layout),
        lookups: answer(&draft.lookups),
        ..Texts::default()
    }
}
