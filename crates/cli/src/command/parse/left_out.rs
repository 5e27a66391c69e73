//! What `parse` left out of a file: sheets no layout took, figures in no grid, cells not published.

use std::path::Path;

use portbook_pipeline::printed::Printed;
use serde_json::{Value, json};

/// What became of the value cells of one file, and what was never one.
pub(crate) struct LeftOut {
    file: String,
    source: String,
    /// Sheets and tables without a layout, and figures outside grids, as the record of a run has
    /// them.
    unrecognised: Vec<String>,
    value_cells: u64,
    controls: u64,
    ignored: u64,
    refused: u64,
}

impl LeftOut {
    pub(crate) fn of(file: &Path, source: &str, printed: &Printed) -> Self {
        let mut left = Self {
            file: file.to_string_lossy().into_owned(),
            source: source.to_owned(),
            unrecognised: printed.unrecognised.clone(),
            value_cells: 0,
            controls: 0,
            ignored: 0,
            refused: 0,
        };
        for print in &printed.prints {
            left.value_cells += print.value_cells;
            left.controls += print.controls.len() as u64;
            left.ignored += print.ignored_cells;
            left.refused += print.refused_cells;
        }
        left
    }

    pub(crate) fn json(&self) -> Value {
        json!({
            "file": self.file, "source": self.source, "unrecognised": self.unrecognised,
            "value_cells": self.value_cells, "controls": self.controls, "ignored": self.ignored,
            "refused": self.refused,
        })
    }

    /// A line for each; none where everything was published.
    pub(crate) fn lines(&self) -> Vec<String> {
        let Self { file, value_cells, controls, ignored, refused, .. } = self;
        let mut lines: Vec<String> =
            self.unrecognised.iter().map(|table| format!("not read: {file}: {table}")).collect();
        if controls + ignored + refused > 0 {
            lines.push(format!(
                "not published: {file}: of {value_cells} value cells {controls} compared only, \
                 {ignored} ignored, {refused} refused"
            ));
        }
        lines
    }
}
