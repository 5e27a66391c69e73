//! Delimited text: records have as many fields as the header, lines grow, and nothing is longer
//! than what came in.
#![no_main]

use libfuzzer_sys::fuzz_target;
use portbook_parse::limits::Limits;
use portbook_parse::read::delimited::{Cut, Text};
use portbook_parse::text::{Basis, Charset};

fuzz_target!(|text: &str| {
    let limits = Limits::standard();
    let charset = Charset { name: "UTF-8", basis: Basis::Proven };
    let text = Text { content: text.to_owned(), charset };
    for preamble_lines in [0_usize, 2] {
        for delimiter in [None, Some(';'), Some('\t')] {
            let cut = Cut { preamble_lines, delimiter, until: &[] };
            let Ok(file) = text.records(cut, &limits) else { continue };
            let mut line = preamble_lines as u64;
            for record in &file.records {
                assert_eq!(record.fields.len(), file.columns.len());
                assert!(record.line > line, "line {} after {line}", record.line);
                line = record.line;
            }
        }
    }
    let mut bytes = 0;
    let _ = text.each_record(&limits, &mut |_, fields| {
        bytes += fields.iter().map(String::len).sum::<usize>();
    });
    assert!(bytes <= text.content.len());
});
