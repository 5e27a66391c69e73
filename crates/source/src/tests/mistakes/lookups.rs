//! Mistakes in `lookups.toml`.

use super::{Row, check, right};

const ENTRY: &str = "{ counterpart_area = \"DEU\", level = \"leaf\" }";

const ROWS: [Row; 12] = [
    ("\"DEU\"", "▸\"GER\"", "counterpart_area: got `GER`, expected a code of", "did you mean"),
    ("level =", "▸levle =", "got key `levle`, expected a column", "did you mean `level`"),
    ("\"leaf\"", "▸\"leav\"", "level: ", "did you mean `leaf`"),
    (ENTRY, "▸\"DEU\"", "got `DEU`, expected { column = \"code\"", "counterpart_area = \"DEU\""),
    (
        ENTRY,
        "[ ▸\"DEU\" ]",
        "got `DEU`, expected { column = \"code\"",
        "counterpart_area = \"DEU\"",
    ),
    (
        "level = \"leaf\"",
        "level = ▸[\"leaf\"]",
        "level: got `[ … ]`, expected a text",
        "level = \"",
    ),
    ("level = \"leaf\"", "valid = ▸\"2019-13..\"", "valid: got `2019-13`", "valid = \"2018-02..\""),
    (
        "level = \"leaf\"",
        "part_of = ▸\"EUROPE\"",
        "part_of: got `EUROPE`",
        "did you mean `_EUROPE`",
    ),
    ("level = \"leaf\"", "unit_mult = ▸\"million\"", "expected a whole number", "unit_mult = 6"),
    ("level = \"leaf\"", "requires = ▸\"_EU27\"", "requires: expected { hole", "requires = {"),
    (
        "[area]\n",
        "[area]\n▸\"ASEAN\" = [ { counterpart_area = \"_ASEAN10\", valid = \"..2025-10\" },\n\
         { counterpart_area = \"_ASEAN11\", valid = \"2025-10..\" } ]\n",
        "meanings valid ..2025-10 and 2025-10.. overlap",
        "give each its own `valid",
    ),
    (
        "[area]\n",
        "[area]\n\"Hong Kong\" = { counterpart_area = \"HKG\" }\n\
         ▸\"Hong  Kong\" = { counterpart_area = \"HKG\" }\n",
        "is there twice once blanks fold",
        "write it once",
    ),
];

#[test]
fn each_is_told_with_its_place_and_a_hint() {
    check("lookups.toml", &right(), |texts| &mut texts.lookups, &ROWS);
}

#[test]
fn a_table_of_labels_is_one() {
    let row: Row = ("[area]\n", "unit = ▸3\n[area]\n", "`unit`: expected a table", "[unit]");
    check("lookups.toml", &right(), |texts| &mut texts.lookups, &[row]);
}
