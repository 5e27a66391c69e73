//! Records of a print as files of rows.

use std::sync::Arc;

use portbook_publish::form;

use crate::encode::{Encoded, encode};
use crate::error::Result;
use crate::file::{Files, make};
use crate::group::Group;
use crate::sort_write::GROUP_ROWS;
use crate::vintage::changes::Added;
use crate::vintage::printed::Printed;
use crate::vintage::{Sorted, Taking};

/// Below the folder of what is merged.
const ENCODED: &str = "encoded";

impl Taking<'_> {
    /// All rows of a print, or those that are added: as of the release, first prints.
    pub(crate) fn encode(&self, print: Printed<'_>, only: Option<&[Added]>) -> Result<Vec<Sorted>> {
        let frame = Arc::new(print.lens.0.of_release(self.release));
        let properties = Arc::new(form::properties("observation", &form::sorting(), GROUP_ROWS)?);
        make(self.folder)?;
        let mut files = Files::new(Arc::clone(&frame), properties, self.folder, ENCODED.to_owned());
        let mut rows = print.rows(GROUP_ROWS)?;
        let (mut first, mut left) = (0, only);
        loop {
            let mut groups: Vec<Group> = Vec::new();
            while groups.len() < self.groups {
                let Some(mut group) = rows.next()? else { break };
                if let Some(only) = &mut left {
                    let last = first + group.rows.len() as u64;
                    let here = only.partition_point(|added| added.row < last);
                    let (now, later) = only.split_at(here);
                    *only = later;
                    let place = |added: &Added| usize::try_from(added.row - first);
                    let places = now.iter().map(|added| place(added).expect("of one row group"));
                    group.rows = places.map(|place| group.rows[place]).collect();
                    first = last;
                }
                groups.push(group);
            }
            if groups.is_empty() {
                break;
            }
            groups.retain(|group| !group.rows.is_empty());
            let encoded: Vec<Result<Encoded>> = std::thread::scope(|scope| {
                let frame = &frame;
                let one = |group| scope.spawn(move || encode(frame, group));
                let workers: Vec<_> = groups.iter().map(one).collect();
                let encoded = workers.into_iter();
                encoded.map(|worker| worker.join().expect("encoding does not panic")).collect()
            });
            for encoded in encoded {
                files.append(encoded?)?;
            }
        }
        let written = files.finish()?.0.into_iter();
        let sorted = |file: crate::file::Written| Sorted {
            path: self.folder.join(file.path),
            digest: file.digest,
            rows: file.rows,
            bytes: file.bytes,
        };
        Ok(written.map(sorted).collect())
    }
}
