//! A word that nobody is to read: an address with a token in it, a password.

use std::fmt;

/// Has no `Display`, and says nothing of itself where it is printed for debugging.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The word itself, for the one place that sends it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_not_printed() {
        let secret = Secret::new("https://hc.example/canary".to_owned());
        assert_eq!(format!("{:?}", Some(&secret)), "Some(…)");
        assert_eq!(secret.reveal(), "https://hc.example/canary");
    }
}
