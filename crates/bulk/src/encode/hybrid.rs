//! Parquet's hybrid of runs and bit-packed numbers.
//! Follows *Run Length Encoding / Bit-Packing Hybrid* of the Parquet format, `Encodings.md`.

/// Equal numbers from which on a run is shorter.
const RUN_MIN: usize = 8;

/// Appends the numbers, each of `width` bits.
pub(crate) fn encode(numbers: &[u32], width: u32, out: &mut Vec<u8>) {
    let mut literal = 0;
    let mut at = 0;
    while at < numbers.len() {
        let same = alike(&numbers[at..]);
        // Packed numbers come in eights: a run first fills the last of them.
        let fill = (RUN_MIN - (at - literal) % RUN_MIN) % RUN_MIN;
        if same < RUN_MIN + fill {
            at += same;
            continue;
        }
        at += fill;
        pack(&numbers[literal..at], width, out);
        run(numbers[at], same - fill, width, out);
        at += same - fill;
        literal = at;
    }
    pack(&numbers[literal..], width, out);
}

/// Appends one number so many times.
pub(crate) fn run(number: u32, count: usize, width: u32, out: &mut Vec<u8>) {
    varint(count as u64 * 2, out);
    out.extend_from_slice(&number.to_le_bytes()[..width.div_ceil(8) as usize]);
}

/// How many of the first numbers are the same.
fn alike(numbers: &[u32]) -> usize {
    let first = numbers[0];
    numbers.iter().position(|number| *number != first).unwrap_or(numbers.len())
}

fn pack(numbers: &[u32], width: u32, out: &mut Vec<u8>) {
    if numbers.is_empty() {
        return;
    }
    varint(numbers.len().div_ceil(RUN_MIN) as u64 * 2 + 1, out);
    let end = out.len() + numbers.len().div_ceil(RUN_MIN) * width as usize;
    let mut bits: u64 = 0;
    let mut filled = 0;
    for number in numbers {
        bits |= u64::from(*number) << filled;
        filled += width;
        if filled >= u32::BITS {
            out.extend_from_slice(&(bits as u32).to_le_bytes());
            bits >>= u32::BITS;
            filled -= u32::BITS;
        }
    }
    out.extend_from_slice(&bits.to_le_bytes()[..filled.div_ceil(8) as usize]);
    out.resize(end, 0);
}

fn varint(mut number: u64, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(numbers: &[u32], width: u32) -> Vec<u8> {
        let mut out = Vec::new();
        encode(numbers, width, &mut out);
        out
    }

    /// The format's own example: 0 to 7 in three bits.
    #[test]
    fn numbers_are_packed_from_the_low_bit() {
        let numbers: Vec<u32> = (0..8).collect();
        assert_eq!(encoded(&numbers, 3), [3, 0b1000_1000, 0b1100_0110, 0b1111_1010]);
    }

    #[test]
    fn runs_are_told_once() {
        assert_eq!(encoded(&[5; 100], 3), [0b1100_1000, 1, 5]);
        assert_eq!(encoded(&[300; 9], 9), [18, 0x2c, 1]);
        assert!(encoded(&[], 3).is_empty());
        assert_eq!(encoded(&[0; 9], 0), [18]);
    }

    /// Three literals, filled up to eight from the run that follows, then the rest of the run.
    #[test]
    fn a_run_fills_the_packed_numbers_before_it() {
        let numbers = [[1, 2, 3].as_slice(), &[7; 20]].concat();
        assert_eq!(encoded(&numbers, 4), [3, 0x21, 0x73, 0x77, 0x77, 30, 7]);
    }

    #[test]
    fn the_last_numbers_are_filled_up_with_zeros() {
        assert_eq!(encoded(&[1, 2, 3], 8), [3, 1, 2, 3, 0, 0, 0, 0, 0]);
    }
}
