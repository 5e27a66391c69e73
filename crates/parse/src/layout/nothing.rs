//! A file that says itself that nothing was published: the words of `empty` in `layout.toml`.

use portbook_source::pattern::fold;

use crate::grid::Grid;
use crate::read::contents::Contents;

/// The first text of the file that holds one of the words; archives are asked by member.
pub(super) fn told(contents: &Contents, words: &[String]) -> Option<String> {
    if words.is_empty() {
        return None;
    }
    let told = |text: &str| {
        let text = fold(text);
        words.iter().any(|word| text.contains(word.as_str())).then_some(text)
    };
    let in_grid = |grid: &Grid| grid.cells().find_map(|(_, cell)| told(&cell.text));
    match contents {
        Contents::Workbook(workbook) => workbook.grids.iter().find_map(in_grid),
        Contents::Page(page) => {
            let unit = page.units.iter().find_map(|unit| told(&unit.text));
            unit.or_else(|| page.grids.iter().find_map(in_grid))
        }
        Contents::Text(text) => text.content.lines().find_map(told),
        Contents::Records(file) => {
            file.sets.iter().flat_map(|set| &set.around).find_map(|around| told(&around.text))
        }
        Contents::Archive(_) | Contents::Structure(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::layout::tests::source;
    use crate::layout::{Origin, Parsed, parse};
    use crate::limits::Limits;

    const LAYOUT: &str = r#"
empty = "Não há dados para a data"
[[table]]
id = "partners"
find = { text = "Trade" }
grid = { head = "Partner", head_rows = 1, stub = 1 }
[table.head]
"Export" = { trade_flow = "X" }
[table.line]
"{area}" = {}
"#;

    fn read(layout: &str, page: &str) -> Parsed {
        let origin = Origin { file: "f.html", charset: Some("utf-8"), period: None };
        parse(page.as_bytes(), origin, &source(layout), &Limits::standard()).unwrap()
    }

    #[test]
    fn a_page_that_says_there_is_nothing_is_no_issue_and_no_table() {
        let page = "<html><p>Não há dados para a data consultada.</p><table><tr><td>x</td></tr>";
        let parsed = read(LAYOUT, page);
        assert!(parsed.tables.is_empty() && parsed.issues.is_empty());
        let told = "nothing was published: `Não há dados para a data consultada.`";
        assert_eq!(parsed.unrecognised, [told]);
        let unsaid = read(&LAYOUT.replace("empty = \"Não há dados para a data\"", ""), page);
        assert_eq!(unsaid.issues[0].issue.rule, "no-layout");
    }

    #[test]
    fn a_table_that_is_there_is_read_whatever_the_page_says() {
        let page = "<html><p>Trade. Não há dados para a data.</p><table><tr><td>Partner</td>\
                    <td>Export</td></tr><tr><td>Total</td><td>1</td></tr></table>";
        assert_eq!(read(LAYOUT, page).tables[0].batch.len(), 1);
    }
}
