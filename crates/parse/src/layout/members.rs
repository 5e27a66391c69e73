//! The members of an archive, each by the layouts as if it came alone: its name is its own, its
//! cells' addresses name it.

use portbook_model::address::Address;
use portbook_model::issue::Issue;
use portbook_source::load::Source;

use super::{FileIssue, Origin, Parsed, interpret};
use crate::error::Error;
use crate::limits::Limits;
use crate::read::archive_members::{Archive, Inside, within};

pub(super) fn parse_members(
    archive: &Archive,
    origin: Origin<'_>,
    source: &Source,
    limits: &Limits,
) -> Result<Parsed, Error> {
    let mut all = Parsed::default();
    let mut unrecognised = Vec::new();
    for member in &archive.members {
        let contents = match &member.contents {
            Inside::Read(contents) => contents,
            Inside::Refused { reason, .. } => {
                all.unrecognised.push(format!("member `{}`: {reason}", member.name));
                continue;
            }
        };
        let inner = Origin { file: &member.name, ..origin };
        let mut parsed = interpret(contents, inner, source, limits).map_err(|error| {
            Error::InMember { member: member.name.clone(), error: Box::new(error) }
        })?;
        for table in &mut parsed.tables {
            table.member = Some(within(&member.name, table.member.as_deref()));
            table.issues.iter_mut().for_each(|issue| place(issue, &member.name, origin));
        }
        all.nearness = all.nearness.max(parsed.nearness);
        parsed.issues.iter_mut().for_each(|file| place(&mut file.issue, &member.name, origin));
        let named = |what: String| format!("member `{}`: {what}", member.name);
        all.unrecognised.extend(parsed.unrecognised.into_iter().map(named));
        if parsed.image_only {
            all.unrecognised.push(named("images and no table".to_owned()));
        }
        all.tables.extend(parsed.tables);
        let is_unknown = |file: &FileIssue| file.issue.rule == "no-layout";
        let (unknown, issues): (Vec<_>, Vec<_>) = parsed.issues.into_iter().partition(is_unknown);
        all.issues.extend(issues);
        unrecognised.extend(unknown);
    }
    if all.tables.is_empty() {
        if unrecognised.is_empty() && all.issues.is_empty() {
            unrecognised.push(nothing_to_read(&all.unrecognised, origin));
        }
        all.issues.extend(unrecognised);
    } else {
        // One member was meant, so the others are like sheets that no layout recognises.
        let listed = unrecognised.iter().map(|file| match &file.issue.address.member {
            Some(member) => format!("member `{member}`: {}", file.issue.seen),
            None => file.issue.seen.clone(),
        });
        all.unrecognised.extend(listed);
    }
    Ok(all)
}

fn place(issue: &mut Issue, member: &str, origin: Origin<'_>) {
    issue.address.member = Some(within(member, issue.address.member.as_deref()).into());
    origin.file.clone_into(&mut issue.file);
}

fn nothing_to_read(refused: &[String], origin: Origin<'_>) -> FileIssue {
    let issue = Issue {
        rule: "no-layout".to_owned(),
        file: origin.file.to_owned(),
        address: Address::default(),
        seen: refused.join("; "),
        expected: "a member that a reader takes".to_owned(),
        nearest: Vec::new(),
    };
    FileIssue { dataset: None, issue }
}
