//! Figures drawn as SVG, each with a title, a description and the words of its axes. Places on the page
//! are floats; every number that is written is exact.

pub(crate) mod line;
pub(crate) mod strip;
pub(crate) mod then_and_now;
mod ticks;

/// A value as a place on the page, nothing else.
#[expect(clippy::cast_precision_loss, reason = "a place on the page, never a figure")]
fn place(value: i128) -> f64 {
    value as f64
}

/// Where `value` lies between two others, as a share.
fn share(value: f64, least: f64, most: f64) -> f64 {
    if most > least { (value - least) / (most - least) } else { 0.5 }
}
