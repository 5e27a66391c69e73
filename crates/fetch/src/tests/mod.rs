//! The fetcher against the replay origin, and against servers that misbehave by script.

mod faults;
mod listing;
mod replayed;
mod scripted;
