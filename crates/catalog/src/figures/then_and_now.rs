//! One claim on a line of numbers: what the article prints, what the figure was, and what it is.

use std::fmt::Write as _;

use super::{place, share};
use crate::facts::{Came, Claim};
use crate::html::Text;

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 74.0;
const SIDE: f64 = 70.0;
/// Where the line runs.
const LINE: f64 = 38.0;

/// The figure; `None` where the claim was not computed, or nothing can lie beside anything.
pub(crate) fn svg(claim: &Claim) -> Option<String> {
    let reading = claim.readings.iter().find(|reading| reading.then.is_some())?;
    let then = reading.then.as_ref()?;
    let now = reading.now.as_ref();
    let band = reading.band;
    let values = || [Some(then.value), now.map(|now| now.value)].into_iter().flatten();
    let all = || values().chain(band.into_iter().flatten());
    let (least, most) = (place(all().min()?), place(all().max()?));
    if least >= most {
        return None;
    }
    let pad = (most - least) * 0.08;
    let x =
        |value: i128| SIDE + share(place(value), least - pad, most + pad) * (WIDTH - 2.0 * SIDE);
    let id = Text(&claim.id).to_string();
    let mut text = String::new();
    let _ = write!(
        text,
        "<figure class=\"chart then-now\">\n<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" \
         aria-labelledby=\"{id}-title {id}-words\">\n<title id=\"{id}-title\">{}</title>\
         <desc id=\"{id}-words\">{}</desc>\n<line class=\"grid\" x1=\"{SIDE}\" x2=\"{}\" \
         y1=\"{LINE}\" y2=\"{LINE}\"/>\n",
        Text(&format!("Then and now: {}", claim.statement)),
        Text(&words(claim, then, now, &reading.expected)),
        WIDTH - SIDE
    );
    if let Some([low, high]) = band {
        let width = (x(high) - x(low)).max(3.0);
        let _ = writeln!(
            text,
            "<rect class=\"band\" x=\"{:.1}\" y=\"{}\" width=\"{width:.1}\" height=\"18\"/>",
            x(low),
            LINE - 9.0
        );
    }
    let marks = [(Some(then), "then", LINE - 16.0), (now, "now", LINE + 26.0)];
    for (came, class, y) in marks {
        let Some(came) = came else { continue };
        let at = x(came.value);
        let anchor = match () {
            () if at < WIDTH * 0.3 => "start",
            () if at > WIDTH * 0.7 => "end",
            () => "middle",
        };
        let _ = writeln!(
            text,
            "<circle class=\"{class}\" cx=\"{at:.1}\" cy=\"{LINE}\" r=\"6\"/>\
             <text class=\"{class}\" x=\"{at:.1}\" y=\"{y}\" text-anchor=\"{anchor}\">{class}: {}</text>",
            Text(&came.text)
        );
    }
    let printed = if band.is_some() {
        "; <b class=\"key band\"></b>what rounds to the figure printed"
    } else {
        ""
    };
    let _ = writeln!(
        text,
        "</svg>\n<figcaption>{}{printed}.</figcaption>\n</figure>",
        Text(&reading.name)
    );
    Some(text)
}

fn words(claim: &Claim, then: &Came, now: Option<&Came>, expected: &str) -> String {
    let now = now.map_or("not computable today".to_owned(), |now| format!("{} now", now.text));
    format!("Printed: {} ({expected}). Found: {} then, {now}.", claim.published, then.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Reading;

    #[test]
    fn then_and_now_lie_on_one_line() {
        let came = |billions: i128, text: &str| Came {
            value: billions * 10_i128.pow(18),
            unit: "USD".to_owned(),
            text: text.to_owned(),
            as_printed: false,
        };
        let mut claim = Claim {
            id: "surplus".to_owned(),
            statement: "a surplus of more than a trillion & counting".to_owned(),
            published: "1,076".to_owned(),
            readings: vec![Reading {
                name: "goods".to_owned(),
                expected: "US$ bn, as rounded".to_owned(),
                then: Some(came(1076, "1,076 US$ bn")),
                now: Some(came(1068, "1,068 US$ bn")),
                band: Some([1_075 * 10_i128.pow(18), 1_077 * 10_i128.pow(18)]),
                ..Reading::default()
            }],
            ..Claim::default()
        };
        let drawn = svg(&claim).unwrap();
        for said in ["then: 1,076 US$ bn", "now: 1,068 US$ bn", "class=\"band\""] {
            assert!(drawn.contains(said), "{said}: {drawn}");
        }
        insta::assert_snapshot!(drawn);
        claim.readings[0].then = None;
        assert!(svg(&claim).is_none());
    }
}
