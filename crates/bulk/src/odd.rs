//! Cells that are no plain number: kept as bytes in a heap beside the packed records.

use std::io::Read;

use portbook_model::status::ObsStatus;

/// A figure that needs more than digits and decimals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Odd {
    /// Value times 10^9 in base units.
    pub(crate) value: Option<i128>,
    pub(crate) decimals: i8,
    /// Instead of the one that the words beside it say.
    pub(crate) status: Option<ObsStatus>,
    pub(crate) raw_text: Option<String>,
}

const HAS_VALUE: u8 = 1;
const HAS_TEXT: u8 = 2;
/// Flags, decimals, value, length of the status and of the text.
const HEAD: usize = 1 + 1 + 16 + 1 + 4;

/// Bytes of status and text behind a head.
fn rest(head: &[u8; HEAD]) -> usize {
    let text = u32::from_le_bytes(head[19..].try_into().expect("four bytes"));
    usize::from(head[18]) + text as usize
}

impl Odd {
    /// Adds it to a heap; its place there.
    pub(crate) fn push(&self, heap: &mut Vec<u8>) -> u64 {
        let place = heap.len() as u64;
        let flags = if self.value.is_some() { HAS_VALUE } else { 0 }
            | if self.raw_text.is_some() { HAS_TEXT } else { 0 };
        let status = self.status.map_or("", ObsStatus::code);
        let text = self.raw_text.as_deref().unwrap_or_default();
        heap.push(flags);
        heap.extend(self.decimals.to_le_bytes());
        heap.extend(self.value.unwrap_or_default().to_le_bytes());
        heap.push(u8::try_from(status.len()).expect("a status is one letter"));
        heap.extend(u32::try_from(text.len()).expect("a field is bounded").to_le_bytes());
        heap.extend(status.as_bytes());
        heap.extend(text.as_bytes());
        place
    }

    /// The bytes of the one at that place.
    pub(crate) fn bytes_at(heap: &[u8], place: i64) -> &[u8] {
        let start = usize::try_from(place).expect("a place in a heap");
        let head: [u8; HEAD] = heap[start..start + HEAD].try_into().expect("a whole head");
        &heap[start..start + HEAD + rest(&head)]
    }

    /// Copies one from a stream to a heap.
    pub(crate) fn copy(stream: &mut impl Read, heap: &mut Vec<u8>) -> std::io::Result<()> {
        let mut head = [0; HEAD];
        stream.read_exact(&mut head)?;
        let start = heap.len() + HEAD;
        heap.extend_from_slice(&head);
        heap.resize(start + rest(&head), 0);
        stream.read_exact(&mut heap[start..])
    }

    /// Reads what [`Odd::push`] wrote.
    pub(crate) fn at(heap: &[u8], place: u64) -> Self {
        Self::read(heap, place).expect("a heap holds what was pushed")
    }

    fn read(heap: &[u8], place: u64) -> Option<Self> {
        let bytes = heap.get(usize::try_from(place).ok()?..)?;
        let (flags, decimals) = (*bytes.first()?, i8::from_le_bytes([*bytes.get(1)?]));
        let value = i128::from_le_bytes(bytes.get(2..18)?.try_into().ok()?);
        let status_bytes = usize::from(*bytes.get(18)?);
        let text_bytes = u32::from_le_bytes(bytes.get(19..HEAD)?.try_into().ok()?) as usize;
        let status = bytes.get(HEAD..HEAD + status_bytes)?;
        let text = bytes.get(HEAD + status_bytes..HEAD + status_bytes + text_bytes)?;
        Some(Self {
            value: (flags & HAS_VALUE != 0).then_some(value),
            decimals,
            status: std::str::from_utf8(status).ok()?.parse().ok(),
            raw_text: (flags & HAS_TEXT != 0).then(|| String::from_utf8_lossy(text).into_owned()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heap_gives_back_what_was_pushed() {
        let none = Odd {
            value: None,
            decimals: 0,
            status: Some(ObsStatus::Missing),
            raw_text: Some("..".into()),
        };
        let long =
            Odd { value: Some(-(10_i128.pow(37))), decimals: 3, status: None, raw_text: None };
        let mut heap = Vec::new();
        let places = [none.push(&mut heap), long.push(&mut heap)];
        assert_eq!(Odd::at(&heap, places[0]), none);
        assert_eq!(Odd::at(&heap, places[1]), long);
    }
}
