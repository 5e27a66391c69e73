//! Texts of a column to the numbers of their labels. Short texts are one word, so that finding them
//! is a multiplication and a comparison.

use std::collections::HashMap;

use foldhash::fast::FixedState;

/// Longest text that is packed into a word with its length.
const SHORT_MAX: usize = 7;
/// Texts kept beside the labels themselves: blanks and charsets give each label few spellings.
const SPELLINGS_MAX: usize = 1 << 16;
/// No text has this word: its length is one that no text has.
const FREE: u64 = u64::MAX;

/// A text and the number it stands for.
#[derive(Clone, Debug)]
pub(crate) struct Labels {
    /// A power of two of slots, at most half of them taken.
    slots: Vec<(u64, u32)>,
    short_count: usize,
    long: HashMap<Box<[u8]>, u32, FixedState>,
}

impl Default for Labels {
    fn default() -> Self {
        Self { slots: vec![(FREE, 0); 64], short_count: 0, long: HashMap::default() }
    }
}

impl Labels {
    pub(crate) fn get(&self, text: &[u8]) -> Option<u32> {
        let Some(word) = packed(text) else { return self.long.get(text).copied() };
        let mut at = self.slot(word);
        loop {
            let (found, label) = self.slots[at];
            if found == word {
                return Some(label);
            }
            if found == FREE {
                return None;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    pub(crate) fn insert(&mut self, text: &[u8], label: u32) {
        if self.short_count + self.long.len() >= SPELLINGS_MAX || self.get(text).is_some() {
            return;
        }
        let Some(word) = packed(text) else {
            self.long.insert(text.into(), label);
            return;
        };
        self.short_count += 1;
        if self.short_count * 2 > self.slots.len() {
            let before = std::mem::take(&mut self.slots);
            self.slots = vec![(FREE, 0); before.len() * 2];
            before.into_iter().filter(|(word, _)| *word != FREE).for_each(|slot| self.put(slot));
        }
        self.put((word, label));
    }

    fn put(&mut self, slot: (u64, u32)) {
        let mut at = self.slot(slot.0);
        while self.slots[at].0 != FREE {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.slots[at] = slot;
    }

    fn slot(&self, word: u64) -> usize {
        let mixed = word.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (mixed >> (u64::BITS - self.slots.len().trailing_zeros())) as usize
    }
}

/// A short text and its length as one word.
fn packed(text: &[u8]) -> Option<u64> {
    if text.len() > SHORT_MAX {
        return None;
    }
    let word = text.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
    Some((text.len() as u64) << 56 | word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_has_its_own_number() {
        let mut labels = Labels::default();
        let texts: Vec<String> = (0..500).map(|n| "x".repeat(n % 12) + &n.to_string()).collect();
        for (number, text) in texts.iter().enumerate() {
            labels.insert(text.as_bytes(), u32::try_from(number).unwrap());
        }
        labels.insert(b"", 1_000);
        labels.insert(b"\0", 1_001);
        labels.insert(b"", 7);
        for (number, text) in texts.iter().enumerate() {
            assert_eq!(labels.get(text.as_bytes()), Some(u32::try_from(number).unwrap()));
        }
        assert_eq!([labels.get(b""), labels.get(b"\0")], [Some(1_000), Some(1_001)]);
        assert_eq!([labels.get(b"y"), labels.get(b"a longer text")], [None, None]);
    }
}
