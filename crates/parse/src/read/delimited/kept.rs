//! What many layouts ask of one text, found once: its folded words, and its records as it was cut
//! last. Sources have dozens of layouts, most of which cut a text alike.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use portbook_source::layout::records::{FixedColumn, Records};
use portbook_source::pattern::fold;

use super::{Cut, Delimited, Text};
use crate::error::Error;
use crate::limits::Limits;
use crate::read::fixed_width;
use crate::read::sdmx_csv::record_set;
use crate::record_set::RecordSet;

/// Kept beside a text; a copy of the text begins with nothing.
#[derive(Debug, Default)]
pub(super) struct Kept {
    folded: OnceLock<String>,
    last: Mutex<Option<(Way, Arc<RecordSet>)>>,
}

impl Clone for Kept {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// How a text was cut.
#[derive(Debug, PartialEq)]
struct Way {
    preamble: u32,
    until: Vec<String>,
    fixed: Vec<FixedColumn>,
}

impl Text {
    /// The whole text, folded.
    pub(crate) fn folded(&self) -> &str {
        self.kept.folded.get_or_init(|| fold(&self.content))
    }

    /// The text as a layout cuts it: at a delimiter, or where it says that columns stand.
    ///
    /// # Errors
    /// As `records` and `fixed_width::cut`.
    pub(crate) fn cut_for(&self, layout: &Records, limits: &Limits) -> Result<Delimited, Error> {
        let (preamble_lines, until) = (layout.preamble as usize, &layout.until);
        if layout.fixed.is_empty() {
            self.records(Cut { preamble_lines, delimiter: None, until }, limits)
        } else {
            fixed_width::cut(self, preamble_lines, &layout.fixed, until, limits)
        }
    }

    /// The records of the text as a layout cuts it.
    ///
    /// # Errors
    /// As `cut_for`, and `Limit` of a record set.
    pub(crate) fn set_for(
        &self,
        layout: &Records,
        limits: &Limits,
    ) -> Result<Arc<RecordSet>, Error> {
        let is_way = |way: &Way| {
            (way.preamble, &way.until, &way.fixed)
                == (layout.preamble, &layout.until, &layout.fixed)
        };
        let mut last = self.kept.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, set)) = last.as_ref().filter(|(way, _)| is_way(way)) {
            return Ok(Arc::clone(set));
        }
        let set = Arc::new(record_set(&self.cut_for(layout, limits)?, limits)?);
        let (until, fixed) = (layout.until.clone(), layout.fixed.clone());
        let way = Way { preamble: layout.preamble, until, fixed };
        *last = Some((way, Arc::clone(&set)));
        Ok(set)
    }
}
