//! A follower beside the source it follows: what the later print made of the figures that the
//! earlier had printed by then.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use portbook_model::observation::VALUE_SCALE;

use crate::as_of::AsOf;
use crate::error::Error;
use crate::published_row::{self, PublishedRow, quoted};
use crate::revisions::measure::{self, Measure, Usual};
use crate::revisions::{Pair, Question};
use crate::table::{Session, Table};

/// One dataset and the one it follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub source: String,
    pub dataset: String,
    pub followed_source: String,
    pub followed_dataset: String,
    /// Series columns that differ by design.
    pub ignored: Vec<Concept>,
}

/// What the two print of the same observations.
#[derive(Debug)]
pub struct Comparison {
    pub link: Link,
    pub agreed: usize,
    pub differing: usize,
    /// Printed by the follower before the followed source, or without a value in one of them.
    pub not_comparable: usize,
    pub only_follower: u64,
    pub only_followed: u64,
    pub measures: Vec<Measure>,
    /// `before` is of the followed source.
    pub largest: Vec<Pair>,
}

impl Link {
    /// Series columns and period, by which the two are compared.
    fn compared(&self) -> Vec<&'static str> {
        let columns = Concept::ALL.into_iter().filter(|concept| {
            !matches!(concept, Concept::Source | Concept::Dataset)
                && !self.ignored.contains(concept)
        });
        columns.map(Concept::name).chain(["period_start", "period_end"]).collect()
    }
}

impl Table {
    /// Compares the datasets of a source with those they follow.
    ///
    /// # Errors
    /// `NothingFound` if none follows another.
    pub async fn followed(&self, question: &Question) -> Result<Vec<Comparison>, Error> {
        let session = self.session(AsOf::Everything).await?;
        let (source, datasets) = session.datasets(question).await?;
        let mut links = session.links().await?;
        links.retain(|link| link.source == source && datasets.contains(&link.dataset));
        if links.is_empty() {
            let what = format!("a dataset that `{source}` follows");
            return Err(Error::NothingFound { what });
        }
        let mut comparisons = Vec::new();
        for link in links {
            comparisons.push(session.compare(link, question.largest_max).await?);
        }
        Ok(comparisons)
    }
}

impl Session {
    /// Who follows whom, as the dimension `follows` says; nobody in a commit without it.
    pub(crate) async fn links(&self) -> Result<Vec<Link>, Error> {
        if !self.has("follows") {
            return Ok(Vec::new());
        }
        let text = "select source, dataset, followed_source, followed_dataset, ignored \
                    from follows order by source, dataset, followed_source";
        let mut links = Vec::new();
        for row in self.sql(text).await?.texts()? {
            let row = row.into_iter().map(Option::unwrap_or_default).collect::<Vec<_>>();
            let [source, dataset, followed_source, followed_dataset, ignored] =
                row.try_into().map_err(|_| {
                    crate::error::unreadable("the dimension `follows` has other columns")
                })?;
            let ignored = ignored.split(';').filter_map(Concept::named).collect();
            links.push(Link { source, dataset, followed_source, followed_dataset, ignored });
        }
        Ok(links)
    }

    async fn compare(&self, link: Link, largest_max: usize) -> Result<Comparison, Error> {
        let follower = (link.source.as_str(), link.dataset.as_str());
        let followed = (link.followed_source.as_str(), link.followed_dataset.as_str());
        let firsts = self.shared(&link, follower, followed, "o.revision = 0").await?;
        let earlier = self.shared(&link, followed, follower, "true").await?;
        let columns = link.compared();
        let mut printed: BTreeMap<Vec<String>, Vec<PublishedRow>> = BTreeMap::new();
        for row in earlier {
            printed.entry(row.values_of(&columns)).or_default().push(row);
        }
        let (mut pairs, mut not_comparable, mut agreed) = (Vec::new(), 0, 0);
        for after in firsts {
            let rows = printed.get(&after.values_of(&columns)).map_or(&[][..], Vec::as_slice);
            let stood = rows.iter().rfind(|row| row.released_at <= after.released_at);
            match stood.map(|before| Pair { before: before.clone(), after }) {
                Some(pair) if pair.difference().is_some() => {
                    if agree(&pair) {
                        agreed += 1;
                    } else {
                        pairs.push(pair);
                    }
                }
                _ => not_comparable += 1,
            }
        }
        let differing: Vec<&Pair> = pairs.iter().collect();
        let both = u64::try_from(agreed + differing.len() + not_comparable).unwrap_or(u64::MAX);
        Ok(Comparison {
            agreed,
            differing: differing.len(),
            not_comparable,
            only_follower: self.observations(follower).await?.saturating_sub(both),
            only_followed: self.observations(followed).await?.saturating_sub(both),
            measures: measure::of_release(&differing, &Usual::default()),
            largest: measure::largest(&differing, largest_max),
            link,
        })
    }

    /// Rows of one of the two whose observation the other prints too.
    async fn shared(
        &self,
        link: &Link,
        one: (&str, &str),
        other: (&str, &str),
        condition: &str,
    ) -> Result<Vec<PublishedRow>, Error> {
        let (columns, order) = (published_row::columns(), published_row::order());
        let same: Vec<String> =
            link.compared().iter().map(|column| format!("x.{column} = o.{column}")).collect();
        let text = format!(
            "select {columns} from observation o where o.source = {} and o.dataset = {}
                and {condition} and exists (select 1 from observation x
                    where x.source = {} and x.dataset = {} and {}) order by {order}",
            quoted(one.0),
            quoted(one.1),
            quoted(other.0),
            quoted(other.1),
            same.join(" and "),
        );
        PublishedRow::all(&self.sql(&text).await?)
    }

    async fn observations(&self, (source, dataset): (&str, &str)) -> Result<u64, Error> {
        let text = format!(
            "select count(*) from observation where source = {} and dataset = {} and revision = 0",
            quoted(source),
            quoted(dataset)
        );
        let count = self.sql(&text).await?.texts()?.pop().and_then(|mut row| row.pop().flatten());
        count
            .and_then(|count| count.parse().ok())
            .ok_or_else(|| crate::error::unreadable("no count"))
    }
}

/// Whether two prints may be one figure: no further apart than half a printed step of each.
fn agree(pair: &Pair) -> bool {
    let twice = pair.difference().and_then(|difference| difference.checked_abs()?.checked_mul(2));
    let allowed = step(&pair.before).zip(step(&pair.after)).and_then(|(a, b)| a.checked_add(b));
    twice.zip(allowed).is_some_and(|(twice, allowed)| twice <= allowed)
}

/// 10^(`unit_mult` − `decimals`), times 10^9.
fn step(row: &PublishedRow) -> Option<i128> {
    let power = i32::from(VALUE_SCALE) + i32::from(row.unit_mult) - i32::from(row.decimals);
    u32::try_from(power).ok().map_or(Some(1), |power| 10_i128.checked_pow(power))
}
