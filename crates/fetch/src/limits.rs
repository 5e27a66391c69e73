//! How much of anything is taken from the world.

/// Limits of one fetcher.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Decoded bytes of one data file.
    pub body_bytes_max: u64,
    pub redirects_max: u32,
    pub connect_timeout_ms: u64,
    /// Between two reads.
    pub read_timeout_ms: u64,
    /// One exchange, from connecting to the last byte.
    pub total_timeout_ms: u64,
}

impl Limits {
    /// What every run uses; tests make them smaller.
    pub fn standard() -> Self {
        Self {
            body_bytes_max: 512 << 20,
            redirects_max: 5,
            connect_timeout_ms: 10_000,
            read_timeout_ms: 30_000,
            total_timeout_ms: 300_000,
        }
    }
}

/// An index page, and any page that is looked at as HTML.
pub const PAGE_BYTES_MAX: u64 = 16 << 20;

/// RFC 9309, 2.5: a crawler reads at least 500 KiB.
pub const ROBOTS_BYTES_MAX: u64 = 512 << 10;
