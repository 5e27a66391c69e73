//! A run feeds the sinks of the settings after it has published.

use portbook_tests::folder::digests;
use portbook_tests::postgres::{Server, installed};
use portbook_tests::program::{Place, run};

use crate::Settings;

#[test]
fn a_run_feeds_its_sinks_and_one_that_fails_stops_nothing() {
    let canary = "c4n4ry";
    for programs in installed() {
        let server = Server::start(&programs);
        let settings = Settings::new("sinks-nightly", &server.url());
        let place = Place::new("sinks-nightly-run");
        let night = |more: &[&str]| {
            let mut command =
                place.command(["run", "--replay", "--json", "--only", "us/census-ft900"]);
            command.args(more).arg("--settings").arg(settings.file());
            run(command.env("PORTBOOK_SINK_AWAY_PASSWORD", canary).env("RUST_BACKTRACE", "1"))
        };
        let metrics =
            || fs_err::read_to_string(place.archive().join("runs/portbook.prom")).unwrap();
        let first = night(&["--now", "2026-02-01"]).json(0);
        assert_eq!(first["sinks"][0]["state"], "loaded");
        assert!(
            metrics().contains("\nportbook_sink_commit{sink=\"warehouse\"} 1\n"),
            "{}",
            metrics()
        );

        let folder = settings.folder.path().display().to_string().replace('/', "%2F");
        let away = format!("postgresql://trade@{folder}/trade");
        settings.command(&["add", "away", &away]).expect(0);
        let second = night(&["-vv", "--log", "json"]);
        assert!(!second.said().contains(canary), "{second}");
        let second = second.json(11);
        let sink = |name: &str| {
            let sinks = second["sinks"].as_array().unwrap();
            sinks.iter().find(|sink| sink["sink"] == name).unwrap()
        };
        assert_eq!(
            (sink("away")["state"].as_str(), sink("away")["commit"].as_u64()),
            (Some("failed"), None)
        );
        assert_eq!(
            (sink("warehouse")["state"].as_str(), sink("warehouse")["commit"].as_u64()),
            (Some("loaded"), Some(2))
        );
        assert_eq!(second["commit"], 2, "what is published stands");
        assert_eq!(server.ask("select max(commit) from portbook._commits"), "2");
        for line in [
            "commit{sink=\"warehouse\"} 2",
            "failed{sink=\"away\"} 1",
            "failed{sink=\"warehouse\"} 0",
        ] {
            assert!(
                metrics().contains(&format!("\nportbook_sink_{line}\n")),
                "{line}: {}",
                metrics()
            );
        }
        let mut left = digests(&place.archive());
        assert!(left.contains_key("runs/portbook.prom"), "{left:?}");
        left.retain(|file, _| {
            let bytes = fs_err::read(place.archive().join(file)).unwrap();
            bytes.windows(canary.len()).any(|window| window == canary.as_bytes())
        });
        assert!(left.is_empty(), "{left:?}");
    }
}

#[test]
fn a_mistake_in_the_settings_is_told_before_anything_is_asked() {
    let settings = Settings::new("sinks-mistaken", "postgresql://trade@localhost/trade");
    let text =
        "sinks = [\"warehouse\"]\n[sink.warehouse]\nurl = \"postgresql://trade:c4n4ry@h/d\"\n";
    fs_err::write(settings.file(), text).unwrap();
    let place = Place::new("sinks-mistaken-run");
    let mut command = place.command(["run", "--replay"]);
    let ended = run(command.arg("--settings").arg(settings.file()));
    ended.expect(78);
    assert!(
        ended.stderr.contains("[sink.warehouse]") && !ended.said().contains("c4n4ry"),
        "{ended}"
    );
    assert!(!place.archive().exists());
}
