//! The app, compiled by Trunk and made small by `wasm-opt`, in a staging folder.

use super::names;
use crate::{
    Outcome, files,
    inputs::{self, Stamp},
    process,
    project::Project,
    tools::{self, SiteTools},
};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// Everything the staged app is made from, in the checkout. This program is part of
/// it: it holds the versions of the tools and the order of the steps.
pub(crate) fn inputs() -> Vec<PathBuf> {
    [
        "Cargo.lock",
        "Cargo.toml",
        "Trunk.toml",
        "public/boot.js",
        "public/icon.svg",
        "public/index.html",
        "src/app",
        "src/domain",
        "src/stubs",
        "src/xtask",
        "style",
    ]
    .map(PathBuf::from)
    .to_vec()
}

/// The compiler's own version: another one makes other bytes.
pub(crate) fn compiler(project: &Project) -> String {
    process::answer(Command::new("rustc").current_dir(&project.root).arg("-vV")).unwrap_or_default()
}

/// Builds the staging folder when its inputs changed, and gives its path.
pub(crate) fn build(project: &Project) -> Outcome<PathBuf> {
    let staged = project.target.join("site");
    let hash = inputs::hash(&project.root, &inputs(), &compiler(project))?;
    let stamp = Stamp::new(project.target.join("xtask/stage.stamp"), hash);
    if stamp.is_fresh() && staged.join("index.html").is_file() && large(project).is_file() {
        return Ok(staged);
    }
    let tools = tools::for_site(project)?;
    stamp.clear()?;
    println!("Building the site (the first time about 3 minutes, then about 1)…");
    trunk(project, &tools, &staged)?;
    for path in files::list(&staged)?.into_values() {
        if path
            .extension()
            .is_some_and(|extension| extension == "wasm")
        {
            optimise(project, &tools, &path)?;
        }
    }
    stamp.set()?;
    Ok(staged)
}

fn trunk(project: &Project, tools: &SiteTools, staged: &Path) -> Outcome<()> {
    process::logged(
        "Building the site",
        &project.log("site"),
        Command::new(&tools.trunk)
            .current_dir(&project.root)
            .args(["build", "--release", "--color", "never", "--dist"])
            .arg(staged)
            .env("PATH", &tools.path)
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            .env("CARGO_ENCODED_RUSTFLAGS", rust_flags())
            .envs(OWN_STANDARD_LIBRARY)
            // Trunk reads NO_COLOR as its own option, which must be true or false.
            .env_remove("NO_COLOR"),
    )
}

/// Has cargo build the standard library with the app, for size and without the sentences
/// of panics, which nobody on a phone reads: the wasm as it is shipped is 9 % smaller
/// (148.9 to 135.1 KB with brotli). Cargo and the compiler call both switches unstable and
/// take them from the stable toolchain only where this variable says so; the endpoint and
/// the tests are built without. Where a later toolchain names them otherwise, the build
/// stops and says so.
const OWN_STANDARD_LIBRARY: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

/// The compiler's flags for the wasm. The paths of this machine's registry are cut from whatever names its source: they are nobody's business. Names of
/// functions say which types they were made for, so that the bench can tell whose
/// bytes they are; the wasm that is shipped has no names.
fn rust_flags() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let sources = home.map(|home| home.join("registry/src"));
    let folders = sources.and_then(|sources| std::fs::read_dir(sources).ok());
    let cut = folders
        .into_iter()
        .flatten()
        .flatten()
        .map(|folder| format!("--remap-path-prefix={}=", folder.path().display()));
    let flags = [
        "-Csymbol-mangling-version=v0",
        "-Zunstable-options",
        "-Cpanic=immediate-abort",
        // What is inlined a little less packs a little better.
        "-Cllvm-args=--inline-threshold=0",
    ];
    flags
        .map(str::to_owned)
        .into_iter()
        .chain(cut)
        .collect::<Vec<_>>()
        .join("\u{1f}")
}

/// What Rust's wasm target uses, and no more. The file says so itself, but a tool
/// that strips that section must not change the outcome.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// `wasm-opt -Oz`, run here and not by Trunk: Trunk would download another version
/// where ours is not on PATH, and a bare `trunk build` needs no node this way.
fn optimise(project: &Project, tools: &SiteTools, wasm: &Path) -> Outcome<()> {
    let large = large(project);
    std::fs::copy(wasm, &large).map_err(files::named(&large))?;
    let renamed = wasm_opt(tools, &[], &large, wasm)?;
    // `NAME_bg.wasm` and `NAME.js`: what wasm-bindgen calls the two.
    let glue = wasm.to_string_lossy().replace("_bg.wasm", ".js");
    let text = String::from_utf8(files::read(Path::new(&glue))?)
        .map_err(|_| format!("{glue} is not UTF-8."))?;
    files::write(Path::new(&glue), names::shorten(&text, &renamed)?)
}

/// Where the wasm lies as it was before `wasm-opt`.
fn large(project: &Project) -> PathBuf {
    project.target.join("xtask/large.wasm")
}

/// The staged wasm once more, byte for byte but with the names of its functions.
pub(crate) fn named(project: &Project) -> Outcome<PathBuf> {
    build(project)?;
    let named = project.target.join("xtask/named.wasm");
    let tools = tools::for_site(project)?;
    wasm_opt(&tools, &["-g"], &large(project), &named)?;
    Ok(named)
}

/// Gives the short names under which wasm and glue call each other from then on, as
/// JSON.
fn wasm_opt(tools: &SiteTools, options: &[&str], from: &Path, to: &Path) -> Outcome<String> {
    process::through(
        "Making the wasm smaller",
        Command::new("node")
            .arg(&tools.wasm_opt)
            // Twice: what the first round leaves, the second makes smaller.
            .args(["-Oz", "-Oz", "--strip-producers"])
            .arg("--minify-imports-and-exports-and-modules")
            // Nothing is kept below 1,024: the stack lies there, and its last kilobyte is
            // used only right before it overflows.
            .arg("--low-memory-unused")
            // A large function is not put into its only caller: it packs better alone.
            .args(["--one-caller-inline-max-function-size", "50"])
            .args(options)
            .args(FEATURES)
            .arg("-o")
            .arg(to)
            .arg(from),
        "",
    )
}
