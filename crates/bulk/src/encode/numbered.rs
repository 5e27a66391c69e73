//! Values by number: each distinct one once, in order, and for every row the number of its own.

/// Distinct values in order, and the numbers of all.
pub(crate) struct Numbered<T> {
    pub(crate) values: Vec<T>,
    pub(crate) numbers: Vec<u32>,
}

/// A value that is told from others by a word.
pub(crate) trait Hashed: Copy + Ord {
    fn word(self) -> u64;
}

impl Hashed for u64 {
    fn word(self) -> u64 {
        self
    }
}

impl Hashed for i128 {
    fn word(self) -> u64 {
        let bits = self.cast_unsigned();
        bits as u64 ^ (bits >> u64::BITS) as u64
    }
}

impl<const N: usize> Hashed for [u64; N] {
    fn word(self) -> u64 {
        self.into_iter().fold(0, |mixed, word| mix(mixed ^ word))
    }
}

fn mix(word: u64) -> u64 {
    let mixed = word.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ mixed >> 32
}

/// No value stands in the slot.
const FREE: u32 = u32::MAX;

/// Numbers the values.
pub(crate) fn numbered<T: Hashed>(values: impl Iterator<Item = T>) -> Numbered<T> {
    let mut slots = vec![FREE; 1 << 10];
    let mut distinct: Vec<T> = Vec::new();
    let mut numbers = Vec::with_capacity(values.size_hint().0);
    let mut last: Option<(T, u32)> = None;
    for value in values {
        if let Some((_, number)) = last.filter(|(before, _)| *before == value) {
            numbers.push(number);
            continue;
        }
        if distinct.len() * 2 >= slots.len() {
            slots = vec![FREE; slots.len() * 4];
            for (number, value) in (0..).zip(&distinct) {
                let slot = slot(&slots, &distinct, *value);
                slots[slot] = number;
            }
        }
        let slot = slot(&slots, &distinct, value);
        if slots[slot] == FREE {
            slots[slot] = u32::try_from(distinct.len()).expect("a row group is bounded");
            distinct.push(value);
        }
        numbers.push(slots[slot]);
        last = Some((value, slots[slot]));
    }
    sorted(distinct, numbers)
}

/// The slot of the value, or a free one for it.
fn slot<T: Hashed>(slots: &[u32], distinct: &[T], value: T) -> usize {
    let mut at = mix(value.word()) as usize & (slots.len() - 1);
    while slots[at] != FREE && distinct[slots[at] as usize] != value {
        at = (at + 1) & (slots.len() - 1);
    }
    at
}

fn sorted<T: Hashed>(distinct: Vec<T>, mut numbers: Vec<u32>) -> Numbered<T> {
    let mut order: Vec<(T, u32)> = distinct.into_iter().zip(0..).collect();
    order.sort_unstable();
    let mut new = vec![0; order.len()];
    for (to, (_, from)) in (0..).zip(&order) {
        new[*from as usize] = to;
    }
    for number in &mut numbers {
        *number = new[*number as usize];
    }
    Numbered { values: order.into_iter().map(|(value, _)| value).collect(), numbers }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_order_of_values() {
        let values: Vec<i128> = (0..20_000).map(|n| (n * 7919) % 5_003 - 2_000).collect();
        let Numbered { values: distinct, numbers } = numbered(values.iter().copied());
        assert_eq!(distinct.len(), 5_003);
        assert!(distinct.is_sorted());
        for (value, number) in values.iter().zip(numbers) {
            assert_eq!(distinct[number as usize], *value);
        }
    }
}
