//! A series as a line, with its first prints where they were others.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::{place, share, ticks::ticks};
use crate::html::Text;
use crate::number;

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 38.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 34.0;
/// Points of a line that each get a dot.
const DOTS_MAX: usize = 40;
/// Words along the lower axis.
const LABELS_MAX: i32 = 8;

/// What is drawn.
pub(crate) struct Line<'a> {
    pub(crate) title: &'a str,
    /// `US$`, `index`; in words.
    pub(crate) unit: &'a str,
    /// Per period, in order: its last day, its name, what stands, and what was first printed.
    pub(crate) points: &'a [Point<'a>],
}

pub(crate) struct Point<'a> {
    pub(crate) end: Date,
    pub(crate) period: &'a str,
    pub(crate) latest: Option<i128>,
    pub(crate) first: Option<i128>,
}

/// The figure; `None` where fewer than two periods have a value.
pub(crate) fn svg(line: &Line<'_>) -> Option<String> {
    let values = || line.points.iter().flat_map(|point| [point.latest, point.first]).flatten();
    if line.points.iter().filter(|point| point.latest.is_some()).count() < 2 {
        return None;
    }
    let ticks = ticks(values().min()?, values().max()?);
    let axes = Axes {
        days: [day(line.points.first()?.end), day(line.points.last()?.end)],
        values: [place(*ticks.first()?), place(*ticks.last()?)],
    };
    let (power, word) = number::magnitude(values().map(i128::abs).max()?);
    let unit = [line.unit, word].into_iter().filter(|word| !word.is_empty());
    let unit = unit.collect::<Vec<_>>().join(" ");
    let revised = line.points.iter().any(|p| p.first.is_some() && p.first != p.latest);
    let mut text = String::new();
    let _ = write!(
        text,
        "<figure class=\"chart\">\n<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" \
         aria-labelledby=\"line-title line-words\">\n<title id=\"line-title\">{}</title>\
         <desc id=\"line-words\">{}</desc>\n",
        Text(line.title),
        Text(&words(line, revised))
    );
    axes.grid(&mut text, &ticks, power, line.points);
    if revised {
        let path = axes.path(line.points.iter().map(|point| (point.end, point.first)));
        let _ = writeln!(text, "<path class=\"first\" d=\"{path}\"/>");
    }
    let path = axes.path(line.points.iter().map(|point| (point.end, point.latest)));
    let _ = writeln!(text, "<path class=\"line\" d=\"{path}\"/>");
    if line.points.len() <= DOTS_MAX {
        for point in line.points {
            let Some(value) = point.latest else { continue };
            let (x, y) = axes.at(point.end, value);
            let _ = write!(text, "<circle class=\"dot\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"2.5\"/>");
        }
        text.push('\n');
    }
    let mut legend = "<b class=\"key line\"></b>as known now".to_owned();
    if revised {
        legend.push_str(" <b class=\"key first\"></b>as first printed");
    }
    if ticks[0] > 0 || ticks[ticks.len() - 1] < 0 {
        legend.push_str("; the vertical axis does not begin at zero");
    }
    let unit = if unit.is_empty() { String::new() } else { format!("{}; ", Text(&unit)) };
    let _ = writeln!(text, "</svg>\n<figcaption>{unit}{legend}.</figcaption>\n</figure>");
    Some(text)
}

/// The figure in words, for those who do not see it.
fn words(line: &Line<'_>, revised: bool) -> String {
    let known: Vec<&Point<'_>> = line.points.iter().filter(|p| p.latest.is_some()).collect();
    let told = |point: &Point<'_>| {
        let value = point.latest.map(number::grouped).unwrap_or_default();
        format!("{value} {} in {}", line.unit, point.period)
    };
    let (Some(first), Some(last)) = (known.first(), known.last()) else { return String::new() };
    let most = known.iter().max_by_key(|point| point.latest).unwrap_or(first);
    let also = if revised { " A second line shows what was first printed." } else { "" };
    format!(
        "A line of {} values, from {} to {}; the highest is {}.{also} The table below has every value.",
        known.len(),
        told(first),
        told(last),
        told(most)
    )
}

/// From a day and a value to a place on the page.
struct Axes {
    days: [f64; 2],
    values: [f64; 2],
}

fn day(date: Date) -> f64 {
    f64::from((date - Date::constant(1970, 1, 1)).get_days())
}

impl Axes {
    fn x(&self, date: Date) -> f64 {
        LEFT + share(day(date), self.days[0], self.days[1]) * (WIDTH - LEFT - RIGHT)
    }

    fn y(&self, value: f64) -> f64 {
        HEIGHT - BOTTOM - share(value, self.values[0], self.values[1]) * (HEIGHT - TOP - BOTTOM)
    }

    fn at(&self, date: Date, value: i128) -> (f64, f64) {
        (self.x(date), self.y(place(value)))
    }

    /// A path that is broken where there is no value; one value between two breaks is a dot.
    fn path(&self, points: impl Iterator<Item = (Date, Option<i128>)>) -> String {
        let (mut path, mut is_open) = (String::new(), false);
        for (date, value) in points {
            let Some(value) = value else {
                is_open = false;
                continue;
            };
            let (x, y) = self.at(date, value);
            let (step, dot) = if is_open { ('L', "") } else { ('M', "h0") };
            let _ = write!(path, "{step}{x:.1} {y:.1}{dot}");
            is_open = true;
        }
        path
    }

    /// Lines and words of both axes.
    fn grid(&self, text: &mut String, ticks: &[i128], power: u32, points: &[Point<'_>]) {
        let unit = 10_i128.pow(power);
        for tick in ticks {
            let y = self.y(place(*tick));
            let class = if *tick == 0 { "zero" } else { "grid" };
            let label = number::grouped(tick / unit);
            // A step of less than a billionth of the unit is never drawn.
            let label = if tick % unit == 0 { label } else { number::grouped(*tick) };
            let _ = writeln!(
                text,
                "<line class=\"{class}\" x1=\"{LEFT}\" x2=\"{}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>\
                 <text class=\"tick\" x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>",
                WIDTH - RIGHT,
                LEFT - 8.0,
                y + 4.0
            );
        }
        for (x, label) in self.labels(points) {
            let _ = write!(
                text,
                "<line class=\"mark\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{}\" y2=\"{}\"/>\
                 <text class=\"tick\" x=\"{x:.1}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                HEIGHT - BOTTOM,
                HEIGHT - BOTTOM + 5.0,
                HEIGHT - 12.0,
                Text(&label)
            );
        }
        text.push('\n');
    }

    /// Years where there are some, else periods.
    fn labels(&self, points: &[Point<'_>]) -> Vec<(f64, String)> {
        let (Some(first), Some(last)) = (points.first(), points.last()) else {
            return Vec::new();
        };
        let years = i32::from(last.end.year()) - i32::from(first.end.year());
        if years < 3 {
            let every = points.len().div_ceil(6).max(1);
            let some = points.iter().rev().step_by(every);
            return some.map(|point| (self.x(point.end), point.period.to_owned())).collect();
        }
        let every = (years / LABELS_MAX + 1).max(1);
        let every = [1, 2, 5, 10, 20, 50].into_iter().find(|nice| *nice >= every).unwrap_or(100);
        let years = i32::from(first.end.year())..=i32::from(last.end.year());
        let marks = years.filter(|year| year % every == 0).filter_map(|year| {
            // The end of a year: yearly figures stand there.
            let at = Date::new(i16::try_from(year).ok()?, 12, 31).ok()?;
            (at >= first.end && at <= last.end).then(|| (self.x(at), year.to_string()))
        });
        marks.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points<'a>(values: &[(&'a str, &str, Option<i128>, Option<i128>)]) -> Vec<Point<'a>> {
        let point = |(period, end, latest, first): &(&'a str, &str, Option<i128>, Option<i128>)| {
            let billions = |value: &Option<i128>| value.map(|value| value * 10_i128.pow(18));
            let (latest, first) = (billions(latest), billions(first));
            Point { end: end.parse().unwrap(), period, latest, first }
        };
        values.iter().map(point).collect()
    }

    #[test]
    fn a_line_has_its_words_and_its_vintages() {
        let points = points(&[
            ("2025-09", "2025-09-30", Some(200), Some(200)),
            ("2025-10", "2025-10-31", None, None),
            ("2025-11", "2025-11-30", Some(183), Some(182)),
            ("2025-12", "2025-12-31", Some(190), Some(190)),
        ]);
        let line = Line { title: "Exports & more", unit: "US$", points: &points };
        let drawn = svg(&line).unwrap();
        assert!(drawn.contains("<title id=\"line-title\">Exports &amp; more</title>"), "{drawn}");
        assert!(drawn.contains("the highest is 200,000,000,000 US$ in 2025-09"), "{drawn}");
        assert!(drawn.contains("<figcaption>US$ billion; "), "{drawn}");
        assert!(drawn.contains("as first printed"), "{drawn}");
        assert!(drawn.contains("does not begin at zero"), "{drawn}");
        // The month without a value breaks the line.
        let path = drawn.split("class=\"line\" d=\"").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(path.matches('M').count(), 2, "{path}");
        assert_eq!(path.matches('L').count(), 1, "{path}");
        insta::assert_snapshot!(drawn);
    }

    #[test]
    fn many_years_have_their_names_below_and_zero_is_a_line() {
        let points = points(&[
            ("2019", "2019-12-31", Some(-3), Some(-3)),
            ("2020", "2020-12-31", Some(-1), Some(-1)),
            ("2021", "2021-12-31", Some(4), Some(4)),
            ("2022", "2022-12-31", Some(8), Some(7)),
            ("2023", "2023-12-31", Some(12), Some(12)),
            ("2024", "2024-12-31", None, None),
            ("2025", "2025-12-31", Some(21), None),
        ]);
        let line = Line { title: "Balance", unit: "EUR", points: &points };
        insta::assert_snapshot!(svg(&line).unwrap());
    }

    #[test]
    fn one_value_is_no_line() {
        let points = points(&[("2025-11", "2025-11-30", Some(183), None)]);
        assert!(svg(&Line { title: "", unit: "", points: &points }).is_none());
    }
}
