//! Rows as files, and cited rows: whoever has the citation gets the same bytes again, whatever was published
//! since, and is told where that is not so.

use std::path::PathBuf;

use portbook_tests::folder::sha256;
use portbook_tests::program::{Place, run};
use portbook_tests::python;

use crate::ruritania::{PAGE, answers, file, place};

const CONDITION: &str = "counterpart_area <> '_W' and obs_status = 'A'";

fn named(place: &Place, name: &str) -> String {
    place.folder.path().join(name).to_string_lossy().into_owned()
}

fn bytes(path: &str) -> Vec<u8> {
    fs_err::read(path).unwrap()
}

/// Two commits: in the second France's February is printed, which was a dash.
fn revised(name: &str) -> Place {
    let place = place(name);
    place.replay().json(0);
    place
}

fn goes_on(place: &Place) {
    answers(place, "2024-04-20T09:00:00Z", &PAGE.replace("20.25,-", "20.25,3"));
    place.replay().json(0);
    assert!(place.output().join("commits/000002.json").is_file());
}

#[test]
fn cited_rows_are_the_same_after_another_commit_and_without_its_view() {
    let place = revised("cited");
    let first = named(&place, "first.csv");
    let exported = place.portbook(["export", "--where", CONDITION, "--to", &first]);
    let word = exported.expect(0).stdout.split("cited as ").nth(1).unwrap().trim().to_owned();
    let checked = place.portbook(["cite", "--check", &word]);
    assert!(checked.expect(0).stdout.contains("does not say"), "{checked}");
    let only = named(&place, "only.csv");
    let arguments = ["export", "--only", "xx/exports", "--where", CONDITION, "--to", &only];
    place.portbook(arguments).expect(0);
    assert_eq!(bytes(&only), bytes(&first));
    let none = place.portbook(["cite", "--only", "yy/exports"]);
    assert!(none.expect(0).stdout.contains("0 rows of no source"), "{none}");
    // January of Germany and France, February of Germany: tests/fixtures/added_source, the page's cells
    // B5, B6 and C5 in thousands.
    let text = String::from_utf8(bytes(&first)).unwrap();
    assert_eq!(text.lines().count(), 1 + 3, "{text}");
    for value in [",10250,", ",20250,", ",20000,"] {
        assert!(text.contains(value), "{value} in {text}");
    }
    let cited = place.portbook(["cite", "--where", CONDITION]);
    let footnote = named(&place, "footnote.txt");
    fs_err::write(&footnote, &cited.expect(0).stdout).unwrap();
    assert!(cited.stdout.contains(&format!("csv={}", sha256(&bytes(&first)))), "{cited}");
    assert!(cited.stdout.contains("3 rows of Bureau of Ruritania"), "{cited}");

    goes_on(&place);
    let now = named(&place, "now.csv");
    place.portbook(["export", "--where", CONDITION, "--to", &now]).expect(0);
    assert_ne!(bytes(&now), bytes(&first), "the second commit has a row more");
    fs_err::remove_dir_all(place.output().join("views/000001")).unwrap();
    let again = named(&place, "again.csv");
    place.portbook(["export", "--cited", &footnote, "--to", &again]).expect(0);
    assert_eq!(bytes(&again), bytes(&first));
    let same = place.portbook(["cite", "--check", &footnote]);
    assert!(same.expect(0).stdout.starts_with("the same: 3 rows"), "{same}");
    place.portbook(["verify"]).expect(0);
    let earlier = named(&place, "earlier.csv");
    place.portbook(["export", "--commit", "1", "--where", CONDITION, "--to", &earlier]).expect(0);
    assert_eq!(bytes(&earlier), bytes(&first));
}

#[test]
fn a_citation_holds_where_the_commit_was_reproduced() {
    let place = revised("cited-elsewhere");
    goes_on(&place);
    let bib = place.portbook(["cite", "--where", CONDITION, "--bibtex"]).expect(0).stdout.clone();
    let lock = named(&place, "portbook.lock");
    place.portbook(["lock", &lock]).expect(0);
    place.portbook(["reproduce", &lock, "--to", &named(&place, "made")]).expect(0);
    let elsewhere = named(&place, "made/output");
    // There it is the first commit, of another digest.
    assert!(PathBuf::from(&elsewhere).join("commits/000001.json").is_file());
    let check = |output: &str, citation: &str| {
        let mut command = place.command(["cite", "--check", citation]);
        let options = ["--output", output].map(str::to_owned);
        let arguments: Vec<_> = command.get_args().map(ToOwned::to_owned).collect();
        let program = command.get_program().to_owned();
        command = std::process::Command::new(program);
        let at = arguments.iter().position(|argument| argument == "--output").unwrap();
        command.args(&arguments[..at]).args(options).args(&arguments[at + 2..]);
        run(&mut command)
    };
    assert!(check(&elsewhere, &bib).expect(0).stdout.starts_with("the same: 4 rows"));
    // What is not held is refused, with what to do.
    let other = bib.replace("tables=", "tables=0").replace("portbook:2:", "portbook:2:0");
    assert!(check(&elsewhere, &other).expect(64).stderr.contains("SHA-256"));
    let tables = bib.split("tables=").nth(1).unwrap()[..64].to_owned();
    let unknown = bib.replace(&tables, &"0".repeat(64));
    let refused = check(&elsewhere, &unknown);
    assert!(refused.expect(64).stderr.contains("portbook reproduce"), "{refused}");
    // Rows that are other than cited are told.
    let rows = bib.replace("rows=4", "rows=5");
    assert!(check(&elsewhere, &rows).expect(65).stdout.contains("expected 5"));
}

#[test]
fn each_form_is_read_back_by_others() {
    let place = revised("exported");
    goes_on(&place);
    for form in ["csv", "sdmx.csv", "xlsx", "parquet", "arrow"] {
        let to = named(&place, &format!("rows.{form}"));
        place.portbook(["export", "--vintages", "--to", &to]).expect(0);
    }
    let structures = place.output().join("current/metadata/structures.xml");
    fs_err::copy(structures, place.folder.path().join("structures.xml")).unwrap();
    let ended = run(python::script("tests/tests/end_to_end/cited.py").arg(place.folder.path()));
    // Six figures of the page and France's February, printed since.
    assert_eq!(ended.expect(0).stdout, "7 rows in every form\n");
}

#[test]
fn what_may_not_be_passed_on_is_left_out_and_told() {
    let place = revised("exported-open");
    let to = named(&place, "open.csv");
    let all = place.portbook(["export", "--redistributable", "--to", &to]);
    assert!(!all.expect(0).stderr.contains("left out"), "{all}");
    let source = file(&place, "source.toml");
    let text = fs_err::read_to_string(&source).unwrap();
    fs_err::write(&source, text.replace("\"yes\"", "\"non-commercial\"")).unwrap();
    place.portbook(["build"]).expect(0);
    let none = place.portbook(["export", "--redistributable", "--to", &to]);
    let told = "left out: xx-exports/exports (redistribution: non-commercial)";
    assert!(none.expect(0).stderr.contains(told), "{none}");
    assert_eq!(String::from_utf8(bytes(&to)).unwrap().lines().count(), 1);
    let beside = fs_err::read_to_string(format!("{to}-metadata.json")).unwrap();
    assert!(beside.contains("\"redistribute\": \"non-commercial\""), "{beside}");
}

#[test]
fn a_name_that_is_no_form_writes_nothing() {
    let place = revised("exported-no-form");
    let to = named(&place, "rows.dta");
    let refused = place.portbook(["export", "--to", &to]);
    assert!(refused.expect(64).stderr.contains(".parquet"), "{refused}");
    assert!(!PathBuf::from(to).exists());
}
