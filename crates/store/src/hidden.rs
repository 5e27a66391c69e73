//! What is secret of settings, and messages without it.

use crate::settings::Settings;

/// A message without the values of secrets.
pub fn hidden(text: &str, secrets: &[String]) -> String {
    let mut text = text.to_owned();
    for secret in secrets {
        text = text.replace(secret.as_str(), "***");
    }
    text
}

/// Values that are told to nobody, and what is in them of signatures.
pub fn secrets(settings: &Settings) -> Vec<String> {
    const WORDS: [&str; 5] = ["key", "secret", "token", "sas", "account"];
    let is_secret = |name: &str| {
        WORDS.iter().any(|word| name.contains(word)) && !name.ends_with("account_name")
    };
    let mut secrets: Vec<String> = Vec::new();
    for (_, value) in settings.iter().filter(|(name, _)| is_secret(name)) {
        secrets.push(value.clone());
        secrets.extend(
            value.split('&').filter_map(|part| part.strip_prefix("sig=")).map(str::to_owned),
        );
    }
    secrets.retain(|secret| secret.len() >= 4);
    // The longest first, so that none is left half.
    secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
    secrets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_hide_what_is_secret() {
        let settings = Settings::from([
            ("aws_secret_access_key".to_owned(), "wJalr/K7".to_owned()),
            ("azure_storage_sas_key".to_owned(), "sv=2024&sig=abc%2Bdef".to_owned()),
            ("aws_region".to_owned(), "eu-west-1".to_owned()),
        ]);
        let secrets = secrets(&settings);
        let said = hidden("GET http://x/?sv=2024&sig=abc%2Bdef eu-west-1 wJalr/K7", &secrets);
        assert_eq!(said, "GET http://x/?*** eu-west-1 ***");
    }
}
