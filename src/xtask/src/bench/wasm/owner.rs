//! Who wrote a function, by its name.
//!
//! A name as the compiler makes it (mangling v0) tells the path, and which types generic
//! code was made for: `<alloc::vec::Vec<hark_app::Tap> as core::ops::Drop>::drop`.

/// Who wrote a function.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Owner {
    /// The crate.
    pub(super) package: String,
    /// The module in it, `a::b`; empty at the root.
    pub(super) module: String,
    /// Whether it is another's generic code that was made for a type of Hark.
    pub(super) for_hark: bool,
}

/// What every crate uses: code for a type of theirs is rarely about them.
pub(super) const STANDARD: [&str; 3] = ["core", "alloc", "std"];

/// What has no path in its name, or no name: the wasm's ways in.
pub(super) const NAMELESS: &str = "without a name (wasm-bindgen's shims, main)";

/// Who wrote the function of that name.
pub(super) fn of(name: &str) -> Owner {
    let name = without_hashes(name);
    let path = owning_path(&name);
    // `<str>::len`, `<[u8]>::contains`: a type of the language itself.
    let (package, module) = match split(path) {
        _ if name.starts_with('<') && !path.contains("::") => ("core", "primitives".to_owned()),
        found => found,
    };
    Owner {
        for_hark: !is_hark(package) && name.contains("hark_"),
        package: package.to_owned(),
        module,
    }
}

fn is_hark(package: &str) -> bool {
    package.starts_with("hark_")
}

/// The path that decides: of a method the type, unless the type is everybody's and the
/// trait is not. A closure's methods are the closure itself only where it is called;
/// anything else done with it is the work of the trait's crate.
fn owning_path(name: &str) -> &str {
    let Some(inner) = name.strip_prefix('<') else {
        return name;
    };
    let inner = &inner[..end_of(inner)];
    let Some((own, by)) = split_as(inner) else {
        return without_signs(inner);
    };
    let own = without_signs(own);
    let called = by.starts_with("core::ops::function::Fn");
    let foreign = is_standard(own) || (own.ends_with('}') && !called);
    if (foreign && !is_standard(by)) || !own.contains("::") {
        by
    } else {
        own
    }
}

/// A type without what stands before its path, such as `&mut` and `dyn`.
fn without_signs(mut path: &str) -> &str {
    while let Some(rest) = ["&", "*const ", "*mut ", "mut ", "dyn ", "<", "[", "("]
        .iter()
        .find_map(|sign| path.strip_prefix(sign))
    {
        path = rest;
    }
    path
}

fn is_standard(path: &str) -> bool {
    let package = split(path).0;
    STANDARD.contains(&package) || package == NAMELESS
}

/// Where the angle bracket that was opened before `text` is closed.
fn end_of(text: &str) -> usize {
    at_depth_zero(text, |rest| rest.starts_with('>')).unwrap_or(text.len())
}

/// `TYPE as TRAIT`, outside all brackets.
fn split_as(text: &str) -> Option<(&str, &str)> {
    let at = at_depth_zero(text, |rest| rest.starts_with(" as "))?;
    Some((&text[..at], &text[at + 4..]))
}

/// The first place outside angle brackets where the rest of the text is `wanted`.
fn at_depth_zero(text: &str, wanted: impl Fn(&str) -> bool) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, sign) in text.char_indices() {
        let arrow = sign == '>' && text[..at].ends_with('-');
        if depth == 0 && !arrow && wanted(&text[at..]) {
            return Some(at);
        }
        match sign {
            '<' => depth += 1,
            '>' if !arrow => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// The crate and the module of a path: what stands before the first type, generic
/// argument or closure, and, where there is none of these, before the function.
fn split(path: &str) -> (&str, String) {
    let plain = path.find(['<', '{', '>', ' ', ',', ')', ']']);
    let (path, cut) = plain.map_or((path, false), |at| (&path[..at], true));
    let path = path.strip_suffix("::").unwrap_or(path);
    let mut segments: Vec<&str> = path.split("::").collect();
    let is_type = |segment: &&str| segment.starts_with(|first: char| first.is_uppercase());
    if let Some(at) = segments.iter().position(is_type) {
        segments.truncate(at);
    } else if segments.len() > 1 || !cut {
        segments.pop();
    }
    match segments.split_first() {
        Some((package, modules)) if !package.is_empty() => (package, modules.join("::")),
        _ => (NAMELESS, String::new()),
    }
}

/// Without the number that tells two versions of a crate apart: `core[1a2b3c]`.
fn without_hashes(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for (index, piece) in name.split('[').enumerate() {
        let hash = piece.split_once(']').filter(|(hash, _)| {
            index > 0 && hash.len() > 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
        });
        if index > 0 && hash.is_none() {
            plain.push('[');
        }
        plain.push_str(hash.map_or(piece, |(_, rest)| rest));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(name: &str) -> (String, String, bool) {
        let owner = of(name);
        (owner.package, owner.module, owner.for_hark)
    }

    #[test]
    fn whoever_wrote_it_owns_it() {
        for (name, package, module, for_hark) in [
            (
                "hark_app[0123456789abcdef]::pages::home::home",
                "hark_app",
                "pages::home",
                false,
            ),
            (
                "hark_app::pages::survey::page::page::{closure#0}",
                "hark_app",
                "pages::survey::page",
                false,
            ),
            ("hark_app::main", "hark_app", "", false),
            (
                "<hark_app::device::store::Key>::name",
                "hark_app",
                "device::store",
                false,
            ),
            (
                "<hark_domain::id::SurveyId as core::clone::Clone>::clone",
                "hark_domain",
                "id",
                false,
            ),
            ("core::fmt::write", "core", "fmt", false),
            (
                "core::ptr::drop_in_place::<hark_app::content::State>",
                "core",
                "ptr",
                true,
            ),
            (
                "<alloc::vec::Vec<hark_domain::text::Text>>::push",
                "alloc",
                "vec",
                true,
            ),
            (
                "<&mut serde_json::read::SliceRead as serde_json::read::Read>::next",
                "serde_json",
                "read",
                false,
            ),
            (
                "<dyn core::ops::function::FnMut(js_sys::Object) -> ()>::call",
                "core",
                "ops::function",
                false,
            ),
        ] {
            assert_eq!(
                told(name),
                (package.to_owned(), module.to_owned(), for_hark),
                "{name}"
            );
        }
    }

    #[test]
    fn a_trait_of_others_on_everybodys_type_is_theirs() {
        for (name, package) in [
            (
                "<alloc::vec::Vec<tachys::view::any_view::AnyView> as tachys::view::Render>::build",
                "tachys",
            ),
            (
                "<(tachys::A, tachys::B) as tachys::view::Render>::build",
                "tachys",
            ),
            (
                "<core::option::Option<alloc::string::String> as tachys::view::Render>::build",
                "tachys",
            ),
            ("<str as core::fmt::Display>::fmt", "core"),
            ("<[u8]>::contains", "core"),
            (
                "<leptos::Suspense as tachys::view::Render>::build",
                "leptos",
            ),
        ] {
            assert_eq!(of(name).package, package, "{name}");
        }
    }

    #[test]
    fn a_closure_that_is_called_is_its_authors_and_all_else_is_the_traits() {
        let called =
            "<hark_app::app::app::{closure#0} as core::ops::function::FnOnce<()>>::call_once";
        assert_eq!(told(called), ("hark_app".into(), "app".into(), false));
        let shown =
            "<hark_app::app::app::{closure#0} as tachys::reactive_graph::ReactiveFunction>::invoke";
        assert_eq!(
            told(shown),
            ("tachys".into(), "reactive_graph".into(), true)
        );
    }

    #[test]
    fn a_name_without_a_path_has_no_crate() {
        for name in ["memcpy", "__wbindgen_malloc", "", "main"] {
            assert_eq!(of(name).package, NAMELESS, "{name}");
        }
    }
}
