//! A release is compared with those that passed before it: how much it prints, and in what form.

use portbook_tests::edit;
use portbook_tests::program::Place;
use serde_json::Value;

use crate::ruritania::{PAGE, answers, file, place, row};
use crate::{list, text, verdict};

const APRIL: &str = "2024-04-20T09:00:00Z";

/// Why the release of April is held: rule and arithmetic.
fn reasons(summary: &Value) -> Vec<String> {
    let verdict = verdict(&summary["lines"][0], "xx-exports:2024-04-20");
    let reason = |reason: &Value| format!("{}: {}", text(&reason["rule"]), text(&reason["said"]));
    list(&verdict["reasons"]).iter().map(reason).collect()
}

/// What was found of it and holds nothing.
fn findings(place: &Place) -> Vec<String> {
    let question = "select rule, said from finding where source = 'xx-exports' \
                    and release = 'xx-exports:2024-04-20' order by rule";
    let found = place.portbook(["sql", "--json", question]).json(0);
    let one = |found: &Value| format!("{}: {}", text(&found["rule"]), text(&found["said"]));
    list(&found).iter().map(one).collect()
}

#[test]
fn a_table_that_was_cut_is_held_until_a_person_says_it_is_right() {
    let place = place("envelopes-cut");
    let cut = "Exports by country\nThousand US dollars\nCountry,Jan 2024\nWorld,31\n\
               Source: Bureau of Ruritania\n";
    answers(&place, APRIL, cut);
    let held = reasons(&place.replay().json(10));
    let of = "of the release before (xx-exports:2024-03-20)";
    let expected = [
        format!("fewer-rows: got 1 observations, expected at least 1/2 of 6, the least {of}"),
        format!("fewer-areas: got 1 areas, expected at least 3/4 of 3, the least {of}"),
    ];
    assert_eq!(held, expected);
    let shown = place.portbook(["review", "xx-exports/2024-04-20/exports"]);
    assert!(shown.stdout.contains("captured 2024-04-20T09:00:00Z: `objects/sha256/"), "{shown}");
    place
        .portbook([
            "review",
            "accept",
            "xx/exports",
            "2024-04-20",
            "--dataset",
            "exports",
            "--rule",
            "fewer-rows",
            "--rule",
            "fewer-areas",
            "--reason",
            "world alone",
            "--by",
            "reviewer",
        ])
        .expect(0);
    place.portbook(["build"]).expect(0);
    let world = row(&place, "2024-04-20", "_W", "2024-01").expect("it is published");
    assert_eq!(world.get("obs_value"), "31000");
}

/// Millions over the figures of thousands: every word is known, and all is wrong by a thousand.
#[test]
fn another_unit_holds_unless_the_figures_prove_it() {
    let learned = |name: &str, page: &str| {
        let place = place(name);
        edit::text(
            &file(&place, "lookups.toml"),
            "[unit]\n",
            "[unit]\n\"Million US dollars\" = { unit_measure = \"USD\", unit_mult = 6 }\n",
        );
        answers(&place, APRIL, &page.replace("Thousand US", "Million US"));
        place
    };
    let mislabelled = learned("envelopes-unit-wrong", PAGE);
    let held = reasons(&mislabelled.replay().json(10));
    let said = "unit-changed: got unit `Million US dollars`, expected `Thousand US dollars` as in \
                xx-exports:2024-03-20; of 5 figures printed again 0 agree";
    assert_eq!(held, [said]);

    let page = PAGE
        .replace("30.5,20\n", "0.0305,0.02\n")
        .replace("10.25,20\n", "0.01025,0.02\n")
        .replace("20.25,", "0.02025,");
    let proven = learned("envelopes-unit-right", &page);
    assert_eq!(reasons(&proven.replay().json(0)), Vec::<String>::new());
    let found = findings(&proven).join("\n");
    assert!(found.contains("of 5 figures printed again 5 agree"), "{found}");
    assert!(found.contains("layout-changed: new unit `Million US dollars`"), "{found}");
}

#[test]
fn a_table_laid_out_anew_is_told_with_what_changed() {
    let place = place("envelopes-form");
    let layout = file(&place, "layout.toml");
    edit::text(&layout, "[table.head]\n", "[table.head]\n\"Share\" = { ignore = true }\n");
    let page = PAGE
        .replace("Feb 2024\n", "Feb 2024,Share\n")
        .replace(",20\n", ",20,1\n")
        .replace(",-\n", ",-,2\n")
        .replace("Germany", "  Germany");
    answers(&place, APRIL, &page);
    assert_eq!(reasons(&place.replay().json(0)), Vec::<String>::new());
    let found = findings(&place);
    let said = "layout-changed: inserted column `Share`; changed indentation from 0 to 0, 2; \
                expected the form of `exports` as in xx-exports:2024-03-20";
    assert_eq!(found, [said]);
}

/// The recordings are of many forms, and none of them is held for it.
#[test]
fn no_recorded_release_is_held_by_what_was_learned() {
    let summary = &crate::replayed().summary;
    for line in list(&summary["lines"]) {
        for verdict in list(&line["verdicts"]) {
            assert_eq!(verdict["held"], false, "{line:#}");
        }
    }
}
