//! Progress and logs, on stderr: a spinner on a terminal, log lines when asked for.

use std::io::IsTerminal as _;
use std::sync::Mutex;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use tracing_subscriber::EnvFilter;

use crate::arguments::LogForm;
use crate::log::Json;

/// Log lines of `-v` and `-vv`; warnings always.
pub(crate) fn log(verbose: u8, form: LogForm, journal: bool) -> anyhow::Result<()> {
    let level = match verbose {
        0 => "warn",
        1 => "warn,portbook_pipeline=info,portbook_publish=info,portbook::places=info",
        // What Delta's libraries say at that level is of their own making.
        _ => {
            "info,portbook_fetch=debug,portbook_store=debug,buoyant_kernel=warn,delta_kernel=warn,\
             buoyant_kernel_engine=warn,delta_kernel_default_engine=warn,deltalake_core=warn"
        }
    };
    if form == LogForm::Json {
        let level = if verbose < 2 {
            "warn,portbook_pipeline=info,portbook_publish=info,portbook_fetch=info,\
             portbook::places=info"
        } else {
            level
        };
        let json = Json { stamped: !journal, run: Mutex::default() };
        tracing_subscriber::fmt()
            .with_writer(std::io::stderr)
            .with_env_filter(EnvFilter::try_new(level)?)
            .event_format(json)
            .init();
        return Ok(());
    }
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_env_filter(EnvFilter::try_new(level)?)
        .with_ansi(std::io::stderr().is_terminal() && console::colors_enabled_stderr())
        .with_target(false)
        .init();
    Ok(())
}

/// A spinner with words beside it; silent where stderr is no terminal.
pub(crate) fn spinner(words: &str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner().with_message(words.to_owned());
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}

/// Records read of all there are, their rate and the time left; silent where stderr is no terminal.
pub(crate) fn records(words: &str, records: u64) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let form = "{prefix} {human_pos} of {human_len} records, {per_sec}, {eta} left, {msg}";
    let bar = ProgressBar::new(records).with_prefix(words.to_owned());
    bar.set_style(
        ProgressStyle::with_template(form).unwrap_or_else(|_| ProgressStyle::default_bar()),
    );
    bar
}
