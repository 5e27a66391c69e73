//! `gc` removes what no reader needs any more once it is old: views of earlier commits, bytes that no
//! capture names. What the index names stays, however old.

use std::path::Path;
use std::time::{Duration, SystemTime};

use portbook_tests::folder::digests;

use crate::list;
use crate::ruritania::{PAGE, answers, place};

/// As if last written in November 2023.
fn age(path: &Path) {
    let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    fs_err::File::open(path).unwrap().file().set_modified(then).unwrap();
}

#[test]
fn what_is_old_and_named_by_nothing_is_removed() {
    let place = place("gc");
    place.replay().json(0);
    answers(&place, "2024-04-20T09:00:00Z", &PAGE.replace("20.25,-", "20.25,3"));
    place.replay().json(0);
    let objects = place.archive().join("objects/sha256");
    let named = digests(&objects);
    assert!(named.len() >= 2, "{named:?}");
    for name in named.keys() {
        age(&objects.join(name));
    }
    let folder = objects.join("00");
    fs_err::create_dir_all(&folder).unwrap();
    let (old, young) =
        (folder.join("00".repeat(32)), folder.join(format!("{}01", "00".repeat(31))));
    for file in [&old, &young] {
        fs_err::write(file, "bytes that nothing names").unwrap();
    }
    age(&old);
    let views = place.output().join("views");
    let (first, second) = (views.join("000001"), views.join("000002"));
    assert!(first.is_dir() && second.is_dir());
    age(&first);
    age(&second);

    let looked = place.portbook(["gc", "--dry-run", "--json"]).json(0);
    assert_eq!(
        (list(&looked["views"]).len(), list(&looked["orphans"]).len()),
        (1, 1),
        "{looked:#}"
    );
    assert!(first.is_dir() && old.is_file());
    let removed = place.portbook(["gc", "--json"]).json(0);
    assert_eq!(removed["bytes"], 24, "{removed:#}");
    // Whatever its age, what stands and what a capture names is there; so is what is young.
    assert!(!first.exists() && second.is_dir() && !old.exists() && young.is_file());
    let mut left = digests(&objects);
    left.retain(|name, _| !name.contains("000000"));
    assert_eq!(left, named);
    fs_err::remove_file(&young).unwrap();
    place.portbook(["verify"]).expect(0);
    place.portbook(["sql", "select count(*) from latest"]).expect(0);
}
