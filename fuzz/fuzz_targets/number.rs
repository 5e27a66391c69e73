//! Number text: what is read prints as digits that read back as the same amount.
#![no_main]

use libfuzzer_sys::fuzz_target;
use portbook_model::amount::{Amount, Marks};

const PLAIN: Marks = Marks { decimal: '.', grouping: None };
const MARKS: [Marks; 4] = [
    PLAIN,
    Marks { decimal: '.', grouping: Some(',') },
    Marks { decimal: ',', grouping: Some('.') },
    Marks { decimal: ',', grouping: Some('\u{a0}') },
];

fuzz_target!(|text: &str| {
    for marks in MARKS {
        let Ok(amount) = Amount::parse(text, marks) else { continue };
        let printed = amount.to_string();
        assert_eq!(Amount::parse(&printed, PLAIN).ok(), Some(amount), "{text} -> {printed}");
        assert_eq!(amount.rounded(amount.decimals()), Some(amount), "{text}");
    }
});
