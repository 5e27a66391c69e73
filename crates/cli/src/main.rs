//! `portbook`: arguments in, one command, words for people or JSON for programs, an exit code.
//!
//! The only place that reads the clock and the environment. Output goes to stdout, progress and
//! errors to stderr.

use std::process::ExitCode;

use clap::Parser as _;
use clap::error::ErrorKind;

mod arguments;
mod command;
mod log;
mod output;
mod page;
mod places;
mod progress;
mod secrets;
mod size;

use arguments::{Arguments, Command, Shared};
use portbook_pipeline::parser::serve::serve;
use portbook_store::places::Places;

/// Exit code of a usage mistake (`EX_USAGE`).
const USAGE: u8 = 64;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            // A broken pipe while printing help is nobody's business.
            let _ = error.print();
            return if asked { ExitCode::SUCCESS } else { ExitCode::from(USAGE) };
        }
    };
    match run(&arguments) {
        Ok(code) => ExitCode::from(code),
        // `| head` has seen enough.
        Err(error) if output::is_gone(&error) => ExitCode::SUCCESS,
        Err(error) => {
            if let Some(mistakes) = command::mistakes(&error).filter(|_| arguments.shared.json) {
                output::json(&mistakes);
            }
            output::error(&error);
            ExitCode::from(command::exit_code(&error))
        }
    }
}

fn run(arguments: &Arguments) -> anyhow::Result<u8> {
    // Before anything is started: a process for one small file begins in milliseconds.
    if matches!(arguments.command, Command::ParseWorker) {
        serve(&mut std::io::stdin().lock(), &mut std::io::stdout().lock())?;
        return Ok(0);
    }
    progress::log(arguments.verbose, arguments.log, secrets::under_journal())?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let places = places::open(&arguments.shared)?;
        let shared = &places::local(&arguments.shared, &places);
        if places::reads_copies(&arguments.command) {
            places::bring(&places).await?;
        }
        let code = answer(arguments, shared, &places).await;
        places::tell(&places);
        code
    })
}

async fn answer(arguments: &Arguments, shared: &Shared, places: &Places) -> anyhow::Result<u8> {
    match &arguments.command {
        Command::Run(run) => command::run::both(shared, places, run).await,
        Command::Collect => command::run::collect(shared, places).await,
        Command::Build => command::run::build(shared, places).await,
        Command::Parse(parse) => command::parse::parse(shared, parse),
        Command::ParseWorker => Ok(0),
        Command::Survey(files) => command::survey::files(shared, files),
        Command::Layout(layout) => command::layout::layout(shared, layout),
        Command::Probe(probe) => command::probe::probe(shared, probe).await,
        Command::Inbox(inbox) => command::inbox::inbox(shared, inbox),
        Command::Review(review) => command::review::review(shared, review),
        Command::Codelist(asked) => command::codelist::codelist(shared, asked),
        Command::Sources(asked) => command::sources::sources(shared, asked).await,
        Command::Sql(sql) => command::sql::sql(shared, places, sql).await,
        Command::Explain(explain) => command::explain::explain(shared, places, explain).await,
        Command::Revisions(asked) => command::revisions::revisions(shared, asked).await,
        Command::Changes(asked) => command::changes::changes(shared, asked),
        Command::Sink(asked) => command::sink::sink(shared, asked).await,
        Command::Diff(asked) => command::diff::diff(shared, asked).await,
        Command::Claims(claims) => command::claims::claims(shared, claims).await,
        Command::Verify(verify) => command::verify::verify(shared, places, verify).await,
        Command::Lock(lock) => command::lock::lock(shared, lock),
        Command::Reproduce(reproduce) => command::reproduce::reproduce(shared, reproduce),
        Command::Export(export) => command::export::export(shared, export).await,
        Command::Cite(cite) => command::cite::cite(shared, cite).await,
        Command::Check(check) => command::check::check(shared, check),
        Command::Catalog(asked) => command::catalog::catalog(shared, places, asked).await,
        Command::Calendar(asked) => command::calendar::calendar(shared, asked),
        Command::Cluster(asked) => command::cluster::cluster(shared, asked).await,
        Command::Gc(asked) => command::gc::gc(shared, asked),
        Command::Status => command::status::status(shared),
        Command::Completions(asked) => command::manual::completions(asked),
        Command::Man(asked) => command::manual::man(asked),
    }
}
