//! A calendar as other programs subscribe to it: RFC 5545.

use jiff::Timestamp;
use jiff::civil::Date;

use super::Entry;

/// Octets of a line, its end not counted: RFC 5545, 3.1.
const OCTETS_MAX: usize = 75;

pub(super) fn text(entries: &[Entry], now: Timestamp) -> String {
    let mut text = String::new();
    let mut put = |line: &str| fold(&mut text, line);
    put("BEGIN:VCALENDAR");
    put("VERSION:2.0");
    put("PRODID:-//portbook//calendar//EN");
    for entry in entries {
        let day = |date: Date| date.strftime("%Y%m%d").to_string();
        let Entry { source, dataset, period, why, title, .. } = entry;
        put("BEGIN:VEVENT");
        put(&format!("UID:{}-{dataset}-{period}@portbook", source.replace('/', "-")));
        put(&format!("DTSTAMP:{}", now.strftime("%Y%m%dT%H%M%SZ")));
        put(&format!("DTSTART;VALUE=DATE:{}", day(entry.first)));
        // The day after the last.
        put(&format!(
            "DTEND;VALUE=DATE:{}",
            day(entry.last.saturating_add(jiff::Span::new().days(1)))
        ));
        put(&format!("SUMMARY:{}", escaped(&format!("{source} {dataset} {period}"))));
        put(&format!("DESCRIPTION:{}", escaped(&format!("{title}: {why}"))));
        put("TRANSP:TRANSPARENT");
        put("END:VEVENT");
    }
    put("END:VCALENDAR");
    text
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// A line in pieces of at most 75 octets; those after the first begin with a blank.
fn fold(text: &mut String, line: &str) {
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > OCTETS_MAX {
            text.push_str("\r\n ");
            octets = 1;
        }
        text.push(c);
        octets += c.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::due::Basis;

    #[test]
    fn lines_are_folded_and_names_do_not_change() {
        let entry = Entry {
            source: "cn/gacc-express".to_owned(),
            dataset: "partners".to_owned(),
            period: "2025-12".to_owned(),
            first: "2026-01-13".parse().unwrap(),
            last: "2026-01-13".parse().unwrap(),
            opens: "2026-01-13T03:00:00Z".parse().unwrap(),
            basis: Basis::Announced,
            why: "announced".to_owned(),
            overdue: false,
            is_open: false,
            title: "进出口商品主要国别（地区）总值表, by country; a long title that is folded"
                .to_owned(),
        };
        let text = text(&[entry], "2025-12-01T02:00:00Z".parse().unwrap());
        assert!(text.split("\r\n").all(|line| line.len() <= OCTETS_MAX), "{text}");
        let whole = text.replace("\r\n ", "");
        for line in [
            "UID:cn-gacc-express-partners-2025-12@portbook",
            "DTSTART;VALUE=DATE:20260113",
            "DTEND;VALUE=DATE:20260114",
            "DESCRIPTION:进出口商品主要国别（地区）总值表\\, by country\\; a long title that is folded: announced",
        ] {
            assert!(whole.split("\r\n").any(|found| found == line), "{line}\n{whole}");
        }
    }
}
