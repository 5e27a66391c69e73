//! What little is read for a little question, on a machine that has no copy. The figures are printed.

use portbook_tests::folder::Folder;
use portbook_tests::program::run;

use crate::scene::{Asked, BOTH, Machine, Store, TOLD, in_folders};
use crate::servers::{Kind, Server};

#[test]
fn a_question_reads_what_it_needs() {
    let place = in_folders("traffic-here", &BOTH, &[&[]]);
    for server in Kind::ALL.into_iter().filter_map(Server::start) {
        let name = server.kind.name();
        let folder = Folder::new(&format!("store/traffic-{name}"));
        let store = Store::new(&server, "traffic");
        Machine::new(&folder, "writer", &place.pipelines).replay(&store, &[]);
        let there = folder.path().join("there");
        store.download(&there);
        let held = |begin: &str| -> u64 {
            let names = portbook_tests::folder::digests(&there).into_keys();
            let names = names.filter(|name| name.starts_with(begin));
            names.map(|name| fs_err::metadata(there.join(name)).unwrap().len()).sum()
        };
        let (archive, output) = (held("archive/objects/"), held("output/observation/"));
        let series = "source = 'us-census-ft900' and dataset = 'exhibit-12' and freq = 'M' \
            and year = 2025 and trade_flow = 'X' and measure = 'VALUE' and period_kind = 'month'";
        let one = format!("select time_period, obs_value from latest where {series}");
        let november = format!("{series} and time_period = '2025-11'");
        for (what, question) in
            [("sql", vec!["sql", &one]), ("explain", vec!["explain", "--where", &november])]
        {
            let machine = Machine::new(&folder, what, &place.pipelines);
            let arguments = [&question[..], &TOLD].concat();
            let ended = run(&mut machine.command(&store, &arguments));
            let asked = Asked::of(&ended.expect(0).stderr);
            eprintln!(
                "{what} on {name}: {} requests, {} bytes read; there are {output} bytes of observations and {archive} as received",
                asked.requests, asked.bytes_read
            );
            assert_eq!(asked.bytes_written, 0);
            assert!(asked.bytes_read > 0 && asked.bytes_read < archive + output, "{asked:?}");
        }
    }
}
