//! `portbook completions` and `portbook man`: made from the arguments, so that they cannot fall behind.

use clap::CommandFactory as _;
use portbook_pipeline::error::Error;

use crate::arguments::{Arguments, Completions, Man};
use crate::output;

pub(crate) fn completions(asked: &Completions) -> anyhow::Result<u8> {
    let mut text = Vec::new();
    clap_complete::generate(asked.shell, &mut Arguments::command(), "portbook", &mut text);
    output::verbatim(&String::from_utf8(text)?);
    Ok(0)
}

pub(crate) fn man(asked: &Man) -> anyhow::Result<u8> {
    let mut program = Arguments::command();
    program.build();
    let mut command = &program;
    for name in &asked.path {
        let Some(found) = command.find_subcommand(name) else {
            let expected = "a command, as `--help` of the one before it lists them";
            return Err(Error::Misstated { option: "COMMAND", got: name.clone(), expected }.into());
        };
        command = found;
    }
    let mut text = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut text)?;
    output::verbatim(&String::from_utf8(text)?);
    Ok(0)
}
