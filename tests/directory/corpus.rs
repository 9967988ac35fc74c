//! Every shared case of a kind that is imported.
//!
//! What came of each stands in `snapshots/`, the inputs don't: they are other people's. To
//! write the snapshots anew after a change, `HARK_SNAPSHOTS=write cargo test -p hark-tests
//! --test directory corpus`; then read the difference.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use hark::sheets::delimited;
use hark_domain::activity::import::{self, Imported, Setting};
use hark_domain::json;
use hark_tests::{cases, packs};
use serde_json::Value;

use crate::borough::into;

/// How a kind of file is imported; nothing for kinds that have nothing to do in them.
fn import(kind: &str, path: &Path, setting: &Setting<'_>) -> Option<Imported> {
    let bytes = fs::read(path).unwrap();
    let name = path.file_stem().unwrap().to_str().unwrap();
    let value = || -> Vec<(String, Value)> {
        vec![(String::new(), serde_json::from_slice(&bytes).unwrap())]
    };
    Some(match kind {
        "hsds3.0-service" | "oruk3.0-service" | "oruk3.0-page" | "oruk3.0-sal" | "oruk1.0-page" => {
            import::oruk(&value(), setting)
        }
        "openactive-rpde-page" | "openactive-rpde-item" | "openactive-place" => {
            import::openactive(&value(), setting)
        }
        "csv" | "outpost-import-csv" => {
            import::table(&delimited::read(&bytes).unwrap(), name, setting)
        }
        "ics" => import::ics(&delimited::text(&bytes), name, setting),
        // Not something to do, but nothing breaks on them either.
        "json-schema" | "taxonomy" | "controlled-list" | "geojson" | "topojson" => return None,
        other => panic!("{other}: a kind that this test doesn't know"),
    })
}

/// What was kept, and what was said. Descriptions are other people's texts.
fn told(imported: &Imported) -> String {
    let mut told = String::new();
    for line in &imported.lines {
        writeln!(told, "{line}").unwrap();
    }
    for (path, organisation) in &imported.files {
        writeln!(told, "\n{path}: {}", organisation["name"]).unwrap();
        for place in organisation["places"].as_array().unwrap() {
            writeln!(told, "  place {place}").unwrap();
        }
        for service in organisation["services"].as_array().unwrap() {
            let mut service = service.clone();
            let fields = service.as_object_mut().unwrap();
            fields.remove("about");
            fields.remove("alert");
            let sessions = fields.remove("sessions").unwrap();
            writeln!(told, "  service {service}").unwrap();
            for session in sessions.as_array().unwrap() {
                writeln!(told, "    session {session}").unwrap();
            }
        }
    }
    told
}

#[test]
fn every_shared_file_is_kept_repaired_and_refused_as_it_was() {
    let Some(folder) = cases::find("directory", "the directories of others") else {
        return;
    };
    let site = fs::read_to_string(packs::shipped().join("site.json")).unwrap();
    let site = json::read(&site).unwrap();
    let manifest = fs::read(folder.join("manifest.csv")).unwrap();
    let rows = delimited::read(&manifest).unwrap();
    let column = |name: &str| rows[0].cells.iter().position(|cell| cell == name).unwrap();
    let (file, kind) = (column("file"), column("kind"));
    let write = std::env::var_os("HARK_SNAPSHOTS").is_some_and(|value| value == "write");
    let snapshots = packs::root().join("tests/directory/snapshots");
    let mut compared = 0;
    for row in &rows[1..] {
        let (file, kind) = (&row.cells[file], &row.cells[kind]);
        let imported = into(&site, |setting| import(kind, &folder.join(file), setting));
        let Some(imported) = imported else { continue };
        let told = told(&imported);
        let path = snapshots.join(format!("{file}.txt"));
        if write {
            fs::write(&path, &told).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap();
        assert!(told == expected, "{file} came out otherwise:\n{told}");
        compared += 1;
    }
    // As many as there were when this was written.
    assert!(compared >= 20, "only {compared} files");
}
