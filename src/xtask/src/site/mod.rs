//! `cargo xtask site`: from sources to `dist/`, ready for any static server.
//!
//! Trunk builds the app into a staging folder; what it leaves is then held in memory
//! as a map from path to bytes, changed step by step, and written out at the end. So
//! the same inputs give the same bytes, and a build that fails leaves the last
//! site as it was.

mod compress;
mod content;
mod css;
mod events;
mod fingerprint;
mod html;
mod inline;
mod names;
mod open_data;
mod pages;
mod papers;
mod prerender;
mod publish;
mod references;
mod selectors;
mod stage;
mod style;
pub(crate) mod styleguide;
mod symbols;
mod words;

use self::{
    content::Published, pages::Template, prerender::Page, style::Style, symbols::Symbols,
    words::Words,
};
use crate::{
    Outcome, files,
    inputs::{self, Stamp},
    project::Project,
    table,
};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// Files by their path in the site, such as `content/site.json`.
type Files = BTreeMap<String, Vec<u8>>;

/// Builds `dist/` with this content pack, when anything it is made from changed, and
/// gives its path.
pub(crate) fn build(project: &Project, content: &Path) -> Outcome<PathBuf> {
    let _turn = files::Lock::take(&project.target.join("xtask/site.lock"))?;
    let dist = project.dist();
    let stamp = stamp(project, content)?;
    if stamp.is_fresh() && dist.join("index.html").is_file() {
        return Ok(dist);
    }
    let staged = stage::build(project)?;
    stamp.clear()?;
    let site = assemble(project, &staged, content)?;
    publish::publish(project, &site)?;
    stamp.set()?;
    let first: usize = sizes(&dist)?.iter().map(|size| size.brotli).sum();
    println!(
        "Built {}: {} files, {} for a first visit.",
        dist.display(),
        site.len(),
        table::kilobytes(first)
    );
    Ok(dist)
}

/// The shipped wasm once more, but with the names of its functions.
pub(crate) fn named_wasm(project: &Project) -> Outcome<PathBuf> {
    let _turn = files::Lock::take(&project.target.join("xtask/site.lock"))?;
    stage::named(project)
}

/// What the site is made from. The stamp's name holds the checkout's path, as several
/// checkouts may share one target folder, while each has its own `dist`.
fn stamp(project: &Project, content: &Path) -> Outcome<Stamp> {
    let mut paths = stage::inputs();
    paths.extend([PathBuf::from("public"), content.to_path_buf()]);
    // Pages say which surveys are open, so those of yesterday are not fresh.
    let more = format!("{}{}", stage::compiler(project), prerender::today());
    let hash = inputs::hash(&project.root, &paths, &more)?;
    let place = inputs::hash(&project.root, &[], &project.root.to_string_lossy())?;
    let file = format!("xtask/site-{}.stamp", &place[..16]);
    Ok(Stamp::new(project.target.join(file), hash))
}

/// All files of the site but their compressed copies.
fn assemble(project: &Project, staged: &Path, content: &Path) -> Outcome<Files> {
    let written = words::written(project)?;
    let pack = content::read(content, &written)?;
    let mut site = gather(project, staged)?;
    let page = site
        .remove("index.html")
        .ok_or("Trunk built no index.html.")?;
    let page = String::from_utf8(page).map_err(|_| "index.html is not UTF-8.")?;
    let (page, sheets) = css::take_linked(&page, &mut site)?;
    let (page, mut symbols) = Symbols::take(&page)?;
    let words = words_of(&mut site, &pack)?;
    let prerender::Made {
        pages: mut made,
        seasons,
    } = prerender::pages(project, &pack.files, &words)?;
    content::put_helplines(&mut made, &pack.helplines)?;
    events::put(&mut made, &pack.pack)?;
    let guide = styleguide::take(&mut made);

    // What every page needs is known once there are pages.
    let screens = made.iter().filter(|page| page.is_screen());
    let screens: Vec<String> = screens.map(Page::markup).collect();
    let style = Style::new(sheets, &pack.theme, screens.iter().map(String::as_str));
    symbols.note_common(screens.iter().map(String::as_str));
    inline::bare_scripts(&mut site);
    style::publish(&mut site, &style);
    symbols.append(&mut site)?;

    let page = pages::icon_inside(&page, &mut site)?;
    let shipped = fingerprint::rename(&mut site)?;
    let page = references::rewrite(&page, &shipped);
    let page = pages::start_first(&page)?;
    let page = pages::name_languages(&page, &words::listed(&words));
    let template = Template {
        page: inline::inline(&page, &mut site)?,
        style: &style,
        symbols: &symbols,
    };
    styleguide::keep(project, &template, &guide, &words)?;
    pages::put(&template, &made, &words, &mut site)?;
    // A server tells by it which pages are still right.
    site.insert("seasons.json".to_owned(), seasons.to_string().into_bytes());
    papers::put(&pack.pack, &written, &mut site);
    open_data::put(&pack.pack, &written, &mut site)?;
    site.extend(pack.files);
    references::check_all(&site)?;
    Ok(site)
}

/// The words of the pack's languages, which the site gets in the form that browsers read.
fn words_of(site: &mut Files, pack: &Published) -> Outcome<Vec<Words>> {
    let first = pack.languages.first().map_or("en", String::as_str);
    let mut words = words::publish(site, first)?;
    if let Some(language) = (pack.languages.iter())
        .find(|language| !words.iter().any(|words| words.language == **language))
    {
        return Err(format!(
            "The pack offers the language \"{language}\", but there is no public/locales/{language}.json."
        ));
    }
    words.retain(|words| {
        let offered = pack.languages.contains(&words.language);
        if !offered {
            site.remove(&words.path);
        }
        offered
    });
    Ok(words)
}

/// What Trunk staged, and whatever else lies in `public/`: locales, a manifest.
fn gather(project: &Project, staged: &Path) -> Outcome<Files> {
    let mut site = Files::new();
    for folder in [&project.root.join("public"), staged] {
        for (name, path) in files::list(folder)? {
            if !name.starts_with("content/") {
                site.insert(name, files::read(&path)?);
            }
        }
    }
    Ok(site)
}

/// A file's size, plain and as it goes over the wire.
pub(crate) struct Sizes {
    /// Its path in the site.
    pub(crate) name: String,
    /// Bytes as they are.
    pub(crate) plain: usize,
    /// Bytes with gzip 9.
    pub(crate) gzip: usize,
    /// Bytes with brotli 11.
    pub(crate) brotli: usize,
}

/// The built page and all that it names: what a browser fetches before it can do
/// anything. A file without a compressed copy goes over the wire as it is.
pub(crate) fn sizes(dist: &Path) -> Outcome<Vec<Sizes>> {
    let mut names = vec!["index.html".to_owned()];
    names.extend(references::local(&page(dist)?));
    names
        .into_iter()
        .map(|name| {
            let plain = files::read(&dist.join(&name))?.len();
            let copy = |ending: &str| {
                files::read(&dist.join(format!("{name}.{ending}"))).map_or(plain, |it| it.len())
            };
            let (gzip, brotli) = (copy("gz"), copy("br"));
            Ok(Sizes {
                name,
                plain,
                gzip,
                brotli,
            })
        })
        .collect()
}

/// A page as it goes over the wire, in bytes.
pub(crate) struct PageSize {
    /// All of it.
    pub(crate) bytes: usize,
    /// What its style alone would take.
    pub(crate) style: usize,
}

/// Every page of the site that starts the app.
pub(crate) fn pages(dist: &Path) -> Outcome<Vec<PageSize>> {
    let all = files::list(dist)?;
    let pages = all
        .iter()
        .filter(|(name, _)| files::has_ending(name, "html") && !papers::is_paper(name));
    pages
        .map(|(name, path)| {
            let page = String::from_utf8_lossy(&files::read(path)?).into_owned();
            let parts = page.split("<style>").skip(1);
            let style: String = parts
                .filter_map(|rest| rest.split("</style>").next())
                .collect();
            let style = compress::brotli(style.as_bytes()).map_or(0, |packed| packed.len());
            let shipped = all.get(&format!("{name}.br")).unwrap_or(path);
            let bytes = files::read(shipped)?.len();
            Ok(PageSize { bytes, style })
        })
        .collect()
}

/// Addresses of other sites that the built page loads something from.
pub(crate) fn third_party(dist: &Path) -> Outcome<Vec<String>> {
    Ok(references::third_party(&page(dist)?))
}

fn page(dist: &Path) -> Outcome<String> {
    let bytes = files::read(&dist.join("index.html"))?;
    String::from_utf8(bytes).map_err(|_| "index.html is not UTF-8.".to_owned())
}
