//! Looks at an unknown file and says what it sees: tables, headings, labels, periods, units, signs
//! and likely codes. Drafts a source folder, and asks what a person must answer. Pure: what a
//! reader made of the bytes comes in, findings and texts go out. It never guesses a unit, a scale or
//! a currency that is not printed.

pub mod code;
pub mod draft;
pub mod findings;
pub mod limits;
pub mod lines;
mod month;
mod number;
pub mod period;
pub mod question;
mod records;
pub mod report;
mod rows;
pub mod sheet;
pub mod tables;
pub mod unit;
pub mod value;
