//! How a record is packed: a sort key of bit fields, its figures, and where it was printed.
//!
//! ```text
//! [ leading parts │ parts after the measure │ parts of one measure │ labels ][ figures ][ tags ][ file, record ]
//!   └ order of rows, most significant first ┘  └ read again when written ┘
//! ```
//!
//! Fields are as wide as the codes they hold and follow the order of the series columns, so words
//! compare as rows are ordered.

/// A bit field of a packed record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Part {
    word: usize,
    shift: u32,
    mask: u64,
}

impl Part {
    pub(crate) fn get(self, record: &[u64]) -> u64 {
        (record[self.word] >> self.shift) & self.mask
    }

    pub(crate) fn put(self, record: &mut [u64], value: u64) {
        debug_assert!(value <= self.mask, "a value fits its field");
        record[self.word] |= value << self.shift;
    }

    /// The greatest value it holds.
    pub(crate) fn mask(self) -> u64 {
        self.mask
    }

    /// The bits it takes of its word.
    fn bits(self) -> u64 {
        self.mask << self.shift
    }
}

/// Bits that numbers up to `max` need.
pub(crate) fn bits_for(max: u64) -> u32 {
    u64::BITS - max.leading_zeros()
}

/// Lays fields out one after another.
#[derive(Default)]
pub(crate) struct Layer {
    masks: Vec<u64>,
    /// Bits left of the last word.
    left: u32,
}

impl Layer {
    /// A field of so many bits; one of none holds zero.
    pub(crate) fn part(&mut self, bits: u32) -> Part {
        if bits == 0 {
            return Part::default();
        }
        if bits > self.left {
            self.masks.push(0);
            self.left = u64::BITS;
        }
        self.left -= bits;
        let mask = u64::MAX >> (u64::BITS - bits);
        let part = Part { word: self.masks.len() - 1, shift: self.left, mask };
        self.masks[part.word] |= part.bits();
        part
    }

    /// So many whole words.
    pub(crate) fn words(&mut self, count: usize) -> usize {
        let first = self.masks.len();
        self.masks.resize(first + count, u64::MAX);
        self.left = 0;
        first
    }

    /// Which bits of which words are taken so far.
    pub(crate) fn masks(&self) -> Vec<u64> {
        self.masks.clone()
    }
}

/// Digits that a tag names as decimals, at most; more are odd.
pub(crate) const DECIMALS_MAX: u8 = 18;
/// The figure is the place of an [`crate::odd::Odd`] cell in the heap beside the records.
pub(crate) const ODD: u8 = 254;
/// There is no observation.
pub(crate) const ABSENT: u8 = 255;
/// Measures of a record: their tags are one word.
pub(crate) const MEASURES_MAX: usize = 8;
const RECORD_BITS: u32 = 40;

/// The places in a packed record.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    /// Bits before the measure, equal for all figures of a record.
    leading: Vec<u64>,
    /// Bits that are a row's key but for what one measure says for itself.
    key: Vec<u64>,
    /// Words that hold fields.
    words: usize,
    measures: usize,
}

impl Form {
    pub(crate) fn new(
        mut leading: Vec<u64>,
        mut key: Vec<u64>,
        words: usize,
        measures: usize,
    ) -> Self {
        leading.resize(words, 0);
        key.resize(words, 0);
        Self { leading, key, words, measures }
    }

    pub(crate) fn stride(&self) -> usize {
        self.words + self.measures + 2
    }

    pub(crate) fn measures(&self) -> usize {
        self.measures
    }

    pub(crate) fn set_figure(&self, record: &mut [u64], measure: usize, figure: i64, tag: u8) {
        record[self.words + measure] = figure.cast_unsigned();
        record[self.words + self.measures] |= u64::from(tag) << (8 * measure);
    }

    pub(crate) fn figure(&self, record: &[u64], measure: usize) -> i64 {
        record[self.words + measure].cast_signed()
    }

    pub(crate) fn tag(&self, record: &[u64], measure: usize) -> u8 {
        record[self.words + self.measures].to_le_bytes()[measure]
    }

    /// Takes the figure of a measure away.
    pub(crate) fn set_absent(&self, record: &mut [u64], measure: usize) {
        self.set_figure(record, measure, 0, ABSENT);
    }

    /// Gives an odd cell another place: it went to another heap.
    pub(crate) fn set_odd(&self, record: &mut [u64], measure: usize, place: u64) {
        record[self.words + measure] = place;
    }

    pub(crate) fn set_place(&self, record: &mut [u64], file: u32, number: u64) {
        record[self.words + self.measures + 1] = u64::from(file) << RECORD_BITS | number;
    }

    /// Number of the file, and of the record in it.
    pub(crate) fn place(&self, record: &[u64]) -> (u32, u64) {
        let place = record[self.words + self.measures + 1];
        ((place >> RECORD_BITS) as u32, place & (u64::MAX >> (u64::BITS - RECORD_BITS)))
    }

    /// Whether two records stand together but for the measure and what follows it.
    pub(crate) fn leads_alike(&self, one: &[u64], two: &[u64]) -> bool {
        same(one, two, &self.leading)
    }

    /// Whether the keys are the same but for what one measure says for itself.
    pub(crate) fn keyed_alike(&self, one: &[u64], two: &[u64]) -> bool {
        same(one, two, &self.key)
    }

    /// What records are compared by first.
    pub(crate) fn prefix(&self, record: &[u64]) -> (u64, u64) {
        (record[0], if self.words > 1 { record[1] } else { 0 })
    }

    /// The order of records: by all fields, then by file and record.
    pub(crate) fn compare(&self, one: &[u64], two: &[u64]) -> std::cmp::Ordering {
        let last = self.words + self.measures + 1;
        let fields = one[..self.words].cmp(&two[..self.words]);
        fields.then_with(|| one[last].cmp(&two[last]))
    }
}

fn same(one: &[u64], two: &[u64], masks: &[u64]) -> bool {
    masks.iter().zip(one.iter().zip(two)).all(|(mask, (one, two))| (one ^ two) & mask == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_compare_in_the_order_they_were_laid() {
        let mut layer = Layer::default();
        let parts = [60, 0, 4, 1, 22].map(|bits| layer.part(bits));
        let masks = layer.masks();
        assert_eq!(masks, [u64::MAX, 0x7f_ffff << 41]);
        let packed = |values: [u64; 5]| {
            let mut record = [0; 2];
            parts.iter().zip(values).for_each(|(part, value)| part.put(&mut record, value));
            assert_eq!(parts.map(|part| part.get(&record)), values);
            record
        };
        assert!(packed([7, 0, 15, 1, 9]) < packed([8, 0, 0, 0, 0]));
        assert!(packed([7, 0, 3, 0, 9]) < packed([7, 0, 3, 1, 0]));
    }

    #[test]
    fn figures_tags_and_places_come_back() {
        let form = Form::new(vec![u64::MAX], vec![u64::MAX], 1, 3);
        let mut record = vec![0; form.stride()];
        form.set_figure(&mut record, 0, -5, 2);
        form.set_figure(&mut record, 2, 40, ODD);
        form.set_place(&mut record, 3, 1_000_000_000_000);
        form.set_odd(&mut record, 2, 42);
        assert_eq!((form.figure(&record, 0), form.tag(&record, 0)), (-5, 2));
        assert_eq!((form.figure(&record, 2), form.tag(&record, 2)), (42, ODD));
        assert_eq!(form.place(&record), (3, 1_000_000_000_000));
    }
}
