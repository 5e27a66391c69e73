//! After publishing, every sink that the settings name is brought to the commit that readers see. One
//! that fails is told and keeps what it held; it stops neither the run nor another sink.

use std::path::Path;

use portbook_sink::commit::Output;
use portbook_sink::error::chain;
use portbook_sink::sink::{Mode, Sink};
use tokio::task::JoinSet;

use crate::summary::{SinkLine, SinkState};

/// Feeds all sinks at once; what became of each, in the order of their names.
pub(crate) async fn feed(sinks: &[Sink], output: &Path) -> Vec<SinkLine> {
    let mut feeding = JoinSet::new();
    for sink in sinks {
        let (sink, output) = (sink.clone(), Output::open(output));
        feeding.spawn(async move { feed_one(&sink, &output).await });
    }
    let mut lines = feeding.join_all().await;
    lines.sort_by(|a, b| a.sink.cmp(&b.sink));
    lines
}

async fn feed_one(sink: &Sink, output: &Output) -> SinkLine {
    let name = sink.name.clone();
    let engine = sink.address.engine();
    match sink.feed(output, None, Mode::Load).await {
        Ok(fed) => {
            let (commit, rows, partitions) = (fed.commit, fed.rows, fed.loaded.len());
            tracing::info!(event = "sink_fed", sink = name, commit, rows, partitions);
            let state = SinkState::of(fed.done);
            SinkLine { sink: name, engine, state, commit: Some(commit), rows, because: None }
        }
        Err(error) => {
            let because = chain(&error);
            tracing::warn!(
                event = "sink_failed",
                sink = name,
                error = because,
                "a sink was not fed"
            );
            let (state, because) = (SinkState::Failed, Some(because));
            SinkLine { sink: name, engine, state, commit: None, rows: 0, because }
        }
    }
}
