//! What a job may take of the machine.

use std::path::PathBuf;

/// The least memory a job runs in.
pub const MEMORY_BYTES_MIN: u64 = 256 << 20;
/// What a job takes unless it is told otherwise, or the process may have less.
const MEMORY_BYTES: u64 = 1 << 30;
/// Where the kernel says what the process may have: of control groups 2 and 1.
const LIMITS: [&str; 2] =
    ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"];
/// Keys of so many records stay in a core's cache while they are sorted.
pub const BATCH_RECORDS: usize = 65_536;

/// Records of a row group, and what encoding them takes where no two figures are the same.
const GROUP_BYTES: u64 = 48 << 20;
/// What the program, its threads and their buffers take, whatever there is.
const FIXED_BYTES: u64 = 192 << 20;

#[derive(Clone, Debug)]
pub struct Room {
    pub memory_bytes: u64,
    pub threads: usize,
    /// Records of a block at most, which is sorted and handed on as one: [`BATCH_RECORDS`], but
    /// what is written does not depend on it.
    pub batch_records: usize,
    /// Folder the files are written below; sorted runs are kept there meanwhile.
    pub to: PathBuf,
}

impl Room {
    /// What sorted records may take.
    pub(crate) fn store_bytes(&self) -> u64 {
        self.memory_bytes.saturating_sub(FIXED_BYTES) / 2
    }

    /// Blocks between two nodes of the plan.
    pub fn exchange_bytes(&self) -> u64 {
        self.memory_bytes / 16
    }

    /// Row groups that are cut and encoded at once.
    pub fn groups(&self) -> usize {
        let fit = self.memory_bytes / 4 / GROUP_BYTES;
        self.threads.min(usize::try_from(fit).unwrap_or(usize::MAX)).max(1)
    }
}

/// A gibibyte, or three quarters of what the process may have, if that is less.
pub fn memory_bytes() -> u64 {
    let limits = LIMITS.iter().filter_map(|path| fs_err::read_to_string(path).ok());
    default_within(limits.filter_map(|limit| limit.trim().parse().ok()).min())
}

fn default_within(limit: Option<u64>) -> u64 {
    limit.map_or(MEMORY_BYTES, |limit| MEMORY_BYTES.min(limit / 4 * 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_of_the_process_is_kept() {
        assert_eq!(default_within(None), 1 << 30);
        assert_eq!(default_within(Some(1 << 40)), 1 << 30);
        assert_eq!(default_within(Some(512 << 20)), 384 << 20);
    }
}
