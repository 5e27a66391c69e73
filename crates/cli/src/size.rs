//! Sizes of memory as a person writes them: `512MiB`.

/// Bytes, as a person writes them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size(pub(crate) u64);

impl std::str::FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let units = [("GiB", 30), ("MiB", 20), ("KiB", 10), ("", 0)];
        let read = units.into_iter().find_map(|(unit, power)| {
            let number = text.strip_suffix(unit)?.parse::<u64>().ok()?;
            number.checked_mul(1 << power)
        });
        read.map(Self).ok_or_else(|| format!("got `{text}`, expected a size such as `512MiB`"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_binary_units() {
        let size = |text: &str| text.parse::<Size>().map(|size| size.0).ok();
        assert_eq!(size("2GiB"), Some(2 << 30));
        assert_eq!(size("300MiB"), Some(300 << 20));
        assert_eq!(size("7"), Some(7));
        for wrong in ["1GB", "GiB", "-1MiB", "1.5GiB", "99999999999GiB"] {
            assert_eq!(size(wrong), None, "{wrong}");
        }
    }
}
