//! All pages of a catalog, made group by group: a source whose files did not change is not read again.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use portbook_model::address::Address;
use portbook_model::digest::{Digest, Hasher};
use portbook_publish::record::{Commit, File};
use serde_json::Value;

use crate::error::{Error, Result};
use crate::facts::{Article, Facts, Shown, Source, Wanted};
use crate::folder::{Folder, Written};
use crate::html::{Page, Part};
use crate::note::{ArticleNote, SourceNote};
use crate::pages::dataset::Known;
use crate::pages::front::{Lists, articles, datasets, front, search_data};
use crate::pages::table::Table;
use crate::pages::{Context, Made, Place, claims, dataset, held, runs, series, short, table};
use crate::place::{TableKey, Tables, table_key};
use crate::rows::Datasets;
use crate::{number, releases, rows, words};

/// Rows of a source that get pages; those of a larger one are asked for, not looked through.
const ROWS_MAX: u64 = 300_000;

/// What pages are made from.
pub struct Site<'a> {
    /// Of what is published.
    pub output: &'a Path,
    /// How readers name it, if it lies in an object store, as a Delta table.
    pub address: Option<&'a str>,
    pub commit: &'a Commit,
    pub facts: &'a Facts,
    /// Which build of the program makes them: another one makes all anew.
    pub build: &'a str,
    /// The newest first.
    pub articles: Vec<ArticlePage>,
    /// Digest of all of it, under which the folder is found to stand.
    pub made_from: &'a str,
}

/// The page of an article.
pub struct ArticlePage {
    pub name: String,
    pub made_from: String,
    /// `None` where what stands was made from the same.
    pub article: Option<Article>,
}

/// Reads a snapshot and shows its tables.
pub type Show<'a> =
    dyn FnMut(&Wanted) -> std::result::Result<Shown, Box<dyn std::error::Error + Send + Sync>> + 'a;

/// The group of an article's page.
pub fn article_group(name: &str) -> String {
    format!("claims {name}")
}

/// Writes every page that does not stand.
///
/// # Errors
/// Where published files cannot be read, or the folder cannot be written to.
pub fn write(site: &Site<'_>, folder: Folder, show: &mut Show<'_>) -> Result<Written> {
    let mut making = Making { site, folder, sources: Vec::new(), show };
    for source in &site.facts.sources {
        making.source(source)?;
    }
    let notes = making.articles()?;
    making.lists(&notes)?;
    making.folder.close(site.made_from)
}

struct Making<'a, 'b> {
    site: &'a Site<'a>,
    folder: Folder,
    sources: Vec<SourceNote>,
    show: &'b mut Show<'b>,
}

/// A digest over texts, each told from the next.
fn digest<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hasher = Hasher::default();
    for text in texts {
        hasher.update(&u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
        hasher.update(text.as_bytes());
    }
    hasher.finish().to_string()
}

/// The files of a source in one of the folders of a commit.
fn files<'a>(commit: &'a Commit, source: &str, folder: &str) -> Vec<&'a File> {
    let of =
        |file: &&File| file.view.starts_with(folder) && file.partition("source") == Some(source);
    commit.files.iter().filter(of).collect()
}

impl Making<'_, '_> {
    /// The pages of a source, its datasets, series and tables.
    fn source(&mut self, source: &Source) -> Result<()> {
        let column = source.column.as_str();
        let site = self.site;
        let expected: Vec<_> =
            site.facts.expected.iter().filter(|e| e.source == source.id).collect();
        let files = files(site.commit, column, "observation/");
        let audit = self::files(site.commit, column, "audit/release/");
        if files.is_empty() && audit.is_empty() {
            return Ok(());
        }
        let folder = site.output.display().to_string();
        let output = match site.address {
            Some(address) => Place::Delta(address),
            None => Place::Folder(&folder),
        };
        let said = serde_json::to_string(&(source, &expected))?;
        let digests: Vec<String> =
            files.iter().chain(&audit).map(|file| file.digest.to_string()).collect();
        let texts = [site.build, output.named(), &said].into_iter();
        let made_from = digest(texts.chain(digests.iter().map(String::as_str)));
        let group = format!("source {column}");
        if let Some(note) = self.folder.stands(&group, &made_from)
            && let Ok(note) = serde_json::from_value::<SourceNote>(note)
            && note.tables.keys().all(|snapshot| self.table_stands(column, snapshot))
        {
            self.sources.push(note);
            return Ok(());
        }
        let total: u64 = files.iter().map(|file| file.rows).sum();
        let has_series = total <= ROWS_MAX;
        let series = if has_series { rows::read(site.output, &files)? } else { Datasets::new() };
        let releases = releases::read(site.output, &audit)?;
        let (tables, addresses) = tables(&series);
        let note = SourceNote::of(source, &series, &releases, &tables, has_series);
        self.folder.begin(&group, &made_from, serde_json::to_value(&note)?);
        let context = Context { source, tables: &tables, output };
        for dataset in &source.datasets {
            let rows = series.get(&dataset.name).map_or(&[][..], Vec::as_slice);
            let telling = words::telling(rows);
            let releases = releases.get(&dataset.name).map_or(&[][..], Vec::as_slice);
            if rows.is_empty() && releases.is_empty() {
                continue;
            }
            let known = Known {
                dataset,
                series: rows,
                telling: &telling,
                releases,
                expected: expected.iter().find(|e| e.dataset == dataset.name).copied(),
                unread: (!has_series).then_some(total),
            };
            for page in dataset::pages(&context, &known) {
                self.folder.put(&group, &page)?;
            }
            for rows in rows {
                self.folder.put(&group, &series::page(&context, dataset, &telling, rows))?;
            }
        }
        for (snapshot, addresses) in addresses {
            self.tables(source, &snapshot, addresses)?;
        }
        self.sources.push(note);
        Ok(())
    }

    /// Keeps the tables of a snapshot that belong to a source that stands.
    fn table_stands(&mut self, column: &str, snapshot: &str) -> bool {
        let group = format!("table {column} {snapshot}");
        let made_from = self.folder.made_from(&group).map(str::to_owned);
        made_from.is_some_and(|made_from| self.folder.stands(&group, &made_from).is_some())
    }

    /// The tables of one snapshot, by the bytes and the addresses alone.
    fn tables(
        &mut self,
        source: &Source,
        snapshot: &str,
        tables: BTreeMap<TableKey, BTreeSet<Address>>,
    ) -> Result<()> {
        let tables: Vec<Vec<Address>> =
            tables.into_values().map(|addresses| addresses.into_iter().collect()).collect();
        let group = format!("table {} {snapshot}", source.column);
        let said = serde_json::to_string(&(&source.title, &tables))?;
        let made_from = digest([self.site.build, &said]);
        if self.folder.stands(&group, &made_from).is_some() {
            return Ok(());
        }
        let wanted =
            Wanted { source: source.column.clone(), snapshot: snapshot.to_owned(), tables };
        let shown = (self.show)(&wanted)
            .map_err(|source| Error::Shown { snapshot: snapshot.to_owned(), source })?;
        self.folder.begin(&group, &made_from, Value::Null);
        for (at, addresses) in wanted.tables.iter().enumerate() {
            let table = Table { source, snapshot, number: at + 1, addresses };
            self.folder.put(&group, &table::page(&table, &shown))?;
        }
        Ok(())
    }

    /// The pages of articles: what the list says of each.
    fn articles(&mut self) -> Result<Vec<ArticleNote>> {
        let tables: BTreeMap<String, Tables> = self
            .sources
            .iter()
            .map(|source| (source.column.clone(), Tables::of_keys(&source.tables)))
            .collect();
        let with_series: Vec<String> =
            self.sources.iter().filter(|s| s.has_series).map(|s| s.column.clone()).collect();
        let links = claims::Links { tables: &tables, with_series: &with_series };
        let mut notes = Vec::new();
        for ArticlePage { name, made_from, article } in &self.site.articles {
            let group = article_group(name);
            let note = match article {
                Some(article) => {
                    let note = ArticleNote::of(article);
                    self.folder.begin(&group, made_from, serde_json::to_value(&note)?);
                    self.folder.put(&group, &claims::page(article, &links))?;
                    note
                }
                None => match self.folder.stands(&group, made_from) {
                    Some(note) => serde_json::from_value(note)?,
                    None => continue,
                },
            };
            notes.push(note);
        }
        Ok(notes)
    }

    /// What is made each time: the front page, the lists, the runs, what is held, and the style.
    fn lists(&mut self, notes: &[ArticleNote]) -> Result<()> {
        let facts = self.site.facts;
        let commit = self.site.commit;
        let made_from = format!(
            "Made from commit {} ({}), {} rows",
            commit.commit,
            short(&commit.digest()?),
            number::commas(&commit.rows().to_string())
        );
        let lists = Lists { facts, sources: &self.sources, articles: notes, made_from: &made_from };
        let known = |column: &str, dataset: &str| {
            let source = self.sources.iter().find(|source| source.column == column);
            source.is_some_and(|source| source.datasets.iter().any(|d| d.name == dataset))
        };
        let mut pages =
            vec![front(&lists), datasets(&lists), articles(&lists), search_data(&lists)];
        pages.push(runs::page(facts, &known));
        pages.extend(facts.held.iter().map(held::page));
        pages.push(missing());
        for (path, text) in [
            ("style.css", include_str!("../assets/style.css")),
            ("search.js", include_str!("../assets/search.js")),
            ("favicon.svg", include_str!("../assets/favicon.svg")),
        ] {
            pages.push(Made { path: path.to_owned(), text: text.to_owned() });
        }
        self.folder.begin("site", "", Value::Null);
        for page in pages {
            self.folder.put("site", &page)?;
        }
        Ok(())
    }
}

/// What a host shows for an address that is not there.
fn missing() -> Made {
    let mut page = Page::new("Not here", 0, None::<Part>);
    page.title("404", "There is no such page");
    page.markup(format_args!("<p><a href=\"index.html\">To the front page</a></p>\n"));
    Made { path: "404.html".to_owned(), text: page.close("") }
}

/// Snapshot -> table -> the addresses at which values are published.
type Addresses = BTreeMap<String, BTreeMap<TableKey, BTreeSet<Address>>>;

/// The tables in which the values of a source stand, numbered.
fn tables(series: &Datasets) -> (Tables, Addresses) {
    let (mut tables, mut addresses) = (Tables::default(), Addresses::new());
    for row in series.values().flatten().flat_map(|series| &series.rows) {
        if row.address.cell.is_none() {
            continue;
        }
        tables.add(&row.snapshot, &row.address);
        if !addresses.contains_key(&row.snapshot) {
            addresses.insert(row.snapshot.clone(), BTreeMap::new());
        }
        if let Some(of_snapshot) = addresses.get_mut(&row.snapshot) {
            let of_table = of_snapshot.entry(table_key(&row.address)).or_default();
            of_table.insert(row.address.clone());
        }
    }
    tables.number();
    (tables, addresses)
}

/// A digest of facts, for those who ask whether anything changed.
///
/// # Errors
/// Only if they cannot be written as JSON.
pub fn facts_digest(facts: &Facts) -> Result<String> {
    Ok(Digest::of(serde_json::to_string(facts)?.as_bytes()).to_string())
}
