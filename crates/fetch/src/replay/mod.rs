//! Recordings served as an origin on loopback, under their real host names, over http and https.

mod certificate;
mod listener;
pub mod origin;
pub mod recording;
