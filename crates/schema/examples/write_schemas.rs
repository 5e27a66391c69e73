//! Writes `schemas/observation.json` from the code.

fn main() -> std::io::Result<()> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/observation.json");
    fs_err::write(path, portbook_schema::document::observation())
}
