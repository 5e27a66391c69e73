//! Any bytes: told what they are, then read or refused, never a panic. What is read can be printed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use portbook_parse::limits::Limits;
use portbook_parse::raw::{each_cell, heads};
use portbook_parse::read::contents::read;
use portbook_parse::sniff::sniff;

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits::standard();
    let _ = sniff(bytes, None);
    let Ok(contents) = read(bytes, None, &limits) else { return };
    assert!(!heads(&contents).is_empty(), "what is read has a head");
    let _ = each_cell(&contents, &limits, &mut |cell| assert!(!cell.cell.is_empty()));
});
