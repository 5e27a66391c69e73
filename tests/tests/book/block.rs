//! Blocks of code in a page of Markdown.

/// One fenced block.
#[derive(Debug)]
pub(crate) struct Block {
    /// One-based, of its first line inside.
    pub(crate) line: usize,
    /// `sh`, `console`, `toml` …
    pub(crate) language: String,
    /// Whether it says that it runs elsewhere.
    pub(crate) elsewhere: bool,
    pub(crate) text: String,
}

/// A command and what it prints.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) command: String,
    pub(crate) printed: Vec<String>,
}

/// Every block of a page, those within lists too.
pub(crate) fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = page.lines().enumerate();
    while let Some((at, line)) = lines.next() {
        let Some(info) = line.trim_start().strip_prefix("```") else { continue };
        let indent = line.len() - line.trim_start().len();
        let (language, marks) = info.split_once(' ').unwrap_or((info, ""));
        let mut text = String::new();
        for (_, line) in lines.by_ref().take_while(|(_, line)| line.trim() != "```") {
            text.push_str(line.get(indent..).unwrap_or_default());
            text.push('\n');
        }
        assert!(["", "elsewhere"].contains(&marks), "line {}: got `{info}`", at + 1);
        let elsewhere = marks == "elsewhere";
        blocks.push(Block { line: at + 2, language: language.to_owned(), elsewhere, text });
    }
    blocks
}

/// The commands of a `console` block: lines that begin with `$ `, and those with `> ` right below.
pub(crate) fn told(text: &str) -> Vec<Told> {
    let mut told: Vec<Told> = Vec::new();
    for line in text.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            told.push(Told { command: command.to_owned(), printed: Vec::new() });
            continue;
        }
        let last = told.last_mut().expect("a block `console` begins with `$ `");
        match line.strip_prefix("> ").filter(|_| last.printed.is_empty()) {
            Some(more) => last.command.push_str(&format!("\n{more}")),
            None => last.printed.push(line.to_owned()),
        }
    }
    told
}

#[test]
fn blocks_are_read_as_they_stand() {
    let page =
        "a\n```sh\none\n```\n\n   ```console elsewhere\n   $ two \\\n   > three\n   four\n   ```\n";
    let blocks = blocks(page);
    let [first, second] = blocks.as_slice() else { panic!("{blocks:?}") };
    assert_eq!((first.line, first.text.as_str(), first.elsewhere), (3, "one\n", false));
    assert!(second.elsewhere);
    let expected = Told { command: "two \\\nthree".to_owned(), printed: vec!["four".to_owned()] };
    assert_eq!(told(&second.text), [expected]);
}
