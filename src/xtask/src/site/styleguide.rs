//! The site with its style guide, for whoever builds a page and for the journeys. What is
//! published never has it.

use super::{Files, html, pages, pages::Template, prerender::Page, words::Words};
use crate::{Outcome, files, project::Project};
use std::path::{Path, PathBuf};

/// The address of the style guide, as the app's own program names it.
pub(crate) const GUIDE: &str = "styleguide";

/// The pages of the style guide, taken out of those of the site.
pub(crate) fn take(made: &mut Vec<Page>) -> Vec<Page> {
    made.extract_if(.., |page| page.path == GUIDE).collect()
}

/// Keeps the style guide where [`with`] finds it.
pub(crate) fn keep(
    project: &Project,
    template: &Template,
    guide: &[Page],
    words: &[Words],
) -> Outcome<()> {
    let mut made = Files::new();
    let still = Template {
        page: still(&template.page),
        ..*template
    };
    pages::put(&still, guide, words, &mut made)?;
    let folder = kept(project);
    files::remove(&folder)?;
    for (name, bytes) in made {
        files::write(&folder.join(name), bytes)?;
    }
    Ok(())
}

/// A copy of the site that has the style guide too, and where it is.
pub(crate) fn with(project: &Project, dist: &Path) -> Outcome<PathBuf> {
    let all = project.root.join("target/dist.styleguide");
    files::remove(&all)?;
    for folder in [dist, &kept(project)] {
        for (name, path) in files::list(folder)? {
            files::write(&all.join(name), files::read(&path)?)?;
        }
    }
    Ok(all)
}

fn kept(project: &Project) -> PathBuf {
    project.root.join("target/styleguide")
}

/// The page without what starts the app, which has no screen of that address.
fn still(template: &str) -> String {
    let changes: Vec<_> = html::tags(template)
        .into_iter()
        .filter(|tag| tag.get("data-wasm").is_some())
        .filter_map(|tag| {
            let end = "</script>";
            let length = template[tag.place.end..].find(end)?;
            let whole = tag.place.start..tag.place.end + length + end.len();
            Some((whole, String::new()))
        })
        .collect();
    html::replace(template, &changes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_starts_the_app_in_the_guide() {
        let page = r#"<script data-wasm="/a">start()</script><link rel="stylesheet" href="/c">"#;
        assert_eq!(still(page), r#"<link rel="stylesheet" href="/c">"#);
    }
}
