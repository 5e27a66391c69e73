//! Identities as they are written: what is read, and what is refused with its place.

use portbook_model::concept::Concept;

use super::{LAYOUT, LOOKUPS, SOURCE, mistake, read};
use crate::identity::{Base, Codes, Kind, Rule};

fn with(kind: &str, body: &str) -> String {
    format!("{SOURCE}\n[{kind}]\n\"adds up\" = {body}\n")
}

fn gate(body: &str) -> String {
    with("gate", body)
}

/// Makes one identity of a right file and expects that mistake, at `▸` if it is marked.
fn check(kind: &str, body: &str, said: &str, hint: &str) {
    let marked = with(kind, body);
    let place = marked.split_once('▸').map(|(before, _)| {
        let line = before.matches('\n').count() + 1;
        let column = before.lines().last().unwrap_or_default().chars().count() + 1;
        format!("cn/a-b/source.toml:{line}:{column}: ")
    });
    let found = mistake(&marked.replace('▸', ""), LAYOUT, LOOKUPS);
    let place = place.unwrap_or_default();
    assert!(found.starts_with(&place), "expected {place} in: {found}");
    assert!(
        found.contains(said) && found.contains(hint),
        "expected `{said}`, `{hint}` in: {found}"
    );
    assert_eq!(found.matches("source.toml:").count(), 1, "{found}");
}

#[test]
fn every_kind_of_rule_is_read() {
    for rule in [
        "{ sum = { trade_flow = \"B = X - M\" } }",
        "{ parts = { customs_proc = \"total = leaf\" } }",
        "{ parts = { commodity = \"subtotal = members\", only = { measure = \"VALUE\" } } }",
        "{ months = true }",
        "{ quarters = true }",
        "{ cumulatives = \"printed\" }",
        "{ share = { measure = \"SHARE = VALUE / VALUE\", whole = { commodity = \"_T\" } } }",
        "{ growth = { rate = \"GY\", base = \"printed\" } }",
        "{ implied_rate = { of = \"CNY\", per = \"USD\", between = [\"6.05\", \"8.73\"] } }",
        "{ in = \"partners\", same = { dataset = \"partners\", ignore = [\"classification\"] } }",
    ] {
        let identity = read(&gate(rule), LAYOUT, LOOKUPS).unwrap().identities.remove(0);
        assert_eq!((identity.kind, identity.is_across_releases()), (Kind::Gate, false), "{rule}");
        assert_eq!((identity.name.as_str(), identity.dataset.as_str()), ("adds up", "partners"));
    }
    let band = "{ implied_rate = { of = \"CNY\", per = \"USD\", between = [\"6.05\", \"8.73\"] } }";
    let identity = read(&gate(band), LAYOUT, LOOKUPS).unwrap().identities.remove(0);
    let Rule::ImpliedRate { between, .. } = identity.rule else { panic!("{identity:?}") };
    assert_eq!(between, [6_050_000_000, 8_730_000_000]);
}

#[test]
fn an_equation_has_a_total_and_terms_with_their_signs() {
    let body = "{ sum = { commodity = \"0+1 = 0 - 1 + a=b\", ignore = [\"valuation\"], only = { measure = \"VALUE\" } } }";
    let identity = read(&gate(body), LAYOUT, LOOKUPS).unwrap().identities.remove(0);
    let Rule::Linear { column, total, terms, ignore, only } = identity.rule else {
        panic!("{identity:?}")
    };
    let terms: Vec<(&str, i64)> =
        terms.iter().map(|(code, factor)| (code.as_str(), *factor)).collect();
    assert_eq!((column, total.as_str()), (Concept::Commodity, "0+1"));
    assert_eq!(terms, [("0", 1), ("1", -1), ("a=b", 1)]);
    assert_eq!(ignore, [Concept::Valuation]);
    assert_eq!(only, Codes::from([(Concept::Measure, "VALUE".to_owned())]));
    // Over several lines, as long ones are written.
    let body = "{ sum = { trade_flow = \"\"\"\\\n  B = X \\\n  - M\"\"\" } }";
    let identity = read(&gate(body), LAYOUT, LOOKUPS).unwrap().identities.remove(0);
    let Rule::Linear { terms, .. } = identity.rule else { panic!("{identity:?}") };
    assert_eq!(terms["M"], -1);
}

#[test]
fn each_equation_of_a_list_is_an_identity_named_by_what_it_says() {
    let body =
        "{ sum = { series_code = [\"A = B  +  C\", \"D = E - F\"], ignore = [\"breakdown\"] } }";
    let identities = read(&gate(body), LAYOUT, LOOKUPS).unwrap().identities;
    let names: Vec<&str> = identities.iter().map(|identity| identity.name.as_str()).collect();
    assert_eq!(names, ["adds up: A = B + C", "adds up: D = E - F"]);
    let Rule::Linear { ignore, .. } = &identities[1].rule else { panic!("{identities:?}") };
    assert_eq!(ignore, &[Concept::Breakdown]);
    let twice = "{ sum = { series_code = [\"A = B + C\", \"A = B + C\"] } }";
    check("gate", twice, "`adds up: A = B + C` stands twice", "a name of its own");
    let wrong = "{ sum = { series_code = [\"A = B + C\", \"A = B + ▸+\"] } }";
    check("gate", wrong, "got `A = B + +`, expected a code", "write `sum = {");
    check("gate", "{ sum = { series_code = ▸[] } }", "expected a code, `=`", "write `sum = {");
}

#[test]
fn a_share_says_its_column_once_and_what_its_levels_have() {
    let body = "{ share = { series_code = \"S = P / W\", level = { currency = \"USD\" }, whole = { commodity = \"_T\" } } }";
    let identity = read(&gate(body), LAYOUT, LOOKUPS).unwrap().identities.remove(0);
    let Rule::Share { share, part, whole, .. } = identity.rule else { panic!("{identity:?}") };
    let codes = |code: &str, more: &[(Concept, &str)]| {
        let more = more.iter().map(|(concept, code)| (*concept, (*code).to_owned()));
        let mut codes: Codes = more.collect();
        codes.insert(Concept::SeriesCode, code.to_owned());
        codes
    };
    assert_eq!(share, codes("S", &[]));
    assert_eq!(part, codes("P", &[(Concept::Currency, "USD")]));
    assert_eq!(whole, codes("W", &[(Concept::Currency, "USD"), (Concept::Commodity, "_T")]));
}

#[test]
fn an_identity_is_about_all_datasets_or_those_it_names() {
    let two = "[dataset.more]\ntitle = \"More\"\nrows = [1, 9]\n";
    let about = |body: &str| -> Vec<String> {
        let identities = read(&format!("{}{two}", gate(body)), LAYOUT, LOOKUPS).unwrap().identities;
        identities.into_iter().map(|identity| identity.dataset).collect()
    };
    assert_eq!(about("{ months = true }"), ["more", "partners"]);
    assert_eq!(about("{ in = \"more\", months = true }"), ["more"]);
    // One name, another rule for each.
    assert_eq!(
        about("[{ in = \"partners\", months = true }, { in = [\"more\"], quarters = true }]"),
        ["partners", "more"]
    );
}

#[test]
fn what_compares_releases_is_no_gate() {
    for rule in ["{ cumulatives = \"held\" }", "{ growth = { rate = \"GY\", base = \"held\" } }"] {
        check("gate", rule, "identity `adds up`: got a gate, expected a finding", "holds nothing");
        let finding = read(&with("finding", rule), LAYOUT, LOOKUPS).unwrap();
        assert!(finding.identities[0].is_across_releases());
    }
    let held = with("finding", "{ cumulatives = \"held\" }");
    let identity = read(&held, LAYOUT, LOOKUPS).unwrap().identities.remove(0);
    assert!(matches!(identity.rule, Rule::Cumulatives { before: Base::Held }));
}

#[test]
fn a_control_total_is_printed_in_another_dataset() {
    let two = "[dataset.more]\ntitle = \"More\"\nrows = [1, 9]\n";
    let body =
        "{ in = \"partners\", control_total = { dataset = \"more\", over = [\"commodity\"] } }";
    let read = read(&format!("{}{two}", gate(body)), LAYOUT, LOOKUPS).unwrap();
    let identity = &read.identities[0];
    assert_eq!((identity.dataset.as_str(), identity.beside()), ("partners", Some("more")));
    assert!(identity.concerns("more") && identity.concerns("partners"));
    wrong(
        "{ control_total = { dataset = ▸\"table\", over = [] } }",
        "got dataset `table`",
        "name one of the tables",
    );
}

fn wrong(body: &str, said: &str, hint: &str) {
    check("gate", body, said, hint);
}

#[test]
fn mistakes_in_parts_are_told_with_their_place() {
    let parts = "write `parts = {";
    wrong(
        "{ parts = { ▸comodity = \"total = leaf\" } }",
        "got `comodity`, expected a series column",
        "`commodity`",
    );
    wrong("{ parts = { commodity = \"▸all = leaf\" } }", "level: got `all`", "one of total");
    wrong(
        "{ parts = { commodity = \"▸total = members\" } }",
        "expected `subtotal`",
        "subtotal = members",
    );
    wrong("{ parts = { commodity = \"total = leaf - ▸group\" } }", "got `- group`", parts);
    wrong("{ parts = { commodity = ▸\"total\" } }", "expected a code, `=`", parts);
    wrong(
        "{ parts = ▸{ only = { measure = \"VALUE\" } } }",
        "expected a column and an equation",
        parts,
    );
    wrong(
        "{ parts = { commodity = \"total = leaf\", ▸ignore = [\"region\"] } }",
        "got `ignore`",
        "",
    );
}

#[test]
fn mistakes_in_equations_are_told_with_their_place() {
    let sum = "write `sum = {";
    wrong(
        "{ sum = { trade_flow = \"B = ▸EX\" } }",
        "trade_flow: got `EX`, expected a code",
        "did you mean",
    );
    wrong("{ sum = { trade_flow = \"B = X ▸M\" } }", "expected a code, `=`", sum);
    wrong("{ sum = { trade_flow = \"B = X ▸-\" } }", "expected a code, `=`", sum);
    wrong("{ sum = { trade_flow = \"B ▸+ X - M\" } }", "expected a code, `=`", sum);
    wrong("{ sum = { trade_flow = \"B = X - ▸X\" } }", "got `X` twice", "each code once");
    wrong("{ sum = { trade_flow = \"B = X / ▸M\" } }", "got `/ M`, expected a sum", sum);
    wrong("{ sum = { trade_flow = ▸7 } }", "expected a code, `=`", sum);
    wrong(
        "{ sum = { commodity = \"GS = G + S\", ▸trade_flow = \"B = X - M\" } }",
        "expected one column",
        sum,
    );
    wrong(
        "{ sum = { trade_flow = \"B = X - M\", ignore = ▸\"region\" } }",
        "ignore: got `region`",
        "ignore = [",
    );
    wrong(
        "{ sum = { trade_flow = \"B = X - M\", ignore = [▸\"regoin\"] } }",
        "got `regoin`",
        "did you mean `region`",
    );
    wrong("{ sum = { trade_flow = \"B = X - M\", only = ▸\"X\" } }", "only: got `X`", "only = {");
    wrong(
        "{ sum = { trade_flow = \"B = X - M\", only = { measure = ▸1 } } }",
        "only: got `1`",
        "only = {",
    );
    wrong(
        "{ share = { measure = \"▸SHARE = VALUE + INDEX\" } }",
        "its part, `/` and its whole",
        "share = {",
    );
}

#[test]
fn mistakes_are_told_with_their_place() {
    let sum = "write `sum = {";
    wrong(
        "{ growth = { rate = ▸\"YOY\", base = \"printed\" } }",
        "got `YOY`, expected one of GY G1",
        "rate =",
    );
    let rate = |between: &str| {
        format!("{{ implied_rate = {{ of = \"CNY\", per = \"USD\", between = {between} }} }}")
    };
    wrong(
        &rate("[▸\"six\", \"7\"]"),
        "between: got `six`, expected a number above 0",
        "between = [",
    );
    wrong(&rate("[▸\"8\", \"7\"]"), "expected the lower bound before the upper one", "lesser");
    wrong(
        "{ same = { dataset = ▸\"partner\" } }",
        "got dataset `partner`",
        "did you mean `partners`",
    );
    wrong(
        "{ in = ▸\"partner\", months = true }",
        "got dataset `partner`",
        "did you mean `partners`",
    );
    wrong("{ in = ▸[], months = true }", "in: got no dataset", "about all");
    wrong("{ in = ▸7, months = true }", "expected a text or a list of texts", "in = \"partners\"");
    wrong("{ months = true, quarters = true }", "expected exactly one of `sum`", sum);
    wrong("{ ▸flow = { column = \"trade_flow\" } }", "unknown key `flow`", "docs/");
    wrong(
        "[{ months = true }, { quarters = true }]",
        "`adds up` stands twice for `partners`",
        "a name of its own",
    );
    let other =
        format!("{}[finding]\n\"adds up\" = {{ quarters = true }}\n", gate("{ months = true }"));
    let found = mistake(&other, LAYOUT, LOOKUPS);
    assert!(found.contains("`adds up` stands twice for `partners`"), "{found}");
    let found = mistake(&SOURCE.replace("[series]", "gate = 3\n[series]"), LAYOUT, LOOKUPS);
    assert!(found.contains("`gate`"), "{found}");
}
