//! Packed records of one partition, sorted, with the heap of their odd cells; and how they travel.

use crate::form::Form;

/// Records that stand one after another.
#[derive(Clone, Debug, Default)]
pub(crate) struct Block {
    pub(crate) records: Vec<u64>,
    pub(crate) heap: Vec<u8>,
}

impl Block {
    pub(crate) fn bytes(&self) -> u64 {
        (self.records.capacity() * size_of::<u64>() + self.heap.capacity()) as u64
    }

    /// The records in their order, as bytes.
    pub(crate) fn sorted(&self, form: &Form) -> Vec<u8> {
        let stride = form.stride();
        let mut order: Vec<((u64, u64), u32)> = (0..)
            .zip(self.records.chunks_exact(stride))
            .map(|(at, record)| (form.prefix(record), at))
            .collect();
        let record = |at: u32| &self.records[at as usize * stride..][..stride];
        order.sort_unstable_by(|one, two| {
            one.0.cmp(&two.0).then_with(|| form.compare(record(one.1), record(two.1)))
        });
        let mut bytes = Vec::with_capacity(self.records.len() * size_of::<u64>());
        for (_, at) in order {
            for word in record(at) {
                bytes.extend_from_slice(&word.to_le_bytes());
            }
        }
        bytes
    }

    pub(crate) fn of_bytes(records: &[u8], heap: &[u8]) -> Self {
        let words = records.chunks_exact(size_of::<u64>());
        let word = |bytes: &[u8]| u64::from_le_bytes(bytes.try_into().expect("eight bytes"));
        Self { records: words.map(word).collect(), heap: heap.to_vec() }
    }
}
