//! The catalog of the replayed run: every link leads somewhere, nothing is loaded from elsewhere, and
//! figures on its pages are those of the table, each with the cell that printed it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use portbook_tests::folder::{Folder, listing, sha256};
use portbook_tests::program::Place;
use portbook_tests::published::{Row, SERIES, rows};
use portbook_tests::seed::Seed;

use crate::{list, replayed, text};

/// Figures that are looked up.
const FIGURES: usize = 500;

fn catalog() -> PathBuf {
    replayed().place.output().join("catalog")
}

/// Every page and script, by its path from the front page.
fn pages() -> BTreeMap<String, String> {
    let folder = catalog();
    let files = listing(&folder).into_keys().filter(|file| file != "catalog.json");
    files.map(|file| (file.clone(), fs_err::read_to_string(folder.join(file)).unwrap())).collect()
}

fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|end| end == "html")
}

/// The values of an attribute, each with the tag it stands in. Pages are written by one hand: attributes
/// stand after one blank, in double quotes.
fn attributes<'a>(page: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let opening = format!(" {name}=\"");
    let found = page.match_indices(&opening).map(|(at, _)| {
        let from = at + opening.len();
        let value = &page[from..from + page[from..].find('"').unwrap()];
        let tag = &page[page[..at].rfind('<').unwrap()..at];
        (tag, value)
    });
    found.collect()
}

/// What markup stands for.
fn plain(markup: &str) -> String {
    let mut text = String::new();
    for part in markup.split('<').enumerate() {
        text.push_str(match part {
            (0, part) => part,
            (_, part) => part.split_once('>').map_or("", |(_, after)| after),
        });
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&#39;", "'").replace("&amp;", "&")
}

/// `%XX` as the byte it is.
fn decoded(address: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), address.as_bytes());
    while let Some((first, after)) = rest.split_first() {
        let (byte, after) = match first {
            b'%' => {
                let digits = std::str::from_utf8(&after[..2]).unwrap();
                (u8::from_str_radix(digits, 16).unwrap(), &after[2..])
            }
            other => (*other, after),
        };
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8(bytes).unwrap()
}

/// Where a link of a page leads: the path from the front page, and the element.
fn target(page: &str, link: &str) -> (String, String) {
    let (path, element) = link.split_once('#').unwrap_or((link, ""));
    let mut folders: Vec<&str> = page.split('/').collect();
    if !path.is_empty() {
        folders.pop();
        for part in path.split('/') {
            match part {
                ".." => {
                    folders.pop().expect("a link leads out of the site");
                }
                part => folders.push(part),
            }
        }
    }
    (folders.join("/"), decoded(element))
}

#[test]
fn every_link_leads_somewhere_and_nothing_is_loaded_from_elsewhere() {
    let pages = pages();
    let ids: BTreeMap<&str, BTreeSet<String>> = pages
        .iter()
        .map(|(path, page)| {
            let ids: Vec<&str> = attributes(page, "id").into_iter().map(|(_, id)| id).collect();
            let unique: BTreeSet<String> = ids.iter().map(|id| plain(id)).collect();
            assert_eq!(unique.len(), ids.len(), "{path}: an id stands twice");
            (path.as_str(), unique)
        })
        .collect();
    let (mut links, mut linked) = (0, BTreeSet::from(["index.html".to_owned()]));
    for (path, page) in pages.iter().filter(|(path, _)| is_page(path)) {
        for (tag, source) in attributes(page, "src") {
            assert!(tag.starts_with("<script") && pages.contains_key(source), "{path}: {source}");
        }
        for (tag, link) in attributes(page, "href") {
            if link.starts_with("http") {
                assert_eq!(tag, "<a rel=\"external noreferrer\"", "{path}: {link}");
                continue;
            }
            let link = plain(link);
            let (to, element) = target(path, &link);
            assert!(pages.contains_key(&to), "{path}: {link}: no {to}");
            assert!(element.is_empty() || ids[to.as_str()].contains(&element), "{path}: {link}");
            links += 1;
            // A page leads to itself, by the link that skips its head.
            if to != *path {
                linked.insert(to);
            }
        }
        assert!(!page.contains(" style=\"") && !page.contains(" onclick"), "{path}");
        assert_eq!(page.matches("default-src 'none'").count(), 1, "{path}");
        assert_eq!(page.matches("<h1>").count(), 1, "{path}");
        assert!(!page.contains("id=\"lost\""), "{path}: a published cell is not in its table");
    }
    let unlinked: Vec<&String> =
        pages.keys().filter(|p| is_page(p) && !linked.contains(*p)).collect();
    assert_eq!(unlinked, ["404.html"], "pages that nothing leads to");
    assert!(links > 100_000, "{links}");
}

/// The id of a series is public: SHA-256 over a line for each of its columns.
fn series_id(row: &Row) -> String {
    let lines: Vec<String> =
        SERIES.iter().map(|column| format!("{column}={}\n", row.get(column))).collect();
    sha256(lines.concat().as_bytes())[..32].to_owned()
}

/// The cells of the table of figures: period, as printed, value, unit, release, revision, status.
fn figures(page: &str) -> Vec<Vec<String>> {
    let table = page.split("<table class=\"figures\">").nth(1).unwrap();
    let body = table.split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap();
    let lines = body.split("</tr>").filter(|line| line.contains("<th scope=\"row\">"));
    lines
        .map(|line| line.replace("</th>", "</td>").split("</td>").map(str::to_owned).collect())
        .collect()
}

/// A figure as a number, by each of the marks that a publisher may write it with.
fn numbers(figure: &str) -> [String; 2] {
    let figure = figure.replace('\u{2212}', "-");
    let figure: String =
        figure.chars().filter(|c| !c.is_whitespace() && !"\u{a0}\u{202f}".contains(*c)).collect();
    [figure.replace(',', ""), figure.replace(',', ".")].map(|text| {
        if text.contains('.') {
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        } else {
            text
        }
    })
}

/// Whether a cell shows a figure, or stores it.
fn shows(cell: &str, figure: &str) -> bool {
    if figure == "(blank)" {
        return plain(cell).trim().is_empty();
    }
    let figure = &numbers(figure)[0];
    let stored = attributes(cell, "value").first().map(|(_, value)| plain(value));
    [Some(plain(cell)), stored].into_iter().flatten().any(|text| numbers(&text).contains(figure))
}

#[test]
fn figures_are_the_tables_and_lead_to_their_cells() {
    let seed = Seed::fresh();
    let mut seeded = Seed::of(seed);
    let rows = rows(&replayed().place.output());
    let folder = catalog();
    let mut looked_up = 0;
    for _ in 0..FIGURES {
        let row = &rows[seeded.index(rows.len())];
        let id = series_id(row);
        let path = format!("series/{id}.html");
        let page = fs_err::read_to_string(folder.join(&path))
            .unwrap_or_else(|error| panic!("seed {seed}: {error}: {row:?}"));
        let (_, release) = row.get("release").split_once(':').unwrap();
        let found: Vec<Vec<String>> = figures(&page)
            .into_iter()
            .filter(|cells| {
                let is_release = plain(&cells[4]).starts_with(&format!("{release} "));
                plain(&cells[0]).trim() == row.get("time_period")
                    && is_release
                    && plain(&cells[5]) == row.get("revision")
            })
            .collect();
        let [cells] = found.as_slice() else {
            panic!("seed {seed}: {path}: {} rows of {row:?}", found.len())
        };
        let value = if row.get("obs_value").is_empty() { "\u{2013}" } else { row.get("obs_value") };
        assert_eq!(numbers(&plain(&cells[2]))[0], value, "seed {seed}: {path}: {row:?}");
        if row.get("cell").is_empty() {
            continue;
        }
        let (_, link) = attributes(&cells[1], "href")[0];
        let (to, element) = target(&path, &plain(link));
        let table = fs_err::read_to_string(folder.join(&to)).unwrap();
        let marked = table.split("<td id=\"").skip(1).find_map(|cell| {
            let (name, rest) = cell.split_once('"')?;
            let (_, rest) = rest.split_once('>')?;
            (plain(name) == element).then(|| rest.split("</td>").next().unwrap_or_default())
        });
        let marked = marked.unwrap_or_else(|| panic!("seed {seed}: {to}: no {element}"));
        let printed = plain(&cells[1]);
        assert!(
            shows(marked, &printed),
            "seed {seed}: {path}, {to}#{element}: {printed}, {marked}"
        );
        looked_up += 1;
    }
    assert!(looked_up > FIGURES * 9 / 10, "seed {seed}: {looked_up}");
}

#[test]
fn claims_have_the_verdicts_of_the_command() {
    let page =
        fs_err::read_to_string(catalog().join("claims/2025-12-trillion-surplus.html")).unwrap();
    let claims = replayed().place.portbook(["claims", "--json"]).json(0);
    for claim in list(&claims["claims"]) {
        let (id, verdict) = (text(&claim["id"]), text(&claim["verdict"]));
        let section = page.split(&format!("<section class=\"claim\" id=\"{id}\"")).nth(1);
        let section =
            section.unwrap_or_else(|| panic!("no {id}")).split("</section>").next().unwrap();
        let heading = plain(section.split("</p>").next().unwrap());
        assert!(heading.contains(verdict), "{id}: {heading}");
        for came in [&claim["then"], &claim["now"]] {
            let Some(came) = came["text"].as_str() else { continue };
            assert!(plain(section).contains(came), "{id}: {came}");
        }
        let sums = list(&claim["readings"]).iter().any(|reading| reading["sql"].is_string());
        assert_eq!(section.contains("The arithmetic"), sums, "{id}");
        assert_eq!(section.contains("-c1\"><th"), sums, "{id}: cells");
    }
}

/// Of one small source: written elsewhere, again, and served.
#[test]
fn a_site_is_written_where_it_is_wanted_and_served() {
    let place = Place::new("catalog-served");
    let only = ["--only", "us/census-ft900"];
    place.portbook([&["run", "--replay", "--json"], &only[..]].concat()).json(0);
    let site = Folder::new("catalog-site");
    let to = site.path().join("site");
    let to = to.to_str().unwrap();
    let write = || place.portbook(["catalog", "--to", to, "--json"]).json(0);
    let (first, again) = (write(), write());
    assert_eq!(first["written"]["written"], first["written"]["pages"]);
    assert_eq!(again["written"]["written"], 0);
    let refused = place.portbook(["catalog", "--to", place.archive().to_str().unwrap()]);
    assert!(refused.expect(64).stderr.contains("is no catalog"), "{refused}");
    let refused = place.portbook(["catalog", "--to", to, "--serve", "0.0.0.0:0"]);
    assert!(refused.expect(64).stderr.contains("this machine alone"), "{refused}");

    let mut command = place.command(["catalog", "--to", to, "--serve", "127.0.0.1:0", "--json"]);
    let mut serving = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut said = BufReader::new(serving.stdout.take().unwrap());
    let mut url = String::new();
    while !url.contains("http://") {
        url.clear();
        assert!(said.read_line(&mut url).unwrap() > 0, "it ended before it served");
    }
    let host = url.split("http://").nth(1).unwrap().split('/').next().unwrap().to_owned();
    let ask = |request: &str| {
        let mut stream = TcpStream::connect(&host).unwrap();
        write!(stream, "{request}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    let front = ask(&format!("GET / HTTP/1.1\r\nHost: {host}"));
    assert!(
        front.starts_with("HTTP/1.1 200")
            && front.contains("content-security-policy: default-src 'none'"),
        "{front}"
    );
    assert!(front.ends_with(&fs_err::read_to_string(site.path().join("site/index.html")).unwrap()));
    let part = ask(&format!("GET /style.css HTTP/1.1\r\nHost: {host}\r\nRange: bytes=0-9"));
    assert!(
        part.starts_with("HTTP/1.1 206") && part.contains("content-range: bytes 0-9/"),
        "{part}"
    );
    let elsewhere = ask("GET / HTTP/1.1\r\nHost: example.org");
    assert!(elsewhere.starts_with("HTTP/1.1 421"), "{elsewhere}");
    let outside = ask(&format!("GET /../site/index.html HTTP/1.1\r\nHost: {host}"));
    assert!(outside.starts_with("HTTP/1.1 404"), "{outside}");
    serving.kill().unwrap();
    serving.wait().unwrap();
}
