//! Containers built here: what is read, and what is refused with which words.

use std::io::{Cursor, Write as _};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::*;
use crate::read::contents::read;

fn zip_of(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn gzip_of(content: &[u8]) -> Vec<u8> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::default());
    writer.write_all(content).unwrap();
    writer.finish().unwrap()
}

fn archive(bytes: &[u8]) -> Archive {
    match read(bytes, None, &Limits::standard()).unwrap() {
        Contents::Archive(archive) => archive,
        other => panic!("got {other:?}"),
    }
}

fn refused(bytes: &[u8]) -> Error {
    read(bytes, None, &Limits::standard()).map(drop).unwrap_err()
}

fn text(inside: &Inside) -> &str {
    match inside {
        Inside::Read(contents) => match contents.as_ref() {
            Contents::Text(text) => &text.content,
            other => panic!("got {other:?}"),
        },
        Inside::Refused { reason, .. } => reason,
    }
}

#[test]
fn each_member_is_read_by_its_content() {
    let page = b"<table><tr><td>1</table>";
    let members: &[(&str, &[u8])] =
        &[("a/data.xls", b"x,y\n1,2\n"), ("b.csv", page), ("note.pdf", b"%PDF-1.7"), ("d/", b"")];
    let archive = archive(&zip_of(members));
    let names: Vec<&str> = archive.members.iter().map(|member| member.name.as_str()).collect();
    assert_eq!(names, ["a/data.xls", "b.csv", "note.pdf"]);
    assert_eq!(text(&archive.members[0].contents), "x,y\n1,2\n");
    let Inside::Read(second) = &archive.members[1].contents else { panic!("a page") };
    assert!(matches!(second.as_ref(), Contents::Page(page) if page.grids[0].text(0, 0) == "1"));
    let Inside::Refused { kind, reason } = &archive.members[2].contents else { panic!("a PDF") };
    assert_eq!((*kind, reason.starts_with("got a PDF")), (Kind::Pdf, true));
}

#[test]
fn all_gzip_members_are_one_content() {
    let mut bytes = gzip_of(b"Hello1\n");
    bytes.extend(gzip_of(b"Hello2\n"));
    let archive = archive(&bytes);
    assert_eq!(archive.members[0].name, "content");
    assert_eq!(text(&archive.members[0].contents), "Hello1\nHello2\n");
    let last = bytes.len() - 8;
    bytes[last] ^= 1;
    let damaged = refused(&bytes);
    assert_eq!(damaged.kind(), Kind::Damaged);
    assert!(damaged.to_string().starts_with("member `content`: "), "{damaged}");
    assert_eq!(refused(&bytes[..20]).kind(), Kind::Damaged);
}

#[test]
fn archives_lie_in_one_another_twice_at_most() {
    let inner = zip_of(&[("inner.csv", b"a,b\n1,2\n")]);
    let nested = zip_of(&[("inner.zip", &inner)]);
    let Inside::Read(second) = archive(&nested).members.remove(0).contents else { panic!("read") };
    let Contents::Archive(second) = *second else { panic!("an archive") };
    assert_eq!(text(&second.members[0].contents), "a,b\n1,2\n");
    let third = refused(&zip_of(&[("nested.zip", &nested)]));
    let expected = "member `nested.zip`: member `inner.zip`: the file: got 3 archives in one \
                    another, expected at most 2";
    assert_eq!((third.kind(), third.to_string().as_str()), (Kind::TooLarge, expected));
}

#[test]
fn bombs_stop_by_the_bytes_that_come() {
    let bomb = gzip_of(&vec![b'0'; 9 * 1024 * 1024]);
    let limits = Limits { ratio_floor_bytes: 1024 * 1024, ..Limits::standard() };
    let error = read(&bomb, None, &limits).map(drop).unwrap_err().to_string();
    assert!(error.contains("unpacked bytes, expected at most"), "{error}");
    let limits = Limits { archive_bytes_max: 12, ..Limits::standard() };
    let two = zip_of(&[("a.csv", b"a,b\n1,2\n"), ("b.csv", b"a,b\n1,2\n")]);
    let error = read(&two, None, &limits).unwrap_err();
    assert_eq!(error.kind(), Kind::TooLarge);
    let limits = Limits { cells_max: 3, ..Limits::standard() };
    let page = b"<table><tr><td>1<td>2</table>";
    let two = zip_of(&[("a.htm", page), ("b.htm", page)]);
    let error = read(&two, None, &limits).unwrap_err().to_string();
    assert_eq!(error, "member `b.htm`: sheet `table 1`: got 2 cells, expected at most 1");
}

#[test]
fn names_that_leave_the_archive_are_refused() {
    for name in ["../a.csv", "/a.csv", "C:\\a.csv", "x\\..\\..\\a.csv"] {
        let message = refused(&zip_of(&[(name, b"a,b\n1,2\n")])).to_string();
        assert_eq!(message, format!("member `{name}`: a name that leaves the archive"));
    }
    let message = refused(&zip_of(&[("a\u{7}.csv", b"a,b\n")])).to_string();
    assert!(message.ends_with("a name with control characters"), "{message}");
    let message = refused(&zip_of(&[("a.csv", b"a\n"), ("A.CSV", b"b\n")])).to_string();
    assert!(message.starts_with("two members of the archive have the name"), "{message}");
}

#[test]
fn names_in_another_charset_stay_apart() {
    assert_eq!(label(b"\xD6\xD0.txt", None), "%D6%D0.txt");
    assert_eq!(label(b"\xD6\xD0.txt", Some("gb18030")), "中.txt");
    assert_eq!(label("中.txt".as_bytes(), None), "中.txt");
    assert_eq!(label(b"100%\xFF", None), "100%25%FF");
}

#[test]
fn damage_and_passwords_of_a_member_are_those_of_the_file() {
    let ole = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1cut off";
    let error = refused(&zip_of(&[("good.csv", b"a,b\n1,2\n"), ("bad.xls", ole)]));
    assert_eq!(error.kind(), Kind::Damaged);
    assert!(error.to_string().starts_with("member `bad.xls`: "), "{error}");
    assert!(matches!(refused(&zip_of(&[])), Error::Empty));
}

/// A 7z archive of one stored member, as the format's description has it.
fn seven_zip_of(name: &str, content: &[u8], crc: u32) -> Vec<u8> {
    let size = u8::try_from(content.len()).unwrap();
    // MainStreamsInfo: where the packed stream is, one folder with the method `copy`, its CRC.
    let mut header = vec![0x01, 0x04, 0x06, 0x00, 0x01, 0x09, size, 0x00];
    header.extend([0x07, 0x0B, 0x01, 0x00, 0x01, 0x01, 0x00, 0x0C, size, 0x00]);
    header.extend([0x08, 0x0A, 0x01]);
    header.extend(crc.to_le_bytes());
    header.extend([0x00, 0x00]);
    // FilesInfo: one file and its name in UTF-16.
    let names: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    header.extend([0x05, 0x01, 0x11, u8::try_from(names.len() + 1).unwrap(), 0x00]);
    header.extend(names);
    header.extend([0x00, 0x00]);
    let mut start = u64::from(size).to_le_bytes().to_vec();
    start.extend((header.len() as u64).to_le_bytes());
    start.extend(crc32(&header).to_le_bytes());
    let mut bytes = b"7z\xBC\xAF\x27\x1C\x00\x04".to_vec();
    bytes.extend(crc32(&start).to_le_bytes());
    bytes.extend(start);
    bytes.extend(content);
    bytes.extend(header);
    bytes
}

fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}

#[test]
fn members_of_7z_are_read_and_checked() {
    let content = b"a;b\n1;2\n";
    let archive = archive(&seven_zip_of("x.csv", content, crc32(content)));
    assert_eq!(archive.format, Format::SevenZip);
    assert_eq!(archive.members[0].name, "x.csv");
    assert_eq!(text(&archive.members[0].contents), "a;b\n1;2\n");
    let damaged = refused(&seven_zip_of("x.csv", content, 7));
    assert_eq!(damaged.kind(), Kind::Damaged);
    assert!(damaged.to_string().starts_with("member `x.csv`: "), "{damaged}");
    let slip = refused(&seven_zip_of("../x.csv", content, crc32(content))).to_string();
    assert_eq!(slip, "member `../x.csv`: a name that leaves the archive");
}

/// Every member with what its stream gives.
fn streamed(bytes: &[u8], format: Format) -> Result<Vec<(String, String)>, Error> {
    let mut members = Vec::new();
    stream(Cursor::new(bytes), format, bytes.len() as u64, None, &mut |name, content| {
        let mut text = String::new();
        let read = content.read_to_string(&mut text);
        let fault = |error: std::io::Error| Error::Member {
            member: name.into(),
            reason: error.to_string(),
        };
        read.map_err(fault)?;
        members.push((name.to_owned(), text));
        Ok(true)
    })?;
    Ok(members)
}

#[test]
fn members_are_given_as_streams() {
    let content = b"a;b\n1;2\n";
    let text = String::from_utf8(content.to_vec()).unwrap();
    let zip = zip_of(&[("d/", b""), ("x.csv", content), ("y.csv", b"a")]);
    let members = streamed(&zip, Format::Zip).unwrap();
    assert_eq!(members, [("x.csv".into(), text.clone()), ("y.csv".into(), "a".into())]);
    let gzip = [gzip_of(b"a;b\n"), gzip_of(b"1;2\n")].concat();
    assert_eq!(streamed(&gzip, Format::Gzip).unwrap(), [("content".into(), text.clone())]);
    let seven_zip = seven_zip_of("x.csv", content, crc32(content));
    assert_eq!(streamed(&seven_zip, Format::SevenZip).unwrap(), [("x.csv".into(), text)]);
}

#[test]
fn streams_fail_where_a_member_is_damaged_or_a_bomb() {
    let mut gzip = gzip_of(b"a;b\n1;2\n");
    let last = gzip.len() - 8;
    gzip[last] ^= 1;
    let content = b"a;b\n1;2\n";
    let damaged = [
        (gzip, Format::Gzip, "content"),
        (seven_zip_of("x.csv", content, 7), Format::SevenZip, "x.csv"),
    ];
    for (bytes, format, member) in damaged {
        let error = streamed(&bytes, format).unwrap_err();
        assert_eq!(error.kind(), Kind::Damaged);
        assert!(error.to_string().starts_with(&format!("member `{member}`: ")), "{error}");
    }
    let bomb = gzip_of(&vec![b'0'; 17 * 1024 * 1024]);
    let error = streamed(&bomb, Format::Gzip).unwrap_err().to_string();
    assert!(error.contains("more unpacked bytes for each packed one"), "{error}");
    let outside = streamed(&zip_of(&[("../x.csv", content)]), Format::Zip).unwrap_err();
    assert!(outside.to_string().ends_with("a name that leaves the archive"), "{outside}");
}
