//! From a computed figure to the cells that went into it.

use portbook_query::as_of::AsOf;
use portbook_query::derived::{Derived, sum_of};
use portbook_query::error::Error;

use crate::published::{Output, exhibit_12, wait};

fn derived(sql: &str, as_of: AsOf) -> Result<Derived, Error> {
    wait(Output::of(&exhibit_12()).table().derive(sql, as_of))
}

/// Cell and what it put into each step.
fn terms(derived: &Derived) -> Vec<(String, Vec<(&str, &str)>)> {
    let cell = |at: usize| derived.cells[at].address.cell.as_deref().unwrap();
    let steps = derived.figures[0].steps.iter();
    steps
        .map(|step| {
            let terms = step.terms.iter().map(|term| (cell(term.cells[0]), term.value.as_str()));
            (step.value.clone().unwrap_or_default(), terms.collect())
        })
        .collect()
}

#[test]
fn a_sum_is_its_terms() {
    let ask = sum_of("time_period = '2025-11' and trade_flow = 'X'");
    let latest = derived(&ask, AsOf::Everything).unwrap();
    assert_eq!(latest.figures[0].answer, [("sum".to_owned(), Some("183135000000".to_owned()))]);
    assert_eq!(terms(&latest), [("183135000000".to_owned(), vec![("F47", "183135000000")])]);
    let then = derived(&ask, "2026-02-01".parse().unwrap()).unwrap();
    assert_eq!(terms(&then), [("182146000000".to_owned(), vec![("F49", "182146000000")])]);
}

#[test]
fn filters_groups_subqueries_and_joins_are_followed() {
    let both = "select sum(obs_value) filter (where revision = 1) - sum(obs_value) filter (where revision = 0) as d \
                from observation where time_period = '2025-11' and trade_flow = 'X'";
    let both = derived(both, AsOf::Everything).unwrap();
    assert_eq!(both.figures[0].answer[0].1.as_deref(), Some("989000000"));
    assert_eq!(
        terms(&both),
        [
            ("183135000000".to_owned(), vec![("F47", "183135000000")]),
            ("182146000000".to_owned(), vec![("F49", "182146000000")]),
        ]
    );

    let nested = "select max(s) as m from (select revision, sum(obs_value) as s from observation \
                  where time_period = '2025-11' and trade_flow = 'X' group by revision)";
    let nested = derived(nested, AsOf::Everything).unwrap();
    let groups: Vec<&str> =
        nested.figures[0].steps.iter().map(|step| step.group[0].1.as_str()).collect();
    assert_eq!(groups, ["0", "1"]);
    assert_eq!(nested.cells.len(), 2);

    let scalar = "select (select obs_value from latest where time_period = '2025-11' and trade_flow = 'X') \
                  - (select obs_value from first_print where time_period = '2025-11' and trade_flow = 'X') as d";
    let scalar = derived(scalar, AsOf::Everything).unwrap();
    assert_eq!(scalar.cells.len(), 2);

    let joined = "select sum(a.obs_value - b.obs_value) as d from latest a join first_print b \
                  on a.series_id = b.series_id and a.time_period = b.time_period where a.time_period = '2025-11' and a.trade_flow = 'X'";
    let joined = derived(joined, AsOf::Everything).unwrap();
    assert_eq!(joined.figures[0].steps[0].terms[0].cells.len(), 2);
    assert_eq!(joined.figures[0].steps[0].terms[0].value, "989000000");
}

#[test]
fn what_is_no_figure_is_refused() {
    for (sql, says) in [
        ("select obs_value from observation", "rows, expected one to be explained"),
        ("select count(*) from area", "nothing published matches"),
        ("select 1 as one", "nothing published matches"),
        ("delete from observation", "read-only"),
        ("select sum(obs_valeu) from latest", "no column `obs_valeu`"),
    ] {
        let error = derived(sql, AsOf::Everything).unwrap_err();
        assert!(error.is_question() && error.to_string().contains(says), "{sql}: {error}");
    }
}
