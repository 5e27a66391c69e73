//! Scripts say what the records say: which files, in place of what, and what they have to come to.
//! Whether they are SQL is for other programs to tell (tests/tests/sinks).

use std::path::Path;

use super::{Dialect, Script, Wanted, scripts};
use crate::commit::{Key, Output};
use crate::error::Error;
use crate::tests::{publish, row};
use crate::words::{condition, decimal};

fn wanted(dialect: Dialect, since: Option<u64>) -> Wanted {
    let location = "s3://bucket/output/".to_owned();
    Wanted { dialect, location, commit: 2, since }
}

/// Two years, then another figure in one of them.
fn output(folder: &Path) -> Output {
    let of_2024 = row(2024, 11, Some(174_038));
    publish(folder, vec![of_2024.clone(), row(2025, 11, Some(182_146))]);
    publish(folder, vec![of_2024, row(2025, 11, Some(183_135)), row(2025, 12, None)]);
    Output::open(folder)
}

fn load(scripts: &[Script]) -> &str {
    &scripts[1].text
}

#[test]
fn a_script_loads_what_changed_and_says_what_it_comes_to() {
    let folder = tempfile::tempdir().unwrap();
    let output = output(folder.path());
    for dialect in Dialect::ALL {
        let whole = scripts(&output, &wanted(dialect, None)).unwrap();
        let since = scripts(&output, &wanted(dialect, Some(1))).unwrap();
        let name = dialect.name();
        assert_eq!(whole[0], since[0], "{name}: what is made once is the same every time");
        for script in [&whole[0], &whole[1]] {
            assert!(script.text.contains(&format!("-- Checked how far: {}", dialect.checked())));
        }
        assert_eq!(whole[1].name, "load-000002.sql", "{name}");
        // November and the missing December of 2025, in units of 10^-9 of a dollar.
        assert!(load(&since).contains("2 as row_count"), "{name}");
        assert!(load(&since).contains("'183135000000.000000000'"), "{name}");
        assert!(load(&since).contains("1 as missing"), "{name}");
        if dialect.is_whole() {
            assert_eq!(whole, since, "{name}");
            assert!(load(&whole).contains("'s3://bucket/output/views/000002/observation'"));
            continue;
        }
        assert_eq!(since[1].name, "load-000001-000002.sql", "{name}");
        let commit = output.commit(2).unwrap();
        for (key, partition) in &commit.partitions {
            let path = &partition.files[0].path;
            let is_new = key.year == 2025;
            assert!(load(&whole).contains(path), "{name}: {path}");
            assert_eq!(load(&since).contains(path), is_new, "{name}: {path}");
        }
        let out = "source = 'us-census-ft900' and freq = 'M' and year in (2025)";
        assert!(load(&since).contains(out), "{name}: {}", load(&since));
        assert!(load(&since).contains(&commit.digest.to_string()), "{name}");
    }
}

#[test]
fn a_place_that_would_end_a_text_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let output = output(folder.path());
    for location in ["", "/", "s3://it's/output", "s3://a;b", "s3://a`b", "s3://a\nb"] {
        let wanted = Wanted { location: location.to_owned(), ..wanted(Dialect::Redshift, None) };
        let refused = scripts(&output, &wanted).unwrap_err();
        assert!(matches!(refused, Error::Address { .. }), "{location}: {refused}");
    }
}

#[test]
fn sums_and_conditions_are_exact() {
    assert_eq!(decimal(-100_000_000), "-0.100000000");
    assert_eq!(decimal(182_146_000_000_000_000_001), "182146000000.000000001");
    assert_eq!(decimal(i128::MIN), "-170141183460469231731687303715.884105728");
    let key = |source: &str, freq: &str, year| Key {
        source: source.to_owned(),
        freq: freq.to_owned(),
        year,
    };
    let keys = [key("b", "M", 2024), key("a", "A", 2025), key("b", "M", 2023), key("b", "M", 2024)];
    assert_eq!(
        condition(&keys),
        "(source = 'a' and freq = 'A' and year in (2025))\n  \
        or (source = 'b' and freq = 'M' and year in (2023, 2024))"
    );
    assert_eq!(condition(&[]), "1 = 0");
}
