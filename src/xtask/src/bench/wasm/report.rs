//! The tables: who owns how many bytes.

use super::{
    owner::{self, NAMELESS, Owner, STANDARD},
    parts::{Part, What},
    share::{divide, percent},
};
use crate::bench::kept::Table;
use std::{cmp::Reverse, collections::BTreeMap};

/// An owner with less than this is counted with the others: nobody reads 200 rows.
const SMALL: usize = 1_000;

/// Bytes of one owner.
#[derive(Clone, Copy, Default)]
struct Bytes {
    all: usize,
    for_hark: usize,
}

/// All tables of these parts, of which `brotli` bytes are shipped.
pub(super) fn of(parts: &[Part], brotli: usize) -> Vec<Table> {
    let (mut packages, mut modules, mut shared) = (Rows::new(), Rows::new(), Rows::new());
    for part in parts {
        let name = match &part.what {
            What::Section(name) => {
                add(&mut packages, name, part.bytes, false);
                continue;
            }
            What::Function(name) => name,
        };
        let owner = owner::of(name);
        add(&mut packages, group(&owner), part.bytes, owner.for_hark);
        let module = format!("{}::{}", owner.package, owner.module);
        let module = module.trim_end_matches(':');
        if owner.package.starts_with("hark_") {
            add(&mut modules, module, part.bytes, false);
        } else if owner.package != NAMELESS {
            add(&mut shared, &short(module), part.bytes, owner.for_hark);
        }
    }
    vec![owners(packages, brotli), own(modules), others(shared)]
}

type Rows = BTreeMap<String, Bytes>;

fn add(rows: &mut Rows, name: &str, bytes: usize, for_hark: bool) {
    let row = rows.entry(name.to_owned()).or_default();
    row.all += bytes;
    row.for_hark += if for_hark { bytes } else { 0 };
}

/// The row of the first table: crates that do one job together have one.
fn group(owner: &Owner) -> &str {
    match owner.package.as_str() {
        package if STANDARD.contains(&package) => "core, alloc, std",
        "dlmalloc" | "hashbrown" | "compiler_builtins" | "__rustc" => "core, alloc, std",
        "wasm_bindgen"
        | "wasm_bindgen_futures"
        | "js_sys"
        | "web_sys"
        | "gloo_net"
        | "gloo_utils" => "wasm-bindgen, js-sys, web-sys, gloo",
        "serde" | "serde_core" | "serde_json" | "itoa" | "zmij" | "ryu" => "serde, serde_json",
        package => package,
    }
}

/// The first two modules of a path are enough for the code of others.
fn short(module: &str) -> String {
    module.split("::").take(3).collect::<Vec<_>>().join("::")
}

/// The largest first; those that are small together at the end.
fn sorted(rows: Rows) -> Vec<(String, Bytes)> {
    let (small, mut large): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|(_, bytes)| bytes.all < SMALL);
    large.sort_by_key(|(_, bytes)| Reverse(bytes.all));
    if !small.is_empty() {
        let sum = small
            .iter()
            .fold(Bytes::default(), |sum, (_, bytes)| Bytes {
                all: sum.all + bytes.all,
                for_hark: sum.for_hark + bytes.for_hark,
            });
        large.push((format!("{} smaller ones", small.len()), sum));
    }
    large
}

fn owners(rows: Rows, brotli: usize) -> Table {
    let rows = sorted(rows);
    let plain: Vec<usize> = rows.iter().map(|(_, bytes)| bytes.all).collect();
    let whole = plain.iter().sum();
    let mut table: Vec<Vec<String>> = rows
        .iter()
        .zip(divide(brotli, &plain))
        .map(|((name, bytes), scaled)| {
            let share = percent(bytes.all, whole);
            let numbers = [
                bytes.all.to_string(),
                share,
                scaled.to_string(),
                some(bytes.for_hark),
            ];
            [vec![name.clone()], numbers.to_vec()].concat()
        })
        .collect();
    let for_hark = rows.iter().map(|(_, bytes)| bytes.for_hark).sum();
    table.push(vec![
        "together".to_owned(),
        whole.to_string(),
        percent(whole, whole),
        brotli.to_string(),
        some(for_hark),
    ]);
    Table {
        title: "Bytes of the wasm by owner (brotli: the shipped size, divided in proportion to the plain bytes)",
        heading: vec![
            "owner",
            "plain",
            "share",
            "brotli, scaled",
            "made for Hark's types",
        ],
        rows: table,
    }
}

fn own(rows: Rows) -> Table {
    let cells = |(name, bytes): (String, Bytes)| vec![name, bytes.all.to_string()];
    Table {
        title: "Hark's own code by module",
        heading: vec!["module", "plain"],
        rows: sorted(rows).into_iter().map(cells).collect(),
    }
}

fn others(rows: Rows) -> Table {
    let cells =
        |(name, bytes): (String, Bytes)| vec![name, bytes.all.to_string(), some(bytes.for_hark)];
    Table {
        title: "The code of others by module",
        heading: vec!["module", "plain", "made for Hark's types"],
        rows: sorted(rows).into_iter().map(cells).collect(),
    }
}

fn some(bytes: usize) -> String {
    if bytes == 0 {
        String::new()
    } else {
        bytes.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn function(name: &str, bytes: usize) -> Part {
        Part {
            what: What::Function(name.to_owned()),
            bytes,
        }
    }

    #[test]
    fn every_byte_is_in_the_table_once() {
        let parts = [
            function("hark_app::pages::home::home", 2_000),
            function("core::ptr::drop_in_place::<hark_app::A>", 1_000),
            function("tachys::view::build", 10),
            function("memcpy", 20),
            Part {
                what: What::Section("data"),
                bytes: 3_000,
            },
        ];
        let tables = of(&parts, 603);
        assert_eq!(
            tables[0].rows,
            [
                ["data", "3000", "49.8 %", "300", ""],
                ["hark_app", "2000", "33.2 %", "200", ""],
                ["core, alloc, std", "1000", "16.6 %", "100", "1000"],
                ["2 smaller ones", "30", "0.5 %", "3", ""],
                ["together", "6030", "100.0 %", "603", "1000"],
            ]
        );
        assert_eq!(tables[1].rows, [["hark_app::pages::home", "2000"]]);
        assert_eq!(
            tables[2].rows,
            [["core::ptr", "1000", "1000"], ["1 smaller ones", "10", ""]]
        );
    }
}
